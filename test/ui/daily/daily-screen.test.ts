// The daily packet by keys, from the title to the result that is handed on. The test's clock says 2026-01-01, a Thursday.

import { describe, expect, test } from 'vitest';
import { printCommand } from '../../../src/control/command.ts';
import { builtInLibrary } from '../../../src/levels/built-in.ts';
import { withDaily } from '../../../src/levels/daily/library.ts';
import { applyChange, EMPTY_SAVE } from '../../../src/progress/progress.ts';
import type { Language } from '../../../src/text/catalog.ts';
import { listFlaws } from '../measure.ts';
import { openGame } from '../open-game.tsx';

const DATE = '2026-01-01';
const library = withDaily(builtInLibrary());
const calm = applyChange(EMPTY_SAVE, { settings: { motion: 'off' } });

async function open(size = { columns: 80, rows: 24 }, language: Language = 'en', save = calm) {
  await library.prepare?.();
  return openGame({ library, ...size, language, save, first: { screen: 'daily' } });
}

function answer(): readonly string[] {
  const level = library.level(`daily-${DATE}`);
  return level.ok ? level.value.reference.map(printCommand) : [];
}

describe('the daily packet', () => {
  test('is one choice away from the title, which says that it is still open', async () => {
    await library.prepare?.();
    const game = await openGame({ library, columns: 80, rows: 24 });
    expect(game.text()).toContain(`Daily packet · ${DATE}`);
    await game.press('down', 'down', 'enter');
    expect(game.text()).toContain('Thursday, today');
    expect(game.text()).toContain('Not played yet.');
  });

  test('is won, keeps each send, and gives a result that can be marked from the first column', async () => {
    const game = await open();
    await game.press('enter', 'enter', 'space', 'space', 'q');
    for (const command of answer()) await game.paste(command);
    await game.press('space');
    expect(game.text()).toContain('All goals met');
    const record = game.save().daily[DATE];
    expect(record).toMatchObject({ solvedAt: '2026-01-01T00:00:00.000Z', moves: answer().length, stars: 3 });
    expect(record?.sends).toHaveLength(2);
    expect(game.save().levels).toEqual({});
    await game.press('enter', 'q');
    expect(game.text()).toContain('streak 1');
    await game.press('s');
    expect(game.lines().some((row) => row.startsWith(`Blackfoot ${DATE} · par `))).toBe(true);
    await game.press('a');
    expect(game.lines().some((row) => row.startsWith(`Blackfoot ${DATE} | par `))).toBe(true);
    expect(game.lines().join()).not.toMatch(/✓|✗/);
  });

  test('once won, is played again without changing what is kept', async () => {
    const save = applyChange(calm, {
      daily: { [DATE]: { version: 1, par: 2, sends: ['11'], solvedAt: '2026-01-01T07:00:00.000Z', moves: 2 } },
    });
    const game = await open(undefined, 'en', save);
    await game.press('enter', 'enter', 'space', 'space');
    expect(game.save().daily).toEqual(save.daily);
  });

  test('has days before it, and none after today', async () => {
    const game = await open();
    await game.press('left');
    expect(game.text()).toContain('2025-12-31  Wednesday');
    await game.press('right', 'right', 'right');
    expect(game.text()).toContain('Thursday, today');
  });

  test('leaves its briefing and its play for the days, and these for the title', async () => {
    const game = await open();
    await game.press('enter', 'q');
    expect(game.text()).toContain('Thursday, today');
    await game.press('enter', 'enter', 'q');
    expect(game.text()).toContain('Thursday, today');
    await game.press('q');
    expect(game.text()).toContain('B L A C K F O O T');
  });
});

const RECORDS = {
  '2025-12-29': { version: 1, par: 1, sends: ['0', '1'], solvedAt: '2025-12-30T07:00:00.000Z', moves: 1 },
  '2025-12-30': { version: 1, par: 2, sends: ['00'] },
  '2025-12-31': { version: 1, par: 2, sends: ['01', '11'], solvedAt: '2025-12-31T07:00:00.000Z', moves: 2 },
  [DATE]: {
    ...{ version: 1, par: 2, sends: ['011', '111'], solvedAt: '2026-01-01T07:00:00.000Z' },
    ...{ moves: 3, dollars: 36.5, exposure: 0, stars: 2 },
  },
};

describe.each(['en', 'ko'] as const)('%s', (language) => {
  test.each([
    { columns: 80, rows: 24 },
    { columns: 100, rows: 30 },
    { columns: 140, rows: 45 },
  ])('stills at $columns x $rows', async (size) => {
    const game = await open(size, language, applyChange(calm, { daily: RECORDS }));
    for (const [name, key] of [
      ['daily', ''],
      ['daily-share', 's'],
    ] as const) {
      if (key) await game.press(key);
      const file = `stills/${name}.${language}.${size.columns}x${size.rows}.txt`;
      await expect(`${game.lines().join('\n')}\n`).toMatchFileSnapshot(file);
      expect(listFlaws(game.lines(), size)).toEqual([]);
    }
  });

  test('every screen of a fortnight’s puzzles fits 80 x 24', async () => {
    await library.prepare?.();
    const size = { columns: 80, rows: 24 };
    for (let day = 1; day <= 14; day++) {
      const levelId = `daily-2026-03-${String(day).padStart(2, '0')}`;
      const game = await openGame({ library, ...size, language, save: calm, first: { screen: 'briefing', levelId } });
      for (const keys of [[], ['enter'], ['h', 'h', 'h', 'h'], ['q', 'space']]) {
        await game.press(...keys);
        expect({ levelId, keys, flaws: listFlaws(game.lines(), size) }).toEqual({ levelId, keys, flaws: [] });
      }
    }
  });
});
