// The internet gateway: a function of the Blackfoot edge fleet. Outbound it strips the VPC wrap and swaps the private source for its
// public address; inbound it swaps back, asks the mapping and wraps. One to one, no ports, no state. IPv6 passes unchanged.
// Source: D-IGW, D-RA, T15, T17 (vpc-dataplane 2.2, 3). Simplified: one logical device.

import * as v from 'valibot';
import type { PublicPair } from '../../cloud/lookup.ts';
import type { NetworkInterfaceId } from '../../cloud/network-interface.ts';
import { vpcIdSchema } from '../../cloud/vpc.ts';
import { type Ipv4, isIpv4 } from '../../net/address.ts';
import { type Packet, unwrap, type VpcHeader, withDestination, withSource } from '../../net/packet.ts';
import { readWraps } from '../arrive.ts';
import type { DropReason } from '../codes.ts';
import { enterByEdge, missedMiddlebox } from '../edge-redirect.ts';
import { type Arrival, defineGateway } from '../gateway-kind.ts';
import { BORDER_ROUTER, privateAddressReason } from '../internet.ts';
import { routeOutAnyway } from '../leave.ts';
import { deviceOf, lookUpMapping } from '../mapping.ts';
import { fitPacket, INTERNET_MTU, tooBigForRegional, tooBigFromEdge } from '../packet-size.ts';
import { gatewayOfVpc, pairBehind, pairOf, pretendPair } from '../pretence.ts';
import { findRegionalAddress } from '../regional-address.ts';
import { drop, enter, type Next, note, stoppedAt, stops, type Walk } from '../walk.ts';

const attributes = v.strictObject({
  /** The VPC it is attached to; left out while detached. */
  vpcId: v.optional(vpcIdSchema),
});

type InternetGateway = v.InferOutput<typeof attributes>;

export const internetGateway = defineGateway<InternetGateway>({
  kind: 'internet-gateway',
  prefix: 'igw',
  label: 'internet gateway',
  routeParameter: 'GatewayId',
  device: 'blackfoot',
  attributes,
  blackhole: (gateway, vpcId) => (gateway.vpcId === vpcId ? undefined : 'ROUTE_BLACKHOLE'),
  forward: sendOut,
  receive: takeIn,
});

function sendOut({ walk, id, packet }: Arrival<InternetGateway>): Next {
  const { vpc } = readWraps(packet);
  enter(walk, id, 'blackfoot');
  const bare = unwrap(packet);
  note(walk, 'decapsulated', 'strip', packet, bare, id);
  const missed = missedMiddlebox(walk, id, vpc, bare);
  if (missed && stops(walk, 'EDGE_ASYMMETRIC', id, bare, missed)) return stoppedAt(walk, bare);
  const { destination } = bare.ip;
  if (!isIpv4(destination)) return sendOutIpv6(walk, id, vpc.vpcId, bare);
  const reason = privateAddressReason(destination, 'destination');
  if (reason) return refusePrivate(walk, reason, id, packet);
  const regional = findRegionalAddress(walk.world, bare.ip.source);
  if (regional?.vpcId === vpc.vpcId) return passRegional(walk, id, regional.gatewayId, bare);
  const fitted = fitPacket(walk, id, bare, INTERNET_MTU, (limit) => tooBigFromEdge(walk, id, vpc.vpcId, bare, limit));
  const pair = fitted && pairForEgress(walk, id, vpc, fitted);
  if (!pair) return stoppedAt(walk, bare);
  const outside = withSource(fitted, pair.publicIp);
  note(walk, 'translated', 'igw-source-nat', fitted, outside, id, pair);
  return { to: 'internet', packet: outside };
}

