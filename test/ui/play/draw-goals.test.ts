import { expect, test } from 'vitest';
import { reduceSession, startSession } from '../../../src/game/session.ts';
import { builtInLibrary } from '../../../src/levels/built-in.ts';
import { CATALOGS, LANGUAGES } from '../../../src/text/catalog.ts';
import { type Line, line, lineColumns, span } from '../../../src/ui/lines.ts';
import { drawGoals, fitGoals, sayWhy } from '../../../src/ui/play/draw-goals.ts';
import { isOk } from '../../game/first-road.ts';

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

/** What the pane has inside its frame at 80 columns. */
const NARROWEST = 30;
const library = builtInLibrary();

test.each(LANGUAGES)('every row of every level leaves a column before the frame: %s', (language) => {
  const touching = library.entries.flatMap(({ id }) => {
    const session = reduceSession(startSession(isOk(library.level(id))), { type: 'send' });
    const text = isOk(library.text(id, language));
    const options = { session, text, width: NARROWEST, ascii: false, chosen: 0 };
    const failed = drawGoals({ ...options, why: (result) => sayWhy(result, session.level.start, CATALOGS[language]) });
    const walked = drawGoals({ ...options, why: () => '', timeline: () => [span('●'.repeat(NARROWEST))] });
    return [...failed, ...walked].flat().filter((row) => lineColumns(row) >= NARROWEST);
  });
  expect(touching).toEqual([]);
});
