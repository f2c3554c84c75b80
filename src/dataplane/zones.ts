// Availability Zones: what stands in one is gone while the zone is lost; what is Regional, such as an internet gateway, goes on.
// Source: D-NAT (a zonal NAT gateway dies with its zone). Simplified: a zone is there or lost, at once and for everybody.

import type { World } from '../cloud/world.ts';

/** The lost zone that an interface stands in; undefined while its zone is there. */
export function lostZoneOf(world: World, networkInterfaceId: string | undefined): string | undefined {
  return world.conditions.lostZones.find((zone) => zone === zoneOf(world, networkInterfaceId));
}

/** The zone that an interface stands in. */
export function zoneOf(world: World, networkInterfaceId: string | undefined): string | undefined {
  const subnetId = networkInterfaceId && world.networkInterfaces[networkInterfaceId]?.subnetId;
  return subnetId && world.subnets[subnetId]!.availabilityZone;
}
