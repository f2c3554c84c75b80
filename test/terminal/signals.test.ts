// Every signal that a process can catch, sent to the game while it is on screen: it ends by it, or goes on, and never leaves a terminal
// that somebody has to repair.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { expectGivenBack, isRunning, startAround } from './around.ts';
import { startGame } from './pty.ts';

/** Those end no process, or are told to this one for the system's own reasons; SIGKILL and SIGSTOP cannot be caught. */
const NEVER_SENT = ['SIGKILL', 'SIGSTOP', 'SIGBUS', 'SIGFPE', 'SIGSEGV', 'SIGILL', 'SIGPROF'];
/** The game goes on. */
const HARMLESS = ['SIGCHLD', 'SIGCONT', 'SIGPIPE', 'SIGURG', 'SIGWINCH', 'SIGUSR1', 'SIGTTIN', 'SIGTTOU', 'SIGTSTP'];

/** From the briefing into the level, and out to the title. */
const LEAVING = [
  ['\r', 'moves 0'],
  ['q', '→ chapter'],
  ['q', 'Start'],
] as const;

const signals = Object.entries(constants.signals).filter(
  ([name, number], index, all) => !NEVER_SENT.includes(name) && all.findIndex((other) => other[1] === number) === index,
) as [NodeJS.Signals, number][];

describe.skipIf(process.platform === 'win32')('the terminal is given back after', () => {
  test.each(signals.filter(([name]) => !HARMLESS.includes(name)))('%s', async (signal, number) => {
    const game = startAround(['play', '2.1']);
    await game.screen.waitFor('You may');
    process.kill(game.pid(), signal);
    await expectGivenBack(game, 128 + number);
    expect(readdirSync(game.home).filter((name) => name.includes('fault'))).toEqual([]);
  });
});

// A shell says the same number of a program that ends with it by itself; whoever else waits, as a script's `set -e` or a service manager
// does, is told which of the two it was.
test
  .skipIf(process.platform === 'win32')
  .each(signals.filter(([name]) => ['SIGHUP', 'SIGINT', 'SIGTERM', 'SIGABRT', 'SIGIO'].includes(name)))(
  'a game that %s ends has died of it, as any program does',
  async (signal, number) => {
    const home = mkdtempSync(join(tmpdir(), 'blackfoot-signals-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    const screen = startGame(['play', '2.1'], { home, cwd: home });
    onTestFinished(() => screen.close());
    await screen.waitFor('You may');
    screen.kill(signal);
    expect(await screen.exit).toEqual({ code: 0, signal: number });
  },
);

describe.skipIf(process.platform === 'win32')('the game goes on after', () => {
  test.each(signals.filter(([name]) => HARMLESS.includes(name)))('%s', async (signal) => {
    const game = startAround(['play', '2.1']);
    await game.screen.waitFor('You may');
    process.kill(game.pid(), signal);
    process.kill(game.pid(), 'SIGCONT');
    // Not by Ctrl-C: while the terminal is being taken again it is for a moment as the shell has it, and would make a signal of it.
    for (const [key, shown] of LEAVING) {
      game.screen.type(key);
      await game.screen.waitFor(shown);
    }
    game.screen.type('q');
    await expectGivenBack(game, 0);
    expect(game.screen.output).not.toContain('Debugger');
  });
});

test('a window that is closed ends the game without a report of a fault', async () => {
  const game = startAround(['play', '2.1']);
  await game.screen.waitFor('You may');
  const pid = game.pid();
  game.screen.type('\r ');
  game.screen.hangUp();
  await expect.poll(() => isRunning(pid), { timeout: 20_000 }).toBe(false);
  expect(readdirSync(game.home).filter((name) => name.includes('fault'))).toEqual([]);
});
