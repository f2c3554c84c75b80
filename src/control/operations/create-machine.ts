// The lab's own: a machine outside AWS. Its id is a plain word: its name, unless that has capitals or spaces.

import * as v from 'valibot';
import { internetIdSchema, outsideHostSchema } from '../../cloud/machine.ts';
import { nameSchema } from '../../cloud/schema.ts';
import type { World } from '../../cloud/world.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { address, choice, freeText, invalid, required } from '../parameter.ts';
import { isPublicIpHeld } from '../public-address.ts';
import { shaped } from '../shaped.ts';

export const createMachine = defineOperation({
  service: 'lab',
  name: 'CreateMachine',
  effect: 'edit',
  summary: 'Adds a machine outside AWS, on the internet or at a customer’s site',
  parameters: {
    Name: required(shaped('NAME', nameSchema)),
    Address: required(address()),
    MachineId: shaped('WORD', internetIdSchema),
    Site: freeText('GATEWAY'),
    Service: choice('s3', 'dynamodb'),
  },
  candidates: { Name: () => [] },
  check: (world, { Name, Address, MachineId, Site }) =>
    checkId(world, MachineId ?? Name) ?? checkSite(world, Site) ?? (Site ? undefined : checkAddress(world, Address)),
  apply(draft, { Name, Address, MachineId = Name, Site, Service }) {
    draft.internet[MachineId] = v.parse(outsideHostSchema, {
      name: Name,
      address: Address,
      site: Site,
      service: Service,
    });
    return { Machine: MachineId };
  },
});

function checkId(world: World, id: string): OperationError | undefined {
  if (!v.is(internetIdSchema, id))
    return { ...invalid(`"${id}" cannot be an id.`), remedy: 'Give it one with --machine-id: a lower-case word.' };
  return world.internet[id] ? invalid(`There is a machine called ${id} already.`) : undefined;
}

function checkSite({ gateways }: World, site: string | undefined): OperationError | undefined {
  if (site === undefined || gateways[site]) return undefined;
  return { code: 'InvalidSite.NotFound', message: `The site '${site}' does not exist.` };
}

/** On the internet every address belongs to one machine. */
function checkAddress(world: World, wanted: string): OperationError | undefined {
  return isPublicIpHeld(world, wanted) ? invalid(`The address ${wanted} is in use.`) : undefined;
}
