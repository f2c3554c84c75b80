// Source: EC2 API reference, CreateTags; code D-ERR (InvalidID). Simplified: only an instance's Name is kept.

import { defineOperation } from '../operation.ts';
import { id, listOf, required } from '../parameter.ts';
import { checkName, nameIn, TAGS } from '../tags.ts';

export const createTags = defineOperation({
  service: 'ec2',
  name: 'CreateTags',
  effect: 'edit',
  summary: 'Gives resources tags; here only the name of an instance is kept',
  parameters: { Resources: required(listOf(id('tagged'))), Tags: required(TAGS) },
  candidates: { Resources: (world) => Object.keys(world.instances), Tags: () => [] },
  check: (_world, { Tags }) => checkName(nameIn(Tags)),
  apply(draft, { Resources, Tags }) {
    const name = nameIn(Tags);
    for (const each of Resources) {
      const instance = draft.instances[each];
      if (instance && name !== undefined) instance.name = name;
    }
    return undefined;
  },
});
