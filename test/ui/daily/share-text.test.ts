import { describe, expect, test } from 'vitest';
import type { DailyRecord } from '../../../src/progress/daily.ts';
import { CATALOGS } from '../../../src/text/catalog.ts';
import { shareLines } from '../../../src/ui/daily/share-text.ts';

const solved: DailyRecord = {
  ...{ version: 1, par: 2, sends: ['010', '110', '111'], solvedAt: '2026-11-24T08:00:00.000Z' },
  ...{ moves: 3, dollars: 36.5, exposure: 0, stars: 2 },
};

describe('a result to hand on', () => {
  test('says what the answer took, and for each send which goals were met', () => {
    expect(shareLines('2026-11-24', solved, CATALOGS.en, false)).toEqual([
      'Blackfoot 2026-11-24 · par 2 · moves 3 · $37 · exposure 0',
      '✗✓✗ ✓✓✗ ✓✓✓',
    ]);
  });

  test('has a form in plain letters', () => {
    const lines = shareLines('2026-11-24', solved, CATALOGS.en, true) ?? [];
    expect(lines).toEqual(['Blackfoot 2026-11-24 | par 2 | moves 3 | $37 | exposure 0', 'x+x ++x +++']);
  });

  test('speaks Korean to Koreans', () => {
    expect(shareLines('2026-11-24', solved, CATALOGS.ko, false)?.[0]).toBe(
      'Blackfoot 2026-11-24 · 기준 2 · 변경 3 · $37 · 노출 0',
    );
  });

  test('shows the last dozen of many sends', () => {
    const sends = [...Array.from({ length: 20 }, () => '0'), '1'];
    const [, marks = ''] = shareLines('2026-11-24', { ...solved, sends }, CATALOGS.en, false) ?? [];
    expect(marks).toBe(`… ${'✗ '.repeat(11)}✓`);
  });

  test('is not there before the puzzle is solved', () => {
    expect(shareLines('2026-11-24', undefined, CATALOGS.en, false)).toBeUndefined();
    const tried: DailyRecord = { version: 1, par: 2, sends: ['010'] };
    expect(shareLines('2026-11-24', tried, CATALOGS.en, false)).toBeUndefined();
  });
});
