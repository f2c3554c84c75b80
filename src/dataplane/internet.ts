// The internet: everything between the edge and machines outside, with AWS's own public addresses among them.
// Source: D-IGW, D-FAQ. Simplified: one node, no loss, and every public address that no World names belongs to a machine that answers.

import { findAttachedGateway, findPairByPublicIp, type PublicPair } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { memoByIdentity } from '../memo.ts';
import { type Address, isIpv4 } from '../net/address.ts';
import { cidrContains, isRfc1918, isRfc6598 } from '../net/cidr.ts';
import type { Packet } from '../net/packet.ts';
import { kindOf } from './gateway-kind.ts';
import { accept } from './guest.ts';
import { drop, enter, type Next, note, stoppedAt, stops, type Walk } from './walk.ts';

const hostsByAddress = memoByIdentity((hosts: World['internet']) => {
  return new Map(Object.entries(hosts).map(([id, { address }]) => [address as string, id]));
});

export function findInternetHost(world: World, address: string): string | undefined {
  return hostsByAddress(world.internet).get(address);
}

/** Carries a bare packet to whoever holds its destination. */
export function crossInternet(walk: Walk, packet: Packet): Next {
  const { world } = walk;
  const { destination } = packet.ip;
  enter(walk, 'internet', 'internet');
  note(walk, 'forwarded', 'internet', packet, packet, 'internet');
  const hostId = findInternetHost(world, destination);
  if (hostId) return reachOutsideMachine(walk, hostId, packet);
  const pair =
    findPairByPublicIp(world, destination) ?? walk.pretence?.pairs.find(({ publicIp }) => publicIp === destination);
  const vpcId = pair?.vpcId ?? findVpcByIpv6(world, destination);
  if (vpcId) return enterVpc(walk, vpcId, pair, packet);
  if (belongsToAws(world, destination)) return drop(walk, 'NO_PUBLIC_MAPPING_INGRESS', 'internet', packet, destination);
  enter(walk, destination, 'outside');
  return accept(walk, destination, {}, packet);
}

function reachOutsideMachine(walk: Walk, hostId: string, packet: Packet): Next {
  enter(walk, hostId, 'outside');
  return accept(walk, hostId, walk.world.internet[hostId]!.application, packet);
}

/** The public address is one of a VPC's: its internet gateway takes the packet in. */
function enterVpc(walk: Walk, vpcId: string, pair: PublicPair | undefined, packet: Packet): Next {
  const { world, kinds } = walk;
  const id = findAttachedGateway(world, 'internet-gateway', vpcId) ?? walk.pretence?.attached.get(vpcId);
  if (id) return handIn(walk, id, packet);
  const spare = Object.keys(world.gateways).find(
    (other) => kindOf(kinds, world.gateways[other])?.kind === 'internet-gateway',
  );
  if (stops(walk, 'GATEWAY_DETACHED', spare ?? vpcId, packet, pair?.publicIp ?? vpcId)) return stoppedAt(walk, packet);
  walk.pretence?.attached.set(vpcId, spare ?? 'igw-missing');
  return handIn(walk, spare ?? 'igw-missing', packet);
}

function handIn(walk: Walk, id: string, packet: Packet): Next {
  const gateway = walk.world.gateways[id] ?? { kind: 'internet-gateway' };
  const kind = kindOf(walk.kinds, gateway);
  if (!kind?.receive) return drop(walk, 'MAPPING_MISS', id, packet, packet.ip.destination);
  return kind.receive({ walk, id, gateway, packet });
}

function findVpcByIpv6(world: World, destination: Address): string | undefined {
  if (isIpv4(destination)) return undefined;
  return Object.keys(world.vpcs).find((id) => world.vpcs[id]?.cidrs.some((cidr) => cidrContains(cidr, destination)));
}

/** Public addresses that AWS holds but that no interface has now. */
function belongsToAws(world: World, destination: Address): boolean {
  if (cidrContains(world.publicPool.cidr, destination)) return true;
  return Object.values(world.elasticIps).some(({ publicIp }) => publicIp === destination);
}

/** The reason why the edge keeps a packet from or to this address off the internet; undefined where it does not. */
export function privateAddressReason(address: Address, end: 'source' | 'destination') {
  if (!isIpv4(address)) return undefined;
  if (isRfc1918(address)) return end === 'source' ? 'PRIVATE_SRC_AT_IGW' : 'PRIVATE_DST_AT_IGW';
  if (isRfc6598(address)) return end === 'source' ? 'SHARED_SRC_AT_IGW' : 'SHARED_DST_AT_IGW';
  return undefined;
}
