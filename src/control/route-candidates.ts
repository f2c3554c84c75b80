// What is worth offering for routes: destinations that mean something here, and targets that can carry a packet on.

import { areJoined, isPeeringOver } from '../cloud/joined-vpcs.ts';
import { vpcIdOfInterface } from '../cloud/lookup.ts';
import { isBlock, type Route } from '../cloud/route-table.ts';
import type { World } from '../cloud/world.ts';
import { homesOf } from '../dataplane/gateway-kind.ts';
import { GATEWAY_KINDS } from '../dataplane/gateways/registry.ts';
import { type Cidr, cidrCovers, hostCidr, isIpv4Cidr } from '../net/cidr.ts';
import { isWholeSubnet } from './edge-table.ts';
import { isAwsName, isEndpoint } from './endpoint.ts';
import { RESOURCE_KINDS, type ResourceKindName } from './resource.ts';
import { checkEndpointRoute, type DestinationInput, destinationOf, findFixedRoute } from './route-target.ts';
import { siteBlocks } from './site.ts';

export interface RouteInput extends DestinationInput {
  readonly RouteTableId?: string | undefined;
}

/** Everything, what other tables hold, the machines outside, and where there is an appliance the VPC's own subnets; not what the table has. */
export function destinationCandidates(world: World, { RouteTableId = '' }: RouteInput): readonly Cidr[] {
  const vpcId = vpcOf(world, { RouteTableId });
  if (!vpcId) return [];
  const routes = Object.values(world.routeTables).flatMap((table) => table.routes);
  const inUse = routes.flatMap(({ origin, destination }) =>
    origin === 'CreateRoute' && isBlock(destination) ? [destination] : [],
  );
  const outside = Object.values(world.internet).map(({ address }) => hostCidr(address));
  const subnets = Object.values(world.subnets).filter((subnet) => subnet.vpcId === vpcId);
  const appliances = listAppliances(world, vpcId).length > 0 ? subnets.map(({ cidr }) => cidr) : [];
  const joined = joinedBlocks(world, vpcId);
  const sites = siteBlocks(world) as readonly Cidr[];
  const all = new Set<Cidr>([...defaultsOf(world, vpcId), ...inUse, ...joined, ...sites, ...outside, ...appliances]);
  return [...all].filter((block) => mayStand(world, vpcId, block) && !findFixedRoute(world, RouteTableId, block));
}

const DEFAULTS = ['0.0.0.0/0', '::/0'] as readonly string[] as readonly Cidr[];

/** `::/0` only where the VPC speaks IPv6. */
function defaultsOf(world: World, vpcId: string): readonly Cidr[] {
  return DEFAULTS.filter((block) => isIpv4Cidr(block) || world.vpcs[vpcId]!.cidrs.some((cidr) => !isIpv4Cidr(cidr)));
}

/** Inside the VPC's own blocks only whole subnets may be routed. */
function mayStand(world: World, vpcId: string, block: Cidr): boolean {
  const within = world.vpcs[vpcId]!.cidrs.some((cidr) => cidrCovers(cidr, block));
  return !within || isWholeSubnet(world, vpcId, block);
}

/** Interfaces that can carry what is not theirs: the guest forwards, or the check is off already. */
export function listAppliances(world: World, vpcId: string | undefined): readonly string[] {
  return Object.entries(world.networkInterfaces).flatMap(([id, networkInterface]) => {
    const { instanceId, managedBy, sourceDestCheck } = networkInterface;
    if (managedBy || vpcIdOfInterface(world, networkInterface) !== vpcId) return [];
    const forwards = instanceId && world.instances[instanceId]!.forwarding !== 'none';
    return forwards || !sourceDestCheck ? [id] : [];
  });
}

