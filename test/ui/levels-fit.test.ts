// The screens of every built-in level, in both languages, measured: what a level's words or its network do to a screen shows here.

import { describe, expect, test } from 'vitest';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import type { Language } from '../../src/text/catalog.ts';
import { listFlaws } from './measure.ts';
import { openGame } from './open-game.tsx';

const library = builtInLibrary();

/** Keys from one screen to the next, from the briefing on. */
const TOUR: readonly (readonly [string, readonly string[]])[] = [
  ['briefing', []],
  ['play', ['enter']],
  ['first page of the menu', ['enter']],
  ['something on the map', ['left', 'tab', 'tab', 'tab']],
  ['hints', ['hhhh']],
  ['prediction or packet', ['q', 'space']],
  ['report', ['space', 'enter']],
  ['next goal', ['down']],
  ['packet', ['left']],
];

describe.each([
  { columns: 80, rows: 24 },
  { columns: 100, rows: 30 },
])('at $columns x $rows', (size) => {
  describe.each(['en', 'ko'] as const)('in %s', (language: Language) => {
    test.each(library.entries.map(({ id, position }) => [position, id] as const))('%s %s', async (_, levelId) => {
      const game = await openGame({ library, ...size, language, first: { screen: 'briefing', levelId } });
      for (const [screen, keys] of TOUR) {
        await game.press(...keys);
        expect({ screen, flaws: listFlaws(game.lines(), size) }).toEqual({ screen, flaws: [] });
      }
    });
  });
});
