// What CreateRoute and ReplaceRoute share: naming a target, and the rules for what may point where.
// Source: D-RT, C-LOG, C-OS; the order of the checks C-STK (vpc-dataplane 5.2).

import { interfacesOf, vpcIdOfInterface } from '../cloud/lookup.ts';
import type { Route } from '../cloud/route-table.ts';
import type { World } from '../cloud/world.ts';
import { type Cidr, cidrCovers } from '../net/cidr.ts';
import { checkEdgeRoute, isEdgeTable, isWholeSubnet } from './edge-table.ts';
import type { OperationError } from './operation.ts';
import { cidr, id, invalid, required } from './parameter.ts';

/** The parameters that name a route's target; a route has exactly one. */
export const ROUTE_TARGETS = ['GatewayId', 'NatGatewayId', 'NetworkInterfaceId', 'InstanceId'] as const;

/** The parameters that name a route. */
export const ROUTE = {
  RouteTableId: required(id('route-table')),
  DestinationCidrBlock: cidr('IPv4'),
  DestinationIpv6CidrBlock: cidr('IPv6'),
};

export const DESTINATIONS = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock'] as const;

export const TARGETS = {
  GatewayId: id('route-gateway'),
  NatGatewayId: id('nat-gateway'),
  NetworkInterfaceId: id('network-interface'),
  InstanceId: id('instance'),
};

export interface DestinationInput {
  readonly DestinationCidrBlock?: Cidr | undefined;
  readonly DestinationIpv6CidrBlock?: Cidr | undefined;
}

export function destinationOf(input: DestinationInput): Cidr {
  return (input.DestinationCidrBlock ?? input.DestinationIpv6CidrBlock) as Cidr;
}

export type TargetInput = { readonly [K in (typeof ROUTE_TARGETS)[number]]?: string | undefined };

/** The target as a route stores it; an instance stands for its first interface. */
export function targetOf(world: World, input: TargetInput): string {
  if (input.InstanceId) return interfacesOf(world, input.InstanceId)[0] as string;
  return (input.GatewayId ?? input.NatGatewayId ?? input.NetworkInterfaceId) as string;
}

/** A route that somebody wrote, or a local one; a propagated route of the same destination is another matter. */
export function findFixedRoute(world: World, routeTableId: string, destination: Cidr): Route | undefined {
  return world.routeTables[routeTableId]?.routes.find(
    (route) => route.destination === destination && route.origin !== 'EnableVgwRoutePropagation',
  );
}

export function checkRoute(
  world: World,
  routeTableId: string,
  destination: Cidr,
  input: TargetInput,
): OperationError | undefined {
  return (
    checkTarget(world, routeTableId, input) ??
    (isEdgeTable(world, routeTableId)
      ? checkEdgeRoute(world, routeTableId, destination, targetOf(world, input))
      : checkDestination(world, routeTableId, destination, input))
  );
}

function checkTarget(world: World, routeTableId: string, input: TargetInput): OperationError | undefined {
  const vpcId = world.routeTables[routeTableId]?.vpcId as string;
  if (input.InstanceId && interfacesOf(world, input.InstanceId).length !== 1)
    return {
      code: 'InvalidInstanceID',
      message: `The instance ${input.InstanceId} does not have exactly one network interface; name the interface instead.`,
    };
  const target = targetOf(world, input);
  const networkInterface = world.networkInterfaces[target];
  const home = networkInterface ? vpcIdOfInterface(world, networkInterface) : world.gateways[target]?.vpcId;
  if (home === vpcId) return undefined;
  return {
    ...invalid(`${target} and the route table ${routeTableId} belong to different networks.`),
    remedy:
      home === undefined
        ? `${target} is not attached; attach it to ${vpcId} first.`
        : `${target} belongs to ${home}; the table belongs to ${vpcId}.`,
  };
}

/** Inside the VPC's own blocks only local's own destination and whole subnets may be steered, and only to an interface or a NAT gateway. */
function checkDestination(
  world: World,
  routeTableId: string,
  destination: Cidr,
  input: TargetInput,
): OperationError | undefined {
  const vpcId = world.routeTables[routeTableId]?.vpcId as string;
  const within = world.vpcs[vpcId]?.cidrs.find((block) => cidrCovers(block, destination));
  if (!within) return undefined;
  if (input.GatewayId)
    return {
      ...invalid(
        `The destination ${destination} is equal to or more specific than ${within}, a CIDR block of the VPC.`,
      ),
      remedy: 'Such a route may only point to a NAT gateway, a network interface or a Gateway Load Balancer endpoint.',
    };
  if (within === destination || isWholeSubnet(world, vpcId, destination)) return undefined;
  return {
    ...invalid(`The destination ${destination} does not match the CIDR block of a subnet.`),
    remedy: 'A route more specific than local must have exactly one whole subnet as its destination.',
  };
}
