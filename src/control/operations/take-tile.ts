// The lab's own: takes the last tile of an ordering puzzle back. A puzzle without tiles leaves no trace in the World.

import { nameSchema } from '../../cloud/schema.ts';
import { defineOperation } from '../operation.ts';
import { required } from '../parameter.ts';
import { shaped } from '../shaped.ts';

export const takeTile = defineOperation({
  service: 'lab',
  name: 'TakeTile',
  effect: 'edit',
  summary: 'Takes the last tile of a puzzle back',
  parameters: { Puzzle: required(shaped('PUZZLE', nameSchema)) },
  isUseful: { Puzzle: (world, _input, puzzle) => (world.notebook[puzzle]?.length ?? 0) > 0 },
  check(world, { Puzzle }) {
    if (world.notebook[Puzzle]?.length) return undefined;
    return { code: 'NoTilePlaced', message: `No tile lies in ${Puzzle}.` };
  },
  apply(draft, { Puzzle }) {
    const tiles = draft.notebook[Puzzle]!;
    tiles.pop();
    if (tiles.length === 0) delete draft.notebook[Puzzle];
    return undefined;
  },
});
