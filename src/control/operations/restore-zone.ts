// The lab's own: a lost Availability Zone is back, and everything in it goes on as before.

import { defineOperation } from '../operation.ts';
import { freeText, required } from '../parameter.ts';
import { checkZone } from './lose-zone.ts';

export const restoreZone = defineOperation({
  service: 'lab',
  name: 'RestoreZone',
  effect: 'edit',
  summary: 'A lost Availability Zone comes back',
  parameters: { Zone: required(freeText('ZONE')) },
  candidates: { Zone: (world) => world.conditions.lostZones },
  check: (world, { Zone }) => checkZone(world, Zone),
  apply(draft, { Zone }) {
    const { conditions } = draft;
    conditions.lostZones = conditions.lostZones.filter((zone) => zone !== Zone);
    return undefined;
  },
});
