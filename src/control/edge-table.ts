// Edge route tables: a table associated with a gateway steers what comes in. It may hold only whole VPC blocks and whole subnets, sent to
// local or to a network interface. Source: D-RT (vpc-dataplane 3.4, 5.2); code C-LOG for routes, inferred for associations.

import { associationsOf, isMainTable } from '../cloud/lookup.ts';
import { isBlock } from '../cloud/route-table.ts';
import type { World } from '../cloud/world.ts';
import type { Cidr } from '../net/cidr.ts';
import type { OperationError } from './operation.ts';
import { invalid } from './parameter.ts';

export function isEdgeTable(world: World, routeTableId: string): boolean {
  return associationsOf(world, routeTableId).some(([, { gatewayId }]) => gatewayId !== undefined);
}

/** Whether a route's destination is one whole subnet of the table's VPC. */
export function isWholeSubnet(world: World, vpcId: string, destination: Cidr): boolean {
  return Object.values(world.subnets).some(
    (subnet) => subnet.vpcId === vpcId && (subnet.cidr === destination || subnet.ipv6Cidr === destination),
  );
}

export function checkEdgeRoute(
  world: World,
  routeTableId: string,
  destination: Cidr,
  target: string,
): OperationError | undefined {
  const vpcId = world.routeTables[routeTableId]!.vpcId;
  const isInside = world.vpcs[vpcId]?.cidrs.includes(destination) || isWholeSubnet(world, vpcId, destination);
  if (!isInside)
    return invalid(`The destination ${destination} cannot stand in a route table that is associated with a gateway.`);
  if (target === 'local') return undefined;
  if (target.startsWith('eni-')) return checkMiddlebox(world, destination, target);
  return invalid(`The target ${target} cannot be used in a route table that is associated with a gateway.`);
}

/** A table that is associated with a gateway takes no prefix lists. Source: D-RT. */
export function checkListRoute(world: World, routeTableId: string, listId: string): OperationError | undefined {
  if (!isEdgeTable(world, routeTableId)) return undefined;
  return invalid(`The prefix list ${listId} cannot stand in a route table that is associated with a gateway.`);
}

/** A middlebox stands in another subnet than the one it protects. Source: D-RT; code inferred. */
function checkMiddlebox(world: World, destination: Cidr, target: string): OperationError | undefined {
  const home = world.subnets[world.networkInterfaces[target]?.subnetId ?? ''];
  if (home?.cidr !== destination && home?.ipv6Cidr !== destination) return undefined;
  return invalid(`The network interface ${target} stands in ${destination} itself; a middlebox is in another subnet.`);
}

/** Whether a table as it stands may be associated with a gateway. */
export function checkEdgeTable(world: World, routeTableId: string): OperationError | undefined {
  if (isMainTable(world, routeTableId))
    return invalid(`The route table ${routeTableId} is the main table and cannot be associated with a gateway.`);
  const { routes, propagatingVgws = [] } = world.routeTables[routeTableId]!;
  if (propagatingVgws.length > 0)
    return invalid(`The route table ${routeTableId} takes propagated routes and cannot be associated with a gateway.`);
  for (const { destination, target, origin } of routes) {
    if (origin === 'EnableVgwRoutePropagation')
      return invalid(`The route table ${routeTableId} has propagated routes and cannot be associated with a gateway.`);
    if (!isBlock(destination))
      return invalid(`The route table ${routeTableId} has a prefix list and cannot be associated with a gateway.`);
    const refusal = checkEdgeRoute(world, routeTableId, destination, target);
    if (refusal) return refusal;
  }
  return undefined;
}
