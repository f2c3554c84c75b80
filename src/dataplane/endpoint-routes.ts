// What endpoints mean for who can call whom: addresses of another Region, and providers, who never start. Source: D-GWE, D-S3E, D-IFE
// (vpc-dataplane 6.1, 6.2).

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

/** The endpoint by which one VPC uses a service of the other, which is no way for the provider to call back. */
export function findOneWay(world: World, provider: string | undefined, consumer: string): string | undefined {
  return Object.keys(world.gateways).find((id) => {
    const { kind, vpcId, endpointServiceId } = world.gateways[id]!;
    if (kind !== 'interface-endpoint' || vpcId !== consumer) return false;
    const balancer = world.gateways[String(endpointServiceId)]?.loadBalancerId;
    return provider !== undefined && world.gateways[String(balancer)]?.vpcId === provider;
  });
}