/** For each parameter that names a target. A gateway that is attached to nothing is offered: the refusal says what to do. */
export const targetCandidates = {
  GatewayId: (world: World, input: RouteInput) =>
    isInside(world, input)
      ? []
      : RESOURCE_KINDS['route-gateway']
          .list(world)
          .filter((id) => !isEndpoint(world, id))
          .filter((id) => [undefined, vpcOf(world, input)].includes(world.gateways[id]!.vpcId as string | undefined))
          .filter((id) => !isCurrent(world, input, id)),
  NatGatewayId: (world: World, input: RouteInput) =>
    RESOURCE_KINDS['nat-gateway']
      .list(world)
      .filter((id) => world.gateways[id]!.vpcId === vpcOf(world, input) && world.gateways[id]!.state !== 'failed')
      .filter((id) => !isCurrent(world, input, id)),
  VpcPeeringConnectionId: (world: World, input: RouteInput) =>
    outsideTargets(world, input, 'vpc-peering-connection').filter((id) => !isPeeringOver(world.gateways[id]!.state)),
  TransitGatewayId: (world: World, input: RouteInput) => outsideTargets(world, input, 'transit-gateway'),
  EgressOnlyInternetGatewayId: (world: World, input: RouteInput) =>
    input.DestinationCidrBlock ? [] : outsideTargets(world, input, 'egress-only-internet-gateway'),
  NetworkInterfaceId: (world: World, input: RouteInput) =>
    listAppliances(world, vpcOf(world, input)).filter((id) => !isCurrent(world, input, id)),
  /** An instance is only another name for its interface. */
  InstanceId: () => [],
};

/** Gateways that this VPC may route to, for a destination outside it. */
function outsideTargets(world: World, input: RouteInput, kind: ResourceKindName): readonly string[] {
  const vpcId = vpcOf(world, input);
  if (!vpcId || isInside(world, input)) return [];
  return RESOURCE_KINDS[kind]
    .list(world)
    .filter((id) => homesOf(GATEWAY_KINDS, world, id).includes(vpcId) && !isCurrent(world, input, id));
}

/** The blocks of VPCs that this one is joined to; of itself as well, which the table has as local. */
function joinedBlocks(world: World, vpcId: string): readonly Cidr[] {
  return Object.entries(world.vpcs).flatMap(([id, { cidrs }]) => (areJoined(world, id, vpcId) ? cidrs : []));
}

function vpcOf(world: World, { RouteTableId = '' }: RouteInput): string | undefined {
  return world.routeTables[RouteTableId]?.vpcId;
}

function isInside(world: World, input: RouteInput): boolean {
  const vpcId = vpcOf(world, input);
  const destination = destinationOf(input);
  if (!vpcId || !destination || !isBlock(destination)) return false;
  return world.vpcs[vpcId]!.cidrs.some((block) => cidrCovers(block, destination));
}

function isCurrent(world: World, input: RouteInput, target: string): boolean {
  return findFixedRoute(world, input.RouteTableId ?? '', destinationOf(input))?.target === target;
}

/** The account's own prefix lists that the table has no route for. */
export function freeLists(world: World, { RouteTableId }: RouteInput): readonly string[] {
  if (!RouteTableId) return [];
  return ownLists(world).filter((id) => !findFixedRoute(world, RouteTableId, id as Route['destination']));
}

/** The prefix lists that somebody has written a route for. */
export function listedRoutes(world: World, { RouteTableId = '' }: RouteInput): readonly string[] {
  const routes = world.routeTables[RouteTableId]?.routes ?? [];
  return routes.flatMap((route) =>
    isBlock(route.destination) || checkEndpointRoute(world, route) ? [] : [route.destination],
  );
}

function ownLists(world: World): readonly string[] {
  return Object.keys(world.prefixLists).filter((id) => !isAwsName(world.prefixLists[id]!.name));
}

/** For each parameter that names a destination: those of one family out of a list. */
export function byFamily(list: (world: World, input: RouteInput) => readonly Cidr[]) {
  return {
    DestinationCidrBlock: (world: World, input: RouteInput) => list(world, input).filter(isIpv4Cidr),
    DestinationIpv6CidrBlock: (world: World, input: RouteInput) =>
      list(world, input).filter((block) => !isIpv4Cidr(block)),
  };
}
