// The lab's own: takes a discarded frame back.

import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const keepFrame = defineOperation({
  service: 'lab',
  name: 'KeepFrame',
  effect: 'edit',
  summary: 'Lets a frame through that was thrown away',
  parameters: { FrameId: required(id('frame')) },
  isUseful: { FrameId: (world, _input, frameId) => world.frames[frameId]?.discarded ?? false },
  apply(draft, { FrameId }) {
    draft.frames[FrameId]!.discarded = false;
    return undefined;
  },
});