/** A regional NAT gateway shows a public address already. */
function passRegional(walk: Walk, id: string, natGatewayId: string, packet: Packet): Next {
  const signal = (limit: number) => tooBigForRegional(natGatewayId, packet, BORDER_ROUTER, limit);
  const fitted = fitPacket(walk, id, packet, INTERNET_MTU, signal);
  if (!fitted) return stoppedAt(walk, packet);
  note(walk, 'forwarded', 'igw-no-swap', fitted, fitted, id);
  return { to: 'internet', packet: fitted };
}

/** A destination that is not public: a diagnosis goes on by the gateway that leads there, a VPN's or a peering, if there is one. */
function refusePrivate(walk: Walk, reason: DropReason, id: string, packet: Packet): Next {
  const { outer, vpc } = readWraps(packet);
  const bare = unwrap(packet);
  const ends = stops(walk, reason, id, bare, bare.ip.destination);
  if (ends || !walk.world.networkInterfaces[vpc.from]) return stoppedAt(walk, bare);
  return routeOutAnyway(walk, vpc.from, outer.source, bare);
}

/** The sender's public address; undefined when the walk ends for want of one. */
function pairForEgress(walk: Walk, id: string, { vpcId, from }: VpcHeader, packet: Packet): PublicPair | undefined {
  const { source } = packet.ip;
  const known = pairOf(walk, vpcId, source);
  if (known || stops(walk, 'NO_PUBLIC_MAPPING_EGRESS', id, packet, source)) return known;
  return walk.pretence && pretendPair(walk.pretence, vpcId, source as Ipv4, from as NetworkInterfaceId);
}

function sendOutIpv6(walk: Walk, id: string, vpcId: string, packet: Packet): Next {
  const { source } = packet.ip;
  if (!lookUpMapping(walk.world, vpcId, source) && stops(walk, 'NO_PUBLIC_MAPPING_EGRESS', id, packet, source))
    return stoppedAt(walk, packet);
  const fitted = fitPacket(walk, id, packet, INTERNET_MTU, (limit) => tooBigFromEdge(walk, id, vpcId, packet, limit));
  if (!fitted) return stoppedAt(walk, packet);
  note(walk, 'forwarded', 'igw-ipv6', fitted, fitted, id);
  return { to: 'internet', packet: fitted };
}

/** The internet hands a packet to the gateway of the VPC that answers for its destination, and to no other. */
function takeIn({ walk, id, packet }: Arrival<InternetGateway>): Next {
  enter(walk, id, 'blackfoot');
  const { source, destination } = packet.ip;
  const reason = privateAddressReason(source, 'source');
  if (reason) return drop(walk, reason, id, packet, source);
  const regional = findRegionalAddress(walk.world, destination);
  if (regional) {
    note(walk, 'forwarded', 'igw-no-swap', packet, packet, id);
    return { to: 'gateway', id: regional.gatewayId, packet };
  }
  const home = isIpv4(destination) ? swapDestination(walk, id, packet) : passIpv6(walk, id, packet);
  if (!home) return drop(walk, 'NO_PUBLIC_MAPPING_INGRESS', id, packet, destination);
  return enterByEdge(walk, id, home.vpcId, home.packet);
}

interface Inbound {
  readonly vpcId: string;
  readonly packet: Packet;
}

/** The public destination becomes the private one behind it; undefined when that is of no attached interface. */
function swapDestination(walk: Walk, id: string, packet: Packet): Inbound | undefined {
  const pair = pairBehind(walk, packet.ip.destination)!;
  if (!deviceOf(walk.world, pair.networkInterfaceId)) return undefined;
  const inside = withDestination(packet, pair.privateIp);
  note(walk, 'translated', 'igw-destination-nat', packet, inside, id, pair);
  return { vpcId: pair.vpcId, packet: inside };
}

function passIpv6(walk: Walk, id: string, packet: Packet): Inbound {
  const vpcId = Object.keys(walk.world.vpcs).find((vpc) => gatewayOfVpc(walk, vpc) === id)!;
  note(walk, 'forwarded', 'igw-ipv6', packet, packet, id);
  return { vpcId, packet };
}
