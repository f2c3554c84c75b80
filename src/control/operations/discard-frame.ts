// The lab's own: the player stands in for the receive check (T15, T17) and throws a frame away.

import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const discardFrame = defineOperation({
  service: 'lab',
  name: 'DiscardFrame',
  effect: 'edit',
  summary: 'Throws a frame away before the host unwraps it',
  parameters: { FrameId: required(id('frame')) },
  isUseful: { FrameId: (world, _input, frameId) => !world.frames[frameId]?.discarded },
  apply(draft, { FrameId }) {
    draft.frames[FrameId]!.discarded = true;
    return undefined;
  },
});
