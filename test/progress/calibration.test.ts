import { expect, test } from 'vitest';
import { calibrationOf } from '../../src/progress/calibration.ts';
import { applyChange, EMPTY_SAVE, parseSave } from '../../src/progress/progress.ts';

const level = (right: boolean, sure?: boolean) => ({ prediction: { right, ...(sure !== undefined && { sure }) } });

test('predictions are counted by how sure the player was', () => {
  const save = applyChange(EMPTY_SAVE, {
    levels: { a: level(true, true), b: level(false, true), c: level(true, false), d: level(true), e: { solved: true } },
  });
  expect(calibrationOf(save)).toEqual({ sure: { right: 1, of: 2 }, unsure: { right: 1, of: 1 } });
});

test('a save keeps them, and one from before they were asked opens', () => {
  const save = applyChange(EMPTY_SAVE, { levels: { a: level(true, true), b: level(false) } });
  const read = parseSave(JSON.parse(JSON.stringify(save)));
  expect(read.ok && read.value).toEqual({ save, damaged: false });
});
