// A peering connection on a host: a veth pair of the host's own. A route that names it leads into the pair; what comes out of it is looked
// up in the peer's part of the mapping, if its addresses are the two VPCs' own, and wrapped with the peer's VNI.

import type { Layout } from './layout.ts';
import { mappingTable } from './mapping-lines.ts';
import { nftSet, type Station } from './station.ts';

interface Crossing {
  readonly id: string;
  readonly device: string;
  readonly peerId: string;
}

const PEER_HOP = '169.254.100.2';
const PAIR_MAC = '02:cc:00:00:00:01';

function crossingsOf({ world, vpc }: Layout, vpcId: string): Crossing[] {
  return Object.entries(world.gateways).flatMap(([id, gateway], index) => {
    if (gateway.kind !== 'vpc-peering-connection' || gateway.state !== 'active') return [];
    const ends = [gateway.requesterVpcId as string, gateway.accepterVpcId as string];
    const peerId = ends.find((end) => end !== vpcId);
    return ends.includes(vpcId) && peerId ? [{ id, peerId, device: `px${index}x${vpc(vpcId)}` }] : [];
  });
}

export function peersOf(layout: Layout, vpcId: string): string[] {
  return crossingsOf(layout, vpcId).map(({ peerId }) => peerId);
}

/** The rest of a route to a peering connection; undefined where that is a blackhole. */
export function peeringHop(layout: Layout, vpcId: string, target: string): string | undefined {
  const crossing = crossingsOf(layout, vpcId).find(({ id }) => id === target);
  return crossing && `via ${PEER_HOP} dev ${crossing.device} onlink`;
}

export function addPeerings(station: Station, layout: Layout, vpcIds: readonly string[]): void {
  for (const vpcId of vpcIds)
    for (const { device, peerId } of crossingsOf(layout, vpcId)) {
      station.links.push(`link add ${device} type veth peer name ${device}b address ${PAIR_MAC}`);
      station.ip.push(`link set ${device} up`, `link set ${device}b up`);
      station.ip.push(`neigh add ${PEER_HOP} lladdr ${PAIR_MAC} dev ${device} nud permanent`);
      station.ip.push(`rule add iif ${device}b priority 150 lookup ${mappingTable(layout.vpc(peerId))}`);
      station.ip.push(`rule add iif ${device}b priority 160 blackhole`);
    }
}

export function peeringFilters(layout: Layout, vpcId: string): string[] {
  const blocks = (id: string) => nftSet(layout.world.vpcs[id]!.cidrs);
  return crossingsOf(layout, vpcId).flatMap(({ device, peerId }) => [
    `iifname "${device}b" ip saddr ${blocks(vpcId)} ip daddr ${blocks(peerId)} accept`,
    `iifname "${device}b" drop`,
  ]);
}
