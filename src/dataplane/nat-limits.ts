// What a NAT gateway cannot do: more than 55,000 flows to one destination from one address, fragments of TCP and ICMP, and to remember an
// idle flow. Source: D-NAT, D-NATT (vpc-dataplane 4.2). Inferred: which address a flow gets (they fill one after another), and that
// a connection which another NAT opened is reset as a forgotten one is.

import type { Address } from '../net/address.ts';
import { formatTraffic, type Packet } from '../net/packet.ts';
import { resetFor } from '../net/signal-packet.ts';
import { INITIAL_TTL } from './probe.ts';
import { findOutbound } from './sessions.ts';
import { answerSender } from './signal.ts';
import { type Next, stops, type Walk } from './walk.ts';

/** Flows at once from one of its addresses to one destination address, port and protocol. */
const PORTS_PER_ADDRESS = 55_000;

/** The address for the probe's flow, of those the gateway has; undefined when the walk ends for want of a port. */
export function addressForFlow(walk: Walk, id: string, own: readonly Address[], packet: Packet): Address | undefined {
  const { flow = 1 } = walk;
  const place = Math.floor((flow - 1) / PORTS_PER_ADDRESS);
  if (place < own.length) return own[place];
  const stopped = stops(walk, 'NAT_PORTS_EXHAUSTED', id, packet, destinationOf(packet));
  return stopped ? undefined : own[0];
}

/** Whether the packet is in pieces that it does not carry. UDP's pass. */
export function dropsFragments(walk: Walk, id: string, packet: Packet): boolean {
  const { protocol } = packet.transport;
  if ((packet.ip.datagram?.pieces ?? 1) === 1 || protocol === 'udp') return false;
  return stops(walk, 'FRAGMENTS', id, packet, protocol.toUpperCase());
}

/** Whether a packet of a standing TCP connection finds no flow here, and is answered with a reset. */
export function resetsFlow(walk: Walk, id: string, packet: Packet, send: (back: Walk, reset: Packet) => Next): boolean {
  const { sessions, established } = walk;
  if (!established || packet.transport.protocol !== 'tcp' || findOutbound(sessions.nat, id, packet)) return false;
  const wasKnown = findOutbound(sessions.forgotten, id, packet) !== undefined;
  const reset = resetFor(packet, INITIAL_TTL);
  answerSender(walk, wasKnown ? 'nat-idle' : 'nat-lost-flow', packet, id, {
    packet: reset,
    send: (back) => send(back, reset),
  });
  return stops(walk, wasKnown ? 'NAT_IDLE_EXPIRED' : 'NAT_FLOW_UNKNOWN', id, packet, destinationOf(packet));
}

function destinationOf({ ip, transport }: Packet): string {
  return `${ip.destination} ${formatTraffic(transport)}`;
}
