import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EMPTY_SAVE } from '../../src/progress/progress.ts';
import { blackfoot, temporaryFolder } from './run-blackfoot.ts';

const DATE = '2026-11-24';

describe('blackfoot daily', () => {
  test('tells the puzzle of a day in words, in either language', async () => {
    const english = await blackfoot(['daily', '--date', DATE]);
    expect(english).toMatchObject({ code: 0, stderr: '' });
    expect(english.stdout).toContain(`Play it: blackfoot play daily-${DATE}`);
    const korean = await blackfoot(['daily', '--date', DATE, '--lang', 'ko']);
    expect(korean.stdout).toContain(`풀기: blackfoot play daily-${DATE}`);
  });

  test('gives it as data, with the network, the same each time', async () => {
    const once = await blackfoot(['daily', '--date', DATE, '--json']);
    const again = await blackfoot(['daily', '--date', DATE, '--json']);
    expect(again.stdout).toBe(once.stdout);
    const day = JSON.parse(once.stdout);
    expect(day).toMatchObject({ date: DATE, level: `daily-${DATE}`, solved: false, result: null });
    expect(Object.keys(day.world.vpcs).length).toBeGreaterThan(0);
  });

  test('shows the result to hand on once the day is solved', async () => {
    const home = temporaryFolder();
    const record = {
      version: 1,
      par: 1,
      sends: ['10', '11'],
      solvedAt: `${DATE}T08:00:00.000Z`,
      moves: 1,
      dollars: 7.3,
    };
    mkdirSync(join(home, 'blackfoot'));
    writeFileSync(join(home, 'blackfoot/config.json'), JSON.stringify({ ...EMPTY_SAVE, daily: { [DATE]: record } }));
    const { stdout } = await blackfoot(['daily', '--date', DATE], { home });
    expect(stdout).toContain(`Blackfoot ${DATE} · par 1 · moves 1 · $7 · exposure 0\n✓✗ ✓✓`);
  });

  test('refuses what is no date, and says how one is written', async () => {
    const { code, stdout, stderr } = await blackfoot(['daily', '--date', '2026-02-30']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/"2026-02-30" is no date\.\n {2}Write it as \d{4}-\d{2}-\d{2}\./);
  });

  test('its level is one for every other command', async () => {
    const solved = await blackfoot(['solve', `daily-${DATE}`]);
    expect(solved.code).toBe(0);
    const check = await blackfoot(['check', `daily-${DATE}`, '-'], { input: solved.stdout });
    expect(check).toMatchObject({ code: 0, stderr: '' });
    const trace = await blackfoot(['trace', `daily-${DATE}`, '--from', 'client', '--to', '10.0.0.1']);
    expect(trace.stderr).not.toContain('no level');
  });
});

test('a sandbox needs a screen, and says so without one', async () => {
  const { code, stderr } = await blackfoot(['sandbox', '2.1']);
  expect(code).toBe(2);
  expect(stderr).toContain('The sandbox needs a terminal');
  expect(stderr).toContain('blackfoot run WORLD SCRIPT');
});
