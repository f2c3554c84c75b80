// A year of daily packets, from a fixed day: each is made, proved and different. Work is counted in candidates and Worlds, never in time.

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { collectProblems } from '../../../src/levels/contract.ts';
import { dailyId, weekdayOf } from '../../../src/levels/daily/date.ts';
import { type Daily, generateDaily } from '../../../src/levels/daily/generate.ts';
import { judge } from '../../../src/levels/judge.ts';
import { type Level, levelFileSchema } from '../../../src/levels/level.ts';
import { parseLevel } from '../../../src/levels/parse.ts';
import { proveAnswers } from '../../../src/levels/prove-answers.ts';
import { replay } from '../../../src/levels/replay.ts';

const DAYS = 365;
const FIRST = Date.UTC(2026, 10, 24);
const DATES = Array.from({ length: DAYS }, (_, day) => new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10));

function read({ level }: Daily): Level {
  const read = parseLevel(level);
  if (!read.ok) throw new Error(JSON.stringify(read.error[0]));
  return read.value;
}

function failing(level: Level, world = level.start): number {
  return judge(level, world, { recording: false }).goals.filter(({ met }) => !met).length;
}

describe('a year of daily packets', () => {
  test('each is there, is broken, is mended by its reference and by nothing shorter, and no two are the same', () => {
    const seen = new Map<string, string>();
    let states = 0;
    for (const date of DATES) {
      const daily = generateDaily(date);
      const level = read(daily);
      expect(level.id).toBe(dailyId(date));
      expect({ date, failing: failing(level) > 0 }).toEqual({ date, failing: true });
      expect(failing(level, replay(level.start, level.reference).world)).toBe(0);
      expect(daily.proof).toMatchObject({ atLeast: level.par, problems: [] });
      expect({ date, candidates: daily.candidates <= 40 }).toEqual({ date, candidates: true });
      const content = JSON.stringify({ ...(daily.level as object), id: '' });
      expect([date, seen.get(content)]).toEqual([date, undefined]);
      seen.set(content, date);
      states += daily.states;
    }
    expect(seen.size).toBe(DAYS);
    expect(states).toBeLessThan(DAYS * 200);
  }, 600_000);
});

describe('one day', () => {
  const date = '2026-11-24';

  test('is byte for byte the same whenever it is made', () => {
    expect(JSON.stringify(generateDaily(date))).toBe(JSON.stringify(generateDaily(date)));
  });

  test('is a level file like any other, with words in both languages that have the same keys', () => {
    const { level, texts } = generateDaily(date);
    expect(v.safeParse(levelFileSchema, level).issues).toBeUndefined();
    const shape = (text: object) => JSON.stringify(text, (_, value) => (typeof value === 'string' ? '' : value));
    expect(shape(texts.ko)).toBe(shape(texts.en));
    expect(JSON.stringify(texts)).not.toMatch(/\{\w+[:}]|undefined/);
  });

  test('keeps the whole contract when it is proved once more without the day’s limits', () => {
    const { problems, report } = collectProblems('daily');
    const { answers } = proveAnswers(read(generateDaily(date)), report);
    expect(problems).toEqual([]);
    expect(answers).toBeGreaterThan(0);
  });
});

test('Monday takes one edit, and the weekend three to five', () => {
  const par = (date: string) => read(generateDaily(date)).par;
  expect(weekdayOf('2026-11-30')).toBe(1);
  expect(par('2026-11-30')).toBe(1);
  for (const date of ['2026-11-28', '2026-11-29', '2026-12-05', '2026-12-06']) {
    expect(par(date)).toBeGreaterThanOrEqual(3);
    expect(par(date)).toBeLessThanOrEqual(5);
  }
});
