// A VPC peering connection: no gateway and no device. The sender's host looks the destination up in the peer's part of the Mapping Service
// and wraps straight for the peer's host. It carries only the two VPCs' own addresses; that one test is why it is never transitive and
// why nobody can borrow the peer's gateways. Source: D-PEER, D-RA (vpc-dataplane 7.1, 7.3).
// Inferred: the wrap names the peer's VPC; the sender's side makes the test. Simplified: same Region and account; no DNS option.

import * as v from 'valibot';
import { isPeeringOver, PEERING_STATES } from '../../cloud/joined-vpcs.ts';
import { vpcIdOfInterface } from '../../cloud/lookup.ts';
import type { Path } from '../../cloud/problem.ts';
import { type Report, refers } from '../../cloud/report.ts';
import { vpcIdSchema } from '../../cloud/vpc.ts';
import type { World } from '../../cloud/world.ts';
import type { Address } from '../../net/address.ts';
import { type Cidr, cidrContains, cidrsOverlap } from '../../net/cidr.ts';
import { type Departure, defineGateway } from '../gateway-kind.ts';
import { encapsulate, mappingFor, routeOutAnyway } from '../leave.ts';
import { drop, type Next, note, stoppedAt, stops } from '../walk.ts';

const attributes = v.strictObject({
  requesterVpcId: vpcIdSchema,
  /** May name no VPC of this World once the connection has failed. */
  accepterVpcId: vpcIdSchema,
  state: v.optional(v.picklist(PEERING_STATES), 'active'),
});

export type VpcPeeringConnection = v.InferOutput<typeof attributes>;

export const vpcPeeringConnection = defineGateway<VpcPeeringConnection>({
  kind: 'vpc-peering-connection',
  prefix: 'pcx',
  label: 'VPC peering connection',
  routeParameter: 'VpcPeeringConnectionId',
  device: 'none',
  attributes,
  references: checkPeers,
  homes: ({ requesterVpcId, accepterVpcId }) => [requesterVpcId, accepterVpcId],
  blackhole: (gateway, vpcId) => {
    if (!peerOf(gateway, vpcId)) return 'ROUTE_BLACKHOLE';
    return gateway.state === 'active' ? undefined : 'PCX_NOT_ACTIVE';
  },
  leadsTo: (gateway, vpcId, destination, world) =>
    !isPeeringOver(gateway.state) && isIn(world, peerOf(gateway, vpcId), destination),
  take: cross,
});

/** The other side, seen from one of the two VPCs. */
function peerOf({ requesterVpcId, accepterVpcId }: VpcPeeringConnection, vpcId: string): string | undefined {
  if (vpcId === requesterVpcId) return accepterVpcId;
  return vpcId === accepterVpcId ? requesterVpcId : undefined;
}

function isIn(world: World, vpcId: string | undefined, address: Address): boolean {
  return vpcId !== undefined && world.vpcs[vpcId]!.cidrs.some((cidr) => cidrContains(cidr, address));
}

function cross({ walk, id, gateway, packet, networkInterfaceId, underlay }: Departure<VpcPeeringConnection>): Next {
  const { world } = walk;
  const { source, destination } = packet.ip;
  const own = vpcIdOfInterface(world, world.networkInterfaces[networkInterfaceId]!);
  const peer = peerOf(gateway, own) as string;
  if (!isIn(world, own, source)) return drop(walk, 'PCX_TRANSITIVE', id, packet, source);
  if (!isIn(world, peer, destination)) {
    if (stops(walk, 'PCX_TRANSITIVE', id, packet, destination)) return stoppedAt(walk, packet);
    return routeOutAnyway(walk, networkInterfaceId, underlay, packet);
  }
  note(walk, 'forwarded', 'peering', packet, packet, id);
  const row = mappingFor(walk, peer, packet, destination);
  return row ? encapsulate(walk, networkInterfaceId, underlay, packet, row) : stoppedAt(walk, packet);
}

function checkPeers(gateway: VpcPeeringConnection, world: World, path: Path, report: Report): void {
  const { requesterVpcId, accepterVpcId, state } = gateway;
  if (isPeeringOver(state)) return;
  refers(world.vpcs, requesterVpcId, [...path, 'requesterVpcId'], report);
  refers(world.vpcs, accepterVpcId, [...path, 'accepterVpcId'], report);
  if (overlapOf(world, requesterVpcId, accepterVpcId))
    report(path, `${requesterVpcId} and ${accepterVpcId} overlap`, 'such a connection is failed, and never active');
  const twin = Object.entries(world.gateways).find(
    ([id, other]) => id < String(path[1]) && isSamePair(gateway, other) && !isPeeringOver(other.state),
  );
  if (twin) report(path, `${twin[0]} already peers ${requesterVpcId} with ${accepterVpcId}`);
}

function isSamePair(gateway: VpcPeeringConnection, other: World['gateways'][string]): boolean {
  if (other.kind !== 'vpc-peering-connection') return false;
  const { requesterVpcId, accepterVpcId } = other as unknown as VpcPeeringConnection;
  return peerOf(gateway, requesterVpcId) === accepterVpcId;
}

/** A block of one VPC that overlaps with the other's, as every block does with its own VPC's; used or not, one is enough. Source: D-PEER. */
export function overlapOf(world: World, one: string, other: string): string | undefined {
  const isTaken = (cidr: Cidr) => world.vpcs[other]?.cidrs.some((each) => cidrsOverlap(cidr, each));
  return world.vpcs[one]?.cidrs.find(isTaken);
}
