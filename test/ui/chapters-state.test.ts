import { describe, expect, test } from 'vitest';
import type { Chapter } from '../../src/levels/library.ts';
import { EMPTY_SAVE, type Progress } from '../../src/progress/progress.ts';
import { nextToPlay, turnChapter } from '../../src/ui/chapters-state.ts';

const chapter = (id: string, number: number, ...levels: string[]): Chapter => ({
  id,
  number,
  entries: levels.map((level, index) => ({ id: level, position: `${number}.${index + 1}`, chapterId: id })),
});
const chapters = [chapter('one', 1, 'a', 'b'), chapter('none', 2), chapter('two', 3, 'c', 'd')];
const entries = chapters.flatMap((each) => each.entries);

const solved = (...ids: string[]): Progress => ({
  ...EMPTY_SAVE,
  levels: Object.fromEntries(ids.map((id) => [id, { solved: true, stars: 1, hints: 0 }])),
});

describe('the cursor', () => {
  test.each([
    ['begins on the first level', [], undefined, 'a'],
    ['stays on a level that was left unsolved', ['a'], 'c', 'c'],
    ['goes on from one that was solved', ['a', 'b'], 'b', 'c'],
    ['comes back to what was left out', ['b', 'c', 'd'], 'd', 'a'],
    ['stays where it was when all is solved', ['a', 'b', 'c', 'd'], 'c', 'c'],
  ])('%s', (_, done, from, level) => {
    expect(nextToPlay({ entries }, solved(...done), from)).toBe(level);
  });
});

describe('turning to another chapter', () => {
  test.each([
    ['leads to its first level to play, past a chapter without any', ['c'], 'one', 1, 'd'],
    ['goes round', [], 'two', 1, 'a'],
    ['goes round the other way', [], 'one', -1, 'c'],
    ['opens a solved one at its beginning', ['c', 'd'], 'one', 1, 'c'],
  ])('%s', (_, done, open, by, level) => {
    expect(turnChapter(chapters, solved(...done), open, by)).toBe(level);
  });
});
