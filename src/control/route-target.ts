// What CreateRoute and ReplaceRoute share: naming a target, and the rules for what may point where. Source: D-RT, C-LOG, C-OS.

import { interfacesOf, vpcIdOfInterface } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { type Cidr, cidrCovers, hostCidr, isIpv4Cidr } from '../net/cidr.ts';
import type { OperationError } from './operation.ts';
import { invalid } from './parameter.ts';

/** The parameters that name a route's target; a route has exactly one. */
export const ROUTE_TARGETS = ['GatewayId', 'NatGatewayId', 'NetworkInterfaceId', 'InstanceId'] as const;

export type TargetInput = { readonly [K in (typeof ROUTE_TARGETS)[number]]?: string | undefined };

/** The target as a route stores it; an instance stands for its first interface. */
export function targetOf(world: World, input: TargetInput): string {
  if (input.InstanceId) return interfacesOf(world, input.InstanceId)[0] as string;
  return (input.GatewayId ?? input.NatGatewayId ?? input.NetworkInterfaceId) as string;
}

export function checkTarget(world: World, routeTableId: string, input: TargetInput): OperationError | undefined {
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

/** Inside the VPC's own blocks only a whole subnet may be steered, and only to an interface or a NAT gateway. */
export function checkDestination(
  world: World,
  routeTableId: string,
  destination: Cidr,
  input: TargetInput,
): OperationError | undefined {
  const vpcId = world.routeTables[routeTableId]?.vpcId as string;
  const within = world.vpcs[vpcId]?.cidrs.find((cidr) => cidrCovers(cidr, destination));
  if (!within) return undefined;
  if (input.GatewayId)
    return {
      ...invalid(
        `The destination ${destination} is equal to or more specific than ${within}, a CIDR block of the VPC.`,
      ),
      remedy: 'Such a route may only point to a NAT gateway, a network interface or a Gateway Load Balancer endpoint.',
    };
  const isSubnet = Object.values(world.subnets).some(
    (subnet) => subnet.vpcId === vpcId && (subnet.cidr === destination || subnet.ipv6Cidr === destination),
  );
  if (isSubnet) return undefined;
  return {
    ...invalid(`The destination ${destination} does not match the CIDR block of a subnet.`),
    remedy: 'A route more specific than local must have exactly one whole subnet as its destination.',
  };
}

/** Destinations worth offering: everything, what other tables hold, the machines outside, and the VPC's subnets. */
export function destinationCandidates(world: World): readonly string[] {
  const routes = Object.values(world.routeTables).flatMap((table) => table.routes);
  const inUse = routes.filter(({ origin }) => origin === 'CreateRoute').map(({ destination }) => destination);
  const outside = Object.values(world.internet).map(({ address }) => hostCidr(address));
  const subnets = Object.values(world.subnets).map(({ cidr }) => cidr);
  return [...new Set<string>(['0.0.0.0/0', ...inUse.filter(isIpv4Cidr), ...outside.filter(isIpv4Cidr), ...subnets])];
}
