// The transcript mode in a real terminal that cannot do anything: nothing is sent to it but words.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { blackfoot } from '../cli/run-blackfoot.ts';
import { type Screen, startGame } from './pty.ts';

function open(args: readonly string[], env: Readonly<Record<string, string>>): Screen {
  const home = mkdtempSync(join(tmpdir(), 'blackfoot-linear-'));
  const screen = startGame(args, { home, env, columns: 100, rows: 60 });
  onTestFinished(async () => {
    await screen.close();
    rmSync(home, { recursive: true, force: true });
  });
  return screen;
}

describe.each([
  ['a dumb terminal', { TERM: 'dumb' }],
  ['a screen reader', { INK_SCREEN_READER: 'true' }],
])('for %s', (_, env) => {
  test('2.1 is won by numbers, and the stars are there afterwards', async () => {
    const screen = open(['play', '2.1'], env);
    await screen.waitFor(/What will you change\?[\s\S]*\n> *$/);
    screen.type('1\r');
    await screen.waitFor('For which destination?');
    screen.type('1\r');
    await screen.waitFor('Where to?');
    screen.type('1\r');
    await screen.waitFor('Moves: 1, par 1');
    screen.type('send\r');
    await screen.waitFor('Before you send');
    screen.type('1\r');
    await screen.waitFor('Solved. All goals are met: 3 of 3 stars');
    screen.type('codex 2.1\rquit\r');
    expect(await screen.exit).toEqual({ code: 0, signal: 0 });
    expect(screen.output).not.toContain('\u001B');
  });
});

test('Ctrl-D leaves, as in any shell', async () => {
  const screen = open(['play', '2.1'], { TERM: 'dumb' });
  await screen.waitFor(/\n> *$/);
  screen.press('ctrl-d');
  expect(await screen.exit).toEqual({ code: 0, signal: 0 });
});

test('in Korean every line that is said is Korean', async () => {
  const screen = open(['play', '2.1', '--lang', 'ko'], { TERM: 'dumb' });
  await screen.waitFor(/\n> *$/);
  expect(screen.text()).toContain('목표:');
  screen.type('send\r');
  await screen.waitFor('보내려면 send를 한 번 더');
});

describe('with --transcript, from a pipe', () => {
  test('both sides are written down, and the end of the input is the end of the game', async () => {
    const { code, stdout, stderr } = await blackfoot(['play', '2.1', '--transcript'], { input: '1\nundo\nscore\n' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/> 1\nFor which destination\?/);
    expect(stdout).toContain('> score\nMoves: 0');
  });

  test('a level that does not exist is refused by name', async () => {
    const { code, stderr } = await blackfoot(['play', 'thre-missing-things', '--transcript']);
    expect({ code, stderr }).toMatchObject({ code: 2 });
    expect(stderr).toContain('Did you mean: three-missing-things');
  });
});
