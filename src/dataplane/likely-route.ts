// What a diagnosis takes for a route that is missing, dead or circular, so that it can go on: the middlebox that the gateway's table
// names, the VPC's NAT gateway for a sender without a public address, its internet gateway, another VPC's NAT gateway. Before them come
// gateways that say of themselves that they lead there, and a dead one that could be brought back. For any other destination that the
// internet does not carry it has no idea.

import { findAttachedGateway, listGateways, vpcIdOfInterface } from '../cloud/lookup.ts';
import type { Route } from '../cloud/route-table.ts';
import type { World } from '../cloud/world.ts';
import { type Address, isIpv4 } from '../net/address.ts';
import { scopeOf } from '../net/cidr.ts';
import type { Packet } from '../net/packet.ts';
import { missGateway } from './internet.ts';
import { egressAttachment } from './likely-attachment.ts';
import { middleboxBefore } from './middlebox.ts';
import { gatewayOfVpc, pairBehind, pairOf } from './pretence.ts';
import { findVpcAttachment } from './transit-routes.ts';
import type { Walk } from './walk.ts';

/** Where the route that should stand there leads; undefined when there is none to think of. `dead` is the blackhole that stands there now. */
export function likelyTarget(walk: Walk, networkInterfaceId: string, packet: Packet, dead?: Route): string | undefined {
  const { world } = walk;
  const { destination } = packet.ip;
  const networkInterface = world.networkInterfaces[networkInterfaceId]!;
  const vpcId = vpcIdOfInterface(world, networkInterface);
  if (dead && (leads(walk, dead.target, vpcId, destination) || isHeld(world, dead.target))) return dead.target;
  const direct = Object.keys(world.gateways).find((id) => leads(walk, id, vpcId, destination));
  if (direct) return direct;
  if (scopeOf(destination) !== 'public' && !pairBehind(walk, destination)) return undefined;
  return (
    middleboxOnTheWay(walk, vpcId, packet, networkInterfaceId) ??
    privateWayOut(walk, vpcId, networkInterface.subnetId, packet) ??
    gatewayOfVpc(walk, vpcId) ??
    attachDead(walk, vpcId, dead) ??
    transitWayOut(walk, vpcId, packet) ??
    missGateway(walk, vpcId, packet)
  );
}

/** Whether a dead target is an interface that would take packets again once its instance runs. */
function isHeld({ networkInterfaces }: World, target: string): boolean {
  return networkInterfaces[target]?.instanceId !== undefined;
}

/** What the VPC's internet gateway, attached or not, has written in a table of its own for the sender: a middlebox, as a rule. */
function middleboxOnTheWay(walk: Walk, vpcId: string, packet: Packet, networkInterfaceId: string): string | undefined {
  const { gateways, routeAssociations, routeTables } = walk.world;
  const edge = Object.values(routeAssociations).find(
    ({ gatewayId, routeTableId }) =>
      gatewayId && gateways[gatewayId]!.kind === 'internet-gateway' && routeTables[routeTableId]!.vpcId === vpcId,
  );
  return edge && middleboxBefore(walk, edge.gatewayId!, packet.ip.source, networkInterfaceId);
}

/** The transit gateway that leads a VPC without a gateway of its own to another's NAT gateway. */
function transitWayOut({ world }: Walk, vpcId: string, { ip }: Packet): string | undefined {
  return listGateways(world, 'transit-gateway').find(([transitGatewayId]) => {
    const from = findVpcAttachment(world, transitGatewayId, vpcId);
    return from && egressAttachment(world, { transitGatewayId, from }, ip.destination);
  })?.[0];
}

/** The way out of those whom nobody outside should reach: a NAT gateway for IPv4, an egress-only gateway for requests in IPv6. */
function privateWayOut(walk: Walk, vpcId: string, subnetId: string, { ip }: Packet): string | undefined {
  if (isIpv4(ip.destination)) return pairOf(walk, vpcId, ip.source) ? undefined : findUsableNat(walk, vpcId, subnetId);
  return walk.awaited ? undefined : findAttachedGateway(walk.world, 'egress-only-internet-gateway', vpcId);
}

/** Whether a gateway says of itself that it leads there, or would if it were in order: a peering connection to the VPC that has the address, say. */
function leads({ world, kinds }: Walk, id: string, vpcId: string, destination: Address): boolean {
  const gateway = world.gateways[id];
  return (gateway && kinds[gateway.kind]!.leadsTo?.(gateway, vpcId, destination, world, id)) ?? false;
}

/** A blackhole to a detached internet gateway has been listed; the gateway need not be listed again. */
function attachDead({ world, pretence }: Walk, vpcId: string, dead: Route | undefined): string | undefined {
  const gateway = dead && world.gateways[dead.target];
  if (gateway?.kind !== 'internet-gateway' || gateway.vpcId !== undefined) return undefined;
  pretence!.attached.set(vpcId, dead!.target);
  return dead!.target;
}

/** One with public addresses; the internet gateway drops what a private one sends (4.2). In its own subnet none serves. */
function findUsableNat({ world, kinds }: Walk, vpcId: string, subnetId: string): string | undefined {
  return Object.keys(world.gateways).find((id) => {
    const gateway = world.gateways[id]!;
    const { kind, connectivityType } = gateway;
    if (gateway.vpcId !== vpcId || kinds[kind]!.blackhole(gateway, vpcId, world, id)) return false;
    if (kind === 'nat-gateway') return connectivityType === 'public' && gateway.subnetId !== subnetId;
    return kind === 'regional-nat-gateway';
  });
}
