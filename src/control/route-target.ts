// What CreateRoute and ReplaceRoute share: naming a target, and the rules for what may point where.
// Source: D-RT, C-LOG, C-OS; the order of the checks C-STK (vpc-dataplane 5.2).

import { isPeeringOver } from '../cloud/joined-vpcs.ts';
import { interfacesOf, vpcIdOfInterface } from '../cloud/lookup.ts';
import { isBlock, type Route } from '../cloud/route-table.ts';
import type { World } from '../cloud/world.ts';
import { homesOf } from '../dataplane/gateway-kind.ts';
import { GATEWAY_KINDS } from '../dataplane/gateways/registry.ts';
import { type Cidr, cidrCovers, isIpv4Cidr } from '../net/cidr.ts';
import { checkEdgeRoute, checkListRoute, isEdgeTable, isWholeSubnet } from './edge-table.ts';
import { isEndpoint } from './endpoint.ts';
import type { OperationError } from './operation.ts';
import { cidr, id, invalid, required } from './parameter.ts';

/** The parameters that name a route's target; a route has exactly one. */
export const ROUTE_TARGETS = [
  'GatewayId',
  'NatGatewayId',
  'VpcPeeringConnectionId',
  'TransitGatewayId',
  'EgressOnlyInternetGatewayId',
  'NetworkInterfaceId',
  'InstanceId',
] as const;

/** The parameters that name a route. */
export const ROUTE = {
  RouteTableId: required(id('route-table')),
  DestinationCidrBlock: cidr('IPv4'),
  DestinationIpv6CidrBlock: cidr('IPv6'),
  DestinationPrefixListId: id('prefix-list'),
};

export const DESTINATIONS = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'] as const;

export const TARGETS = {
  GatewayId: id('route-gateway'),
  NatGatewayId: id('nat-gateway'),
  VpcPeeringConnectionId: id('vpc-peering-connection'),
  TransitGatewayId: id('transit-gateway'),
  EgressOnlyInternetGatewayId: id('egress-only-internet-gateway'),
  NetworkInterfaceId: id('network-interface'),
  InstanceId: id('instance'),
};

export interface DestinationInput {
  readonly DestinationCidrBlock?: Cidr | undefined;
  readonly DestinationIpv6CidrBlock?: Cidr | undefined;
  readonly DestinationPrefixListId?: string | undefined;
}

export function destinationOf(input: DestinationInput): Route['destination'] {
  const { DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId } = input;
  return (DestinationCidrBlock ?? DestinationIpv6CidrBlock ?? DestinationPrefixListId) as Route['destination'];
}

export type TargetInput = { readonly [K in (typeof ROUTE_TARGETS)[number]]?: string | undefined };

/** The target as a route stores it; an instance stands for its first interface. */
export function targetOf(world: World, input: TargetInput): string {
  if (input.InstanceId) return interfacesOf(world, input.InstanceId)[0] as string;
  return ROUTE_TARGETS.map((name) => input[name]).find((value) => value !== undefined) as string;
}

/** A route that somebody wrote, or a local one; a propagated route of the same destination is another matter. */
export function findFixedRoute(
  world: World,
  routeTableId: string,
  destination: Route['destination'],
): Route | undefined {
  return world.routeTables[routeTableId]?.routes.find(
    (route) => route.destination === destination && route.origin !== 'EnableVgwRoutePropagation',
  );
}

export function checkRoute(
  world: World,
  routeTableId: string,
  destination: Route['destination'],
  input: TargetInput,
): OperationError | undefined {
  const refusal = checkEndpointTarget(world, destination, input) ?? checkTarget(world, routeTableId, input);
  if (refusal) return refusal;
  if (!isBlock(destination)) return checkListRoute(world, routeTableId, destination);
  return (
    checkFamily(destination, input) ??
    (isEdgeTable(world, routeTableId)
      ? checkEdgeRoute(world, routeTableId, destination, targetOf(world, input))
      : checkDestination(world, routeTableId, destination, input))
  );
}

/** Only the endpoint API makes the routes of a gateway endpoint, and an interface endpoint has none. Codes C-LOG, C-TF, C-MOTO. */
function checkEndpointTarget(world: World, destination: Route['destination'], { GatewayId = '' }: TargetInput) {
  if (!isEndpoint(world, GatewayId)) return undefined;
  const remedy = 'Give the endpoint to the route table with modify-vpc-endpoint --add-route-table-ids.';
  const message = `The endpoint ${GatewayId} cannot be the target of a route for ${destination}.`;
  return { code: isBlock(destination) ? 'RouteNotSupported' : 'InvalidParameterValue', message, remedy };
}

/** Refuses to touch a route that a gateway endpoint has made. Source: D-GWE; code inferred. */
export function checkEndpointRoute(world: World, route: Route | undefined): OperationError | undefined {
  if (!route || world.gateways[route.target]?.kind !== 'gateway-endpoint') return undefined;
  return {
    ...invalid(`The route for ${route.destination} belongs to the endpoint ${route.target}.`),
    remedy: 'Use modify-vpc-endpoint --remove-route-table-ids, or delete the endpoint.',
  };
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
  const homes = networkInterface ? [vpcIdOfInterface(world, networkInterface)] : homesOf(GATEWAY_KINDS, world, target);
  if (homes.includes(vpcId)) return checkAlive(world, target);
  return {
    ...strangerError(world, target, routeTableId),
    remedy:
      homes.length === 0
        ? `${target} is not attached; attach it to ${vpcId} first.`
        : `${target} belongs to ${homes.join(' and ')}; the table belongs to ${vpcId}.`,
  };
}

/** A target that is not this VPC's. EC2 does not admit that it exists where it is a transit gateway or a virtual private gateway. */
function strangerError(world: World, target: string, routeTableId: string): OperationError {
  const kind = world.gateways[target]?.kind;
  const hidden: Readonly<Record<string, string>> = {
    'transit-gateway': 'InvalidTransitGatewayID.NotFound',
    'vpn-gateway': 'InvalidGatewayID.NotFound',
  };
  const code = kind && hidden[kind];
  if (code) return { code, message: `The gateway ID '${target}' does not exist in the network of ${routeTableId}.` };
  return invalid(`${target} and the route table ${routeTableId} belong to different networks.`);
}

/** A peering connection that waits for its answer may be routed to; one that is over may not. */
function checkAlive(world: World, target: string): OperationError | undefined {
  const gateway = world.gateways[target];
  if (gateway?.kind !== 'vpc-peering-connection' || !isPeeringOver(gateway.state)) return undefined;
  return invalid(`The VPC peering connection ${target} is ${gateway.state} and cannot be a route's target.`);
}

/** An egress-only internet gateway knows IPv6 only. Source: D-EIGW. */
function checkFamily(destination: Cidr, { EgressOnlyInternetGatewayId }: TargetInput): OperationError | undefined {
  if (!EgressOnlyInternetGatewayId || !isIpv4Cidr(destination)) return undefined;
  return {
    ...invalid(`The destination ${destination} cannot be routed to the egress-only internet gateway.`),
    remedy: 'It carries IPv6 only; ::/0 is a row of its own.',
  };
}

const TARGETS_INSIDE = ['NatGatewayId', 'NetworkInterfaceId', 'InstanceId'] as const;

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
  if (!TARGETS_INSIDE.some((name) => input[name] !== undefined))
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
