// Codex and review as they look, in both languages and three sizes; and every card and question of the game measured.

import { describe, expect, test } from 'vitest';
import { BELIEFS } from '../../../src/levels/beliefs.ts';
import { builtInLibrary } from '../../../src/levels/built-in.ts';
import { listCards } from '../../../src/levels/codex.ts';
import type { Library } from '../../../src/levels/library.ts';
import { listClues } from '../../../src/levels/review/clues.ts';
import { applyChange, type Change, EMPTY_SAVE } from '../../../src/progress/progress.ts';
import { LANGUAGES } from '../../../src/text/language.ts';
import type { Route } from '../../../src/ui/game-context.ts';
import { openLibrary } from '../../levels/fixture.ts';
import { listFlaws } from '../measure.ts';
import { openGame } from '../open-game.tsx';
import { LEVEL, stillsLibrary } from '../stills-level.ts';

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 100, rows: 30 },
  { columns: 140, rows: 45 },
] as const;

const MET: Change = { levels: { [LEVEL]: { solved: true } } };
const DUE: Change = { ...MET, reviews: { 'any-table-will-do': { rung: 0, at: '2025-12-01T00:00:00.000Z' } } };

const SCREENS: readonly (readonly [string, Route, Change, readonly string[]])[] = [
  ['codex', { screen: 'codex' }, MET, []],
  ['codex-locked', { screen: 'codex' }, {}, []],
  ['codex-search', { screen: 'codex' }, MET, ['quantum']],
  ['codex-card', { screen: 'codex', concept: 'gateway-route' }, MET, []],
  ['review-asks', { screen: 'review' }, DUE, []],
  ['review-wrong', { screen: 'review' }, DUE, ['down', 'enter']],
  ['review-over', { screen: 'review' }, DUE, ['enter', 'enter']],
  ['review-none', { screen: 'review' }, {}, []],
];

/** The level of the stills, which breaks a belief here. */
function library(): Library {
  const { sources } = stillsLibrary();
  const level = { ...(sources.levels[LEVEL] as object), breaks: [4] };
  return openLibrary({ ...sources, levels: { [LEVEL]: level } });
}

function saveWith(change: Change) {
  return applyChange(applyChange(EMPTY_SAVE, { settings: { motion: 'off' } }), change);
}

describe.each(LANGUAGES)('%s', (language) => {
  describe.each(SIZES)('$columns x $rows', (size) => {
    test.each(SCREENS)('%s', async (name, first, change, keys) => {
      const game = await openGame({ library: library(), ...size, language, first, save: saveWith(change) });
      await game.press(...keys);
      await expect(`${game.lines().join('\n')}\n`).toMatchFileSnapshot(
        `stills/${name}.${language}.${size.columns}x${size.rows}.txt`,
      );
      expect(listFlaws(game.lines(), size)).toEqual([]);
    });
  });
});

/** The last sentence of a verdict: nothing above it has pushed it out. */
const AGAIN = { en: 'It comes back on', ko: '다시 묻습니다' } as const;

const builtIn = builtInLibrary();
const cards = listCards(builtIn);
const everythingMet: Change = { levels: Object.fromEntries(builtIn.entries.map(({ id }) => [id, { solved: true }])) };

describe.each(LANGUAGES)('in %s no frame is broken and no word cut', (language) => {
  test.each(SIZES)('by any card, $columns x $rows', async (size) => {
    const first: Route = { screen: 'codex', concept: cards[0]?.concept };
    const game = await openGame({ library: builtIn, ...size, language, first, save: saveWith(everythingMet) });
    for (const { concept } of cards) {
      expect(listFlaws(game.lines(), size), concept).toEqual([]);
      await game.press('right');
    }
  });

  test.each(SIZES)('by the list, $columns x $rows', async (size) => {
    const game = await openGame({
      library: builtIn,
      ...size,
      language,
      first: { screen: 'codex' },
      save: saveWith({}),
    });
    expect(listFlaws(game.lines(), size)).toEqual([]);
  });

  test('by any review, 80 x 24', async () => {
    const [size] = SIZES;
    const asked = BELIEFS.filter(({ number }) => listClues(builtIn, number).length > 0);
    const reviews = Object.fromEntries(asked.map(({ id }) => [id, { rung: 0, at: '2025-12-01T00:00:00.000Z' }]));
    const save = saveWith({ ...everythingMet, reviews });
    const game = await openGame({ library: builtIn, ...size, language, first: { screen: 'review' }, save });
    for (let at = 1; at <= asked.length; at++) {
      expect(game.lines()[0]).toContain(String(at));
      // A narrow map and table may shorten what Tab shows whole.
      expect(listFlaws(game.lines(), size).filter((flaw) => !flaw.includes('cuts a word'))).toEqual([]);
      await game.press('enter');
      expect(listFlaws(game.lines(), size)).toEqual([]);
      expect(game.text(), game.text()).toMatch(AGAIN[language]);
      await game.press('enter');
    }
  });
});
