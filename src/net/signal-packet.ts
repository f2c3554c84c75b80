// Packets that tell a sender that another packet did not pass: a TCP reset, or an ICMP error with the other packet's ends quoted in it.

import type { Address } from './address.ts';
import { type Packet, sourcePortOf, type Wrap } from './packet.ts';

const NO_WRAPS: readonly Wrap[] = [];

/** The reset that answers a TCP packet, as if the far end had sent it. */
export function resetFor(packet: Packet, ttl: number): Packet {
  const { transport } = packet;
  const { source, destination } = packet.ip;
  const answer = { source: destination, destination: source, ttl };
  if (!('sourcePort' in transport)) return { wraps: NO_WRAPS, ip: answer, transport };
  const { protocol, sourcePort, destinationPort } = transport;
  const ends = { protocol, sourcePort: destinationPort, destinationPort: sourcePort, isReset: true };
  return { wraps: NO_WRAPS, ip: answer, transport: ends };
}

/** The ICMP error that tells a packet's sender why it did not pass. */
export function errorFor(
  { ip, transport }: Packet,
  type: 'fragmentation-needed' | 'time-exceeded',
  source: Address,
  ttl: number,
  limit?: number,
): Packet {
  const destinationPort = 'destinationPort' in transport ? transport.destinationPort : 0;
  const quotes = {
    protocol: transport.protocol,
    source: ip.source,
    destination: ip.destination,
    destinationPort,
    limit,
  };
  return {
    wraps: NO_WRAPS,
    ip: { source, destination: ip.source, ttl },
    transport: { protocol: 'icmp', type, identifier: sourcePortOf(transport), quotes },
  };
}

/** Whether the packet tells its receiver that another packet did not pass: a reset, or an ICMP error. */
export function isSignal({ transport }: Packet): boolean {
  if (transport.protocol === 'icmp') return transport.quotes !== undefined;
  return 'isReset' in transport && transport.isReset === true;
}
