import { expect, test } from 'vitest';
import { type Line, line } from '../../../src/ui/lines.ts';
import { fitGoals } from '../../../src/ui/play/draw-goals.ts';

/** Goals of so many rows each, every row with the goal's number. */
const goalsOf = (...rows: number[]): (readonly Line[])[] =>
  rows.map((count, goal) => Array.from({ length: count }, () => line(`${goal}`)));

test.each([
  ['all have room', [2, 2], 4, undefined, [0, 0, 1, 1], 0],
  ['one has none', [2, 2, 2], 4, undefined, [0, 0, 1, 1], 1],
  ['goals are counted, not their rows', [3, 3, 3], 3, undefined, [0, 0, 0], 2],
  ['half of one is not the whole', [2, 3], 4, undefined, [0, 0, 1, 1], 1],
  ['the chosen one is among them, and those above it may be hidden', [2, 2, 2], 4, 2, [1, 1, 2, 2], 1],
])('%s', (_name, rows, height, chosen, owners, hidden) => {
  expect(fitGoals(goalsOf(...rows), height, chosen)).toMatchObject({ owners, hidden });
});
