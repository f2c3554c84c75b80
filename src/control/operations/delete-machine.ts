// The lab's own: a machine outside AWS goes away.

import { defineOperation } from '../operation.ts';
import { id, invalid, required } from '../parameter.ts';

export const deleteMachine = defineOperation({
  service: 'lab',
  name: 'DeleteMachine',
  effect: 'edit',
  summary: 'Takes away a machine outside AWS',
  parameters: { Machine: required(id('machine')) },
  candidates: { Machine: (world) => Object.keys(world.internet) },
  check({ internet }, { Machine }) {
    if (internet[Machine]) return undefined;
    return { ...invalid(`${Machine} is an instance.`), remedy: 'Use aws ec2 terminate-instances.' };
  },
  apply(draft, { Machine }) {
    delete draft.internet[Machine];
    return undefined;
  },
});
