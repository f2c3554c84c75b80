// The lab's own: time passes without a packet on any connection that stands. What a component forgets meanwhile: dataplane/idle.ts.

import { defineOperation } from '../operation.ts';
import { integer, required } from '../parameter.ts';

export const wait = defineOperation({
  service: 'lab',
  name: 'Wait',
  effect: 'edit',
  summary: 'Lets seconds pass in which no connection sends anything but its keep-alives',
  parameters: { Seconds: required(integer(1, 999_999)) },
  candidates: { Seconds: () => ['60', '400'] },
  apply(draft, { Seconds }) {
    draft.conditions.idleSeconds += Seconds;
    return undefined;
  },
});
