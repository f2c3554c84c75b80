// Every signal that a process can catch, sent to the game while it is on screen: it ends by it, or goes on, and never leaves a terminal
// that somebody has to repair.

import { readdirSync } from 'node:fs';
import { constants } from 'node:os';
import { describe, expect, test } from 'vitest';
import { expectGivenBack, startAround } from './around.ts';

/** Those end no process, or are told to this one for the system's own reasons; SIGKILL and SIGSTOP cannot be caught. */
const NEVER_SENT = ['SIGKILL', 'SIGSTOP', 'SIGBUS', 'SIGFPE', 'SIGSEGV', 'SIGILL', 'SIGPROF'];
/**
 * These have two names each, and Ink's signal library waits for either: whether the game then ends by the signal or as if it had been left
 * is a race of its two listeners.
 */
const TWO_NAMES = ['SIGABRT', 'SIGIO'];
/** The game goes on. */
const HARMLESS = ['SIGCHLD', 'SIGCONT', 'SIGPIPE', 'SIGURG', 'SIGWINCH', 'SIGUSR1', 'SIGTTIN', 'SIGTTOU', 'SIGTSTP'];

const signals = Object.entries(constants.signals).filter(
  ([name, number], index, all) => !NEVER_SENT.includes(name) && all.findIndex((other) => other[1] === number) === index,
) as [NodeJS.Signals, number][];

describe.skipIf(process.platform === 'win32')('the terminal is given back after', () => {
  test.each(signals.filter(([name]) => !HARMLESS.includes(name)))('%s', async (signal, number) => {
    const game = startAround(['play', '2.1']);
    await game.screen.waitFor('You may');
    process.kill(game.pid(), signal);
    await expectGivenBack(game, 128 + number, ...(TWO_NAMES.includes(signal) ? [0] : []));
    expect(readdirSync(game.home).filter((name) => name.includes('fault'))).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('the game goes on after', () => {
  test.each(signals.filter(([name]) => HARMLESS.includes(name)))('%s', async (signal) => {
    const game = startAround(['play', '2.1']);
    await game.screen.waitFor('You may');
    process.kill(game.pid(), signal);
    process.kill(game.pid(), 'SIGCONT');
    game.screen.type('\r');
    await game.screen.waitFor('moves 0');
    game.screen.type('q');
    await game.screen.waitFor('2.1');
    game.screen.type('\u0003');
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

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
