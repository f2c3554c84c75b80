// The internet gateway: a function of the Blackfoot edge fleet. Outbound it strips the VPC wrap and swaps the private source for its
// public address; inbound it swaps back, asks the mapping and wraps. One to one, no ports, no state. IPv6 passes unchanged.
// Source: D-IGW, D-RA, T15, T17 (vpc-dataplane 2.2, 3). Simplified: one logical device; edge route tables are not applied here.

import * as v from 'valibot';
import { findPairByPublicIp, findPublicPair, type PublicPair } from '../../cloud/lookup.ts';
import type { NetworkInterfaceId } from '../../cloud/network-interface.ts';
import { vpcIdSchema } from '../../cloud/vpc.ts';
import { type Ipv4, isIpv4 } from '../../net/address.ts';
import { type Packet, unwrap, withDestination, withSource } from '../../net/packet.ts';
import { readWraps } from '../arrive.ts';
import { type Arrival, defineGateway } from '../gateway-kind.ts';
import { privateAddressReason } from '../internet.ts';
import { encapsulate } from '../leave.ts';
import { lookUpMapping } from '../mapping.ts';
import { pretendPair } from '../pretence.ts';
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
  blackhole: (gateway, vpcId) => (gateway.vpcId === vpcId ? undefined : 'GATEWAY_DETACHED'),
  forward: sendOut,
  receive: takeIn,
});

function sendOut({ walk, id, gateway, packet }: Arrival<InternetGateway>): Next {
  const { vpc } = readWraps(packet);
  enter(walk, id, 'blackfoot');
  const bare = unwrap(packet);
  note(walk, 'decapsulated', 'strip', packet, bare, id);
  const attached = gateway.vpcId === vpc.vpcId || walk.pretence?.attached.get(vpc.vpcId) === id;
  if (!attached && stops(walk, 'GATEWAY_DETACHED', id, bare, vpc.vpcId)) return stoppedAt(walk, bare);
  const { destination } = bare.ip;
  if (!isIpv4(destination)) return sendOutIpv6(walk, id, vpc.vpcId, bare);
  const reason = privateAddressReason(destination, 'destination');
  if (reason) return drop(walk, reason, id, bare, destination);
  const pair = pairForEgress(walk, id, vpc.vpcId, vpc.from, bare);
  if (!pair) return stoppedAt(walk, bare);
  const outside = withSource(bare, pair.publicIp);
  note(walk, 'translated', 'igw-source-nat', bare, outside, id, pair);
  return { to: 'internet', packet: outside };
}

/** The sender's public address; undefined when the walk ends for want of one. */
function pairForEgress(walk: Walk, id: string, vpcId: string, from: string, packet: Packet): PublicPair | undefined {
  const { source } = packet.ip;
  const known = findPublicPair(walk.world, vpcId, source) ?? findPretendPair(walk, vpcId, source);
  if (known) return known;
  if (stops(walk, 'NO_PUBLIC_MAPPING_EGRESS', id, packet, source)) return undefined;
  return walk.pretence && pretendPair(walk.pretence, vpcId, source as Ipv4, from as NetworkInterfaceId);
}

function findPretendPair({ pretence }: Walk, vpcId: string, privateIp: string): PublicPair | undefined {
  return pretence?.pairs.find((pair) => pair.vpcId === vpcId && pair.privateIp === privateIp);
}

function sendOutIpv6(walk: Walk, id: string, vpcId: string, packet: Packet): Next {
  if (!lookUpMapping(walk.world, vpcId, packet.ip.source)) {
    if (stops(walk, 'NO_PUBLIC_MAPPING_EGRESS', id, packet, packet.ip.source)) return stoppedAt(walk, packet);
  }
  note(walk, 'forwarded', 'igw-ipv6', packet, packet, id);
  return { to: 'internet', packet };
}

function takeIn({ walk, id, packet }: Arrival<InternetGateway>): Next {
  const { world } = walk;
  enter(walk, id, 'blackfoot');
  const reason = privateAddressReason(packet.ip.source, 'source');
  if (reason) return drop(walk, reason, id, packet, packet.ip.source);
  const vpcId = attachedVpc(walk, id);
  const inside = isIpv4(packet.ip.destination) ? swapDestination(walk, id, vpcId, packet) : packet;
  if (!inside) return drop(walk, 'NO_PUBLIC_MAPPING_INGRESS', id, packet, packet.ip.destination);
  const row = lookUpMapping(world, vpcId, inside.ip.destination);
  if (!row) return drop(walk, 'MAPPING_MISS', vpcId, inside, inside.ip.destination);
  return encapsulate(walk, id, world.substrate.blackfoot, inside, row);
}

function attachedVpc({ world, pretence }: Walk, id: string): string {
  const attached = world.gateways[id]?.vpcId;
  if (typeof attached === 'string') return attached;
  return [...(pretence?.attached ?? [])].find(([, gatewayId]) => gatewayId === id)?.[0] as string;
}

function swapDestination(walk: Walk, id: string, vpcId: string, packet: Packet): Packet | undefined {
  const { destination } = packet.ip;
  const pair =
    findPairByPublicIp(walk.world, destination) ??
    walk.pretence?.pairs.find(({ publicIp }) => publicIp === destination);
  if (pair?.vpcId !== vpcId) return undefined;
  const inside = withDestination(packet, pair.privateIp);
  note(walk, 'translated', 'igw-destination-nat', packet, inside, id, pair);
  return inside;
}
