// How big a packet may be: whole, cut into pieces, or dropped with an ICMP 3/4 that must get back to the sender through its filters.
// Source: D-MTU (vpc-dataplane 11). Inferred: the error comes from the edge in the name of the subnet's router, as AWS's own tracepath
// example shows the router's address; so the subnet's network ACL and the interface's groups look at it.

import { type Address, isIpv4 } from '../net/address.ts';
import { addressAt, type Cidr } from '../net/cidr.ts';
import { type Datagram, type Packet, withDatagram } from '../net/packet.ts';
import { errorFor } from '../net/signal-packet.ts';
import { encapsulate } from './leave.ts';
import { lookUpMapping } from './mapping.ts';
import { INITIAL_TTL } from './probe.ts';
import { answerSender, type Signal } from './signal.ts';
import { enter, note, stops, type Walk } from './walk.ts';

/** Inside a VPC, and between peers in one Region. */
export const VPC_MTU = 9001;
/** Across an internet gateway, and on the internet. */
export const INTERNET_MTU = 1500;

/** Through a transit gateway; what is bigger is dropped in silence, cut or not. Source: D-TGWQ (2022 text). */
export const TRANSIT_MTU = 8500;

const IP_HEADER = 20;

/** The packet as it goes on over a link of this limit; undefined when the walk ends here. Without a signal it is dropped in silence. */
export function fitPacket(
  walk: Walk,
  at: string,
  packet: Packet,
  limit: number,
  makeSignal?: (limit: number) => Signal | undefined,
): Packet | undefined {
  const { datagram, destination } = packet.ip;
  if (!datagram || datagram.bytes <= limit) return packet;
  if (!datagram.dontFragment && isIpv4(destination)) return cut(walk, at, packet, datagram, limit);
  const signal = makeSignal?.(limit);
  if (signal) answerSender(walk, 'mtu-limit', packet, at, signal);
  if (stops(walk, 'MTU_EXCEEDED', at, packet, `${datagram.bytes} > ${limit}`)) return undefined;
  return withDatagram(packet, { ...datagram, bytes: limit });
}

function cut(walk: Walk, at: string, packet: Packet, { bytes, dontFragment }: Datagram, limit: number): Packet {
  const pieces = Math.ceil((bytes - IP_HEADER) / (limit - IP_HEADER));
  const inPieces = withDatagram(packet, { bytes, dontFragment, pieces });
  note(walk, 'fragmented', 'fragmented', packet, inPieces, at);
  return inPieces;
}

/** The same for what a regional NAT gateway sent: the error is about its public address, and the gateway knows whose flow it is. */
export function tooBigForRegional(gatewayId: string, packet: Packet, router: Address, limit: number): Signal {
  const error = errorFor(packet, 'fragmentation-needed', router, INITIAL_TTL, limit);
  return { packet: error, send: () => ({ to: 'gateway', id: gatewayId, packet: error }) };
}

/** ICMP 3/4 from the edge into a VPC, to the interface that sent the packet; undefined where no interface did. */
export function tooBigFromEdge(
  { world }: Walk,
  at: string,
  vpcId: string,
  packet: Packet,
  limit: number,
): Signal | undefined {
  const row = lookUpMapping(world, vpcId, packet.ip.source);
  if (!row) return undefined;
  const subnet = world.subnets[world.networkInterfaces[row.target]!.subnetId]!;
  const block = isIpv4(packet.ip.source) ? subnet.cidr : (subnet.ipv6Cidr as Cidr);
  const error = errorFor(packet, 'fragmentation-needed', addressAt(block, 1) as Address, INITIAL_TTL, limit);
  return {
    packet: error,
    send(walk) {
      enter(walk, at, 'blackfoot');
      return encapsulate(walk, at, world.substrate.blackfoot, error, row);
    },
  };
}
