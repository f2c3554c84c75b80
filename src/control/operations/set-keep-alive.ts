// The lab's own: how often a machine's idle connections send a keep-alive. A NAT gateway forgets a flow after 350 s without one (D-NATT).

import { applicationOf, draftApplication } from '../application.ts';
import { defineOperation } from '../operation.ts';
import { id, integer, required } from '../parameter.ts';

export const setKeepAlive = defineOperation({
  service: 'lab',
  name: 'SetKeepAlive',
  effect: 'edit',
  summary: 'Sets how often a machine’s idle connections send a keep-alive',
  parameters: { Machine: required(id('machine')), Seconds: required(integer(1, 999_999)) },
  candidates: { Seconds: () => ['60', '300', '600', '7200'] },
  isUseful: {
    Seconds: (world, { Machine }, text) => applicationOf(world, Machine).keepAliveSeconds !== Number(text),
  },
  apply(draft, { Machine, Seconds }) {
    draftApplication(draft, Machine).keepAliveSeconds = Seconds;
    return undefined;
  },
});
