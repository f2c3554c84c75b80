// What a route table says about an address of S3 or DynamoDB. Source: D-GWE, D-S3E (vpc-dataplane 6.1).

import type { World } from '../cloud/world.ts';
import type { Address } from '../net/address.ts';
import { findInternetHost } from './internet.ts';

/** A machine of a service that the table has an endpoint for, but at an address that the Region's list does not hold. */
export function isOfAnotherRegion(world: World, routeTableId: string, destination: Address): boolean {
  const service = world.internet[findInternetHost(world, destination) ?? '']?.service;
  if (!service) return false;
  const { routes } = world.routeTables[routeTableId]!;
  return routes.some((route) => world.prefixLists[route.destination]?.name.endsWith(`.${service}`));
}
