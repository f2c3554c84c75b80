// The time to live: spent by NATs, forwarding guests and the internet's routers, not by the VPC's router or an internet gateway.
// Whoever spends the last of it tells the sender by ICMP 11/0. Source: D-NATT; for the VPC an observation (vpc-dataplane 11).

import type { Address } from '../net/address.ts';
import type { Packet } from '../net/packet.ts';
import { errorFor } from '../net/signal-packet.ts';
import { INITIAL_TTL } from './probe.ts';
import { answerSender } from './signal.ts';
import { type Next, stops, type Walk } from './walk.ts';

/** Whether the packet ends here because its time to live does; `send` starts the error on its way. */
export function livesNoLonger(
  walk: Walk,
  at: string,
  packet: Packet,
  own: Address,
  send: (walk: Walk, error: Packet) => Next,
): boolean {
  if (packet.ip.ttl > 1) return false;
  const error = errorFor(packet, 'time-exceeded', own, INITIAL_TTL);
  answerSender(walk, 'ttl-spent', packet, at, { packet: error, send: (back) => send(back, error) });
  return stops(walk, 'TTL_EXPIRED', at, packet);
}
