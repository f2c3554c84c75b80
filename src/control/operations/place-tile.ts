// The lab's own: lays the next tile of an ordering puzzle. The tiles come with the level.

import { nameSchema } from '../../cloud/schema.ts';
import { defineOperation } from '../operation.ts';
import { required } from '../parameter.ts';
import { lineSchema, shaped } from '../shaped.ts';

export const placeTile = defineOperation({
  service: 'lab',
  name: 'PlaceTile',
  effect: 'edit',
  summary: 'Lays a tile behind the last one of a puzzle',
  parameters: { Puzzle: required(shaped('PUZZLE', nameSchema)), Tile: required(shaped('TILE', lineSchema)) },
  isUseful: { Tile: (world, { Puzzle }, text) => !world.notebook[Puzzle ?? '']?.includes(text) },
  check(world, { Puzzle, Tile }) {
    if (!world.notebook[Puzzle]?.includes(Tile)) return undefined;
    return {
      code: 'TileAlreadyPlaced',
      message: `The tile ${Tile} lies in ${Puzzle} already.`,
      remedy: 'Take tiles back from the end with take-tile.',
    };
  },
  apply(draft, { Puzzle, Tile }) {
    draft.notebook[Puzzle] ??= [];
    draft.notebook[Puzzle].push(Tile);
    return undefined;
  },
});
