// The lab's own: the address under which a machine's software looks for another, by name. Not DNS: one machine's setting.

import { nameSchema } from '../../cloud/schema.ts';
import { addressesOfOthers, applicationOf, draftApplication, machinesStating } from '../application.ts';
import { defineOperation } from '../operation.ts';
import { address, id, required } from '../parameter.ts';
import { shaped } from '../shaped.ts';

export const updateRecord = defineOperation({
  service: 'lab',
  name: 'UpdateRecord',
  effect: 'edit',
  summary: 'Sets the address that a machine has on record for a name',
  parameters: {
    Machine: required(id('machine')),
    Name: required(shaped('NAME', nameSchema)),
    Address: required(address()),
  },
  candidates: {
    Machine: machinesStating('records'),
    Name: (world, { Machine }) => Object.keys(applicationOf(world, Machine).records ?? {}),
    Address: (world, { Machine }) => addressesOfOthers(world, Machine),
  },
  isUseful: {
    Address: (world, { Machine, Name }, text) => applicationOf(world, Machine).records?.[Name ?? ''] !== text,
  },
  apply(draft, { Machine, Name, Address }) {
    const application = draftApplication(draft, Machine);
    application.records ??= {};
    application.records[Name] = Address;
    return undefined;
  },
});
