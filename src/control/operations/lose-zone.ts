// The lab's own: an Availability Zone is lost, with everything that stands in it. Source: D-NAT (what is zonal dies with its zone).

import type { World } from '../../cloud/world.ts';
import { defineOperation } from '../operation.ts';
import { freeText, invalid, required } from '../parameter.ts';

export const loseZone = defineOperation({
  service: 'lab',
  name: 'LoseZone',
  effect: 'edit',
  summary: 'An Availability Zone is lost: whatever stands in it neither sends nor answers',
  parameters: { Zone: required(freeText('ZONE')) },
  candidates: { Zone: (world) => listZones(world).filter((zone) => !world.conditions.lostZones.includes(zone)) },
  check: (world, { Zone }) => checkZone(world, Zone),
  apply(draft, { Zone }, before) {
    if (!before.conditions.lostZones.includes(Zone)) draft.conditions.lostZones.push(Zone);
    return undefined;
  },
});

/** The zones in which something stands. */
function listZones(world: World): readonly string[] {
  return [...new Set(Object.values(world.subnets).map(({ availabilityZone }) => availabilityZone))].sort();
}

export function checkZone(world: World, zone: string) {
  const zones = listZones(world);
  if (zones.includes(zone)) return undefined;
  return { ...invalid(`No subnet stands in the zone ${zone}.`), remedy: `Zones: ${zones.join(', ') || '(none)'}.` };
}
