// The lab's own: the answer to a level's question. It stands in the notebook, which no packet reads. The choices come with the level.

import { nameSchema } from '../../cloud/schema.ts';
import { defineOperation } from '../operation.ts';
import { required } from '../parameter.ts';
import { lineSchema, shaped } from '../shaped.ts';

export const answerQuestion = defineOperation({
  service: 'lab',
  name: 'Answer',
  effect: 'edit',
  summary: 'Answers one of the level’s questions; a later answer takes the place of an earlier one',
  parameters: { Question: required(shaped('QUESTION', nameSchema)), Value: required(shaped('VALUE', lineSchema)) },
  isUseful: { Value: (world, { Question }, text) => world.notebook[Question ?? '']?.[0] !== text },
  apply(draft, { Question, Value }, before) {
    if (before.notebook[Question]?.[0] !== Value) draft.notebook[Question] = [Value];
    return undefined;
  },
});
