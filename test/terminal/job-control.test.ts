// The game as a job of an interactive shell: stopped, brought back, and never in the way of the shell meanwhile.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { EMPTY_SAVE } from '../../src/progress/progress.ts';
import { PROJECT_NAME, savePath } from '../../src/progress/saved-file.ts';
import { expectUntouched, isRunning } from './around.ts';
import { type Screen, startTerminal } from './pty.ts';

const program = fileURLToPath(new URL('../../dist/blackfoot.js', import.meta.url));
const PROMPT = 'ready>';

const SHELLS = [
  ['bash', ['bash', '--norc', '--noprofile', '-i']],
  ['sh', ['sh', '-i']],
] as const;

interface Shell {
  readonly screen: Screen;
  readonly home: string;
  /** Types a command and waits for the prompt after it. */
  run(command: string): Promise<string>;
  /** The game's process. */
  pid(): number;
}

async function openShell(command: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Shell> {
  const home = mkdtempSync(join(tmpdir(), 'blackfoot-jobs-'));
  // The shell's own pasting by brackets would be taken for ours.
  writeFileSync(join(home, 'inputrc'), 'set enable-bracketed-paste off\n');
  writeFileSync(join(home, 'game'), `echo $$ > pid\nexec "${process.execPath}" "${program}" play 2.1 "$@"\n`);
  mkdirSync(join(home, PROJECT_NAME));
  writeFileSync(savePath(join(home, PROJECT_NAME)), JSON.stringify({ ...EMPTY_SAVE, settings: { mouse: true } }));
  writeFileSync(join(home, 'behind'), 'sh game "$@"\necho "left with $?"\n');
  const screen = startTerminal(command as [string, ...string[]], {
    home,
    cwd: home,
    env: { PS1: `${PROMPT} `, INPUTRC: join(home, 'inputrc'), ENV: '', ...env },
  });
  onTestFinished(async () => {
    await screen.close();
    rmSync(home, { recursive: true, force: true });
  });
  let commands = 0;
  const run = async (line: string) => {
    const done = `done ${commands++}`;
    // A line feed, because a game that was stopped unawares has left a terminal that makes none of Enter.
    screen.type(`${line}; echo "${done}: $?"\n`);
    return screen.waitFor(new RegExp(`^(?:${PROMPT} )?${done}: \\d+\\n(?:.*\\n)*${PROMPT}$`, 'm'));
  };
  await screen.waitFor(PROMPT);
  return { screen, home, run, pid: () => Number(readFileSync(join(home, 'pid'), 'utf8')) };
}

/** In the middle of a command, with an edit behind. */
async function playOn({ screen }: Shell, game = 'sh game'): Promise<string> {
  screen.type(`stty -g > before; ${game}\r`);
  await screen.waitFor('You may');
  screen.press('enter');
  await screen.waitFor('moves 0');
  screen.type(':create-ro');
  await screen.waitFor(() => screen.modes.mouseTrackingMode === 'vt200');
  return screen.waitFor('$ create-ro');
}

const isAtPrompt = (text: string) => text.includes('Stopped') && text.endsWith(PROMPT);

async function expectStopped({ screen, home, run }: Shell): Promise<void> {
  await screen.waitFor(isAtPrompt);
  expectUntouched(screen);
  await run('clear; stty -g > stopped');
  expect(readFileSync(join(home, 'stopped'), 'utf8')).toBe(readFileSync(join(home, 'before'), 'utf8'));
}

/** The same screen and modes as before, and a game that goes on. */
async function expectBack({ screen, home, run }: Shell, before: string, modes: Screen['modes']): Promise<void> {
  screen.type('fg\r');
  await screen.waitFor((text) => text === before);
  expect(screen.modes).toEqual(modes);
  screen.type('ute');
  await screen.waitFor('$ create-route');
  screen.press('ctrl-c');
  await screen.waitFor(new RegExp(`${PROMPT}$`));
  await run('clear; stty -g > after');
  expectUntouched(screen);
  expect(readFileSync(join(home, 'after'), 'utf8')).toBe(readFileSync(join(home, 'before'), 'utf8'));
  expect(readdirSync(home).filter((name) => name.includes('fault'))).toEqual([]);
}

const stops: readonly (readonly [string, (shell: Shell) => void])[] = [
  ['Ctrl-Z', ({ screen }) => screen.press('ctrl-z')],
  ['SIGTSTP', ({ pid }) => process.kill(pid(), 'SIGTSTP')],
];

describe.skipIf(process.platform === 'win32').each(SHELLS)('in %s', (_, command) => {
  test.each(stops)('%s gives the terminal to the shell, and fg brings everything back', async (_name, stop) => {
    const shell = await openShell(command);
    const before = await playOn(shell);
    const { modes } = shell.screen;
    stop(shell);
    await expectStopped(shell);
    await expectBack(shell, before, modes);
  });

  test.each(stops)('%s stops the program that started the game too', async (_name, stop) => {
    const shell = await openShell(command);
    const before = await playOn(shell, 'sh behind');
    const { modes } = shell.screen;
    stop(shell);
    await expectStopped(shell);
    await expectBack(shell, before, modes);
  });

  test('SIGSTOP, which no game can see coming, leaves a game that fg brings back whole', async () => {
    const shell = await openShell(command);
    const before = await playOn(shell);
    const { modes } = shell.screen;
    process.kill(shell.pid(), 'SIGSTOP');
    await shell.screen.waitFor('Stopped');
    await shell.run('stty "$(cat before)"');
    await expectBack(shell, before, modes);
  });

  test('in the background it waits for the terminal', async () => {
    const shell = await openShell(command);
    const before = await playOn(shell);
    const { modes } = shell.screen;
    shell.screen.press('ctrl-z');
    await shell.screen.waitFor(isAtPrompt);
    shell.screen.type('clear; bg\r');
    await shell.screen.waitFor('game');
    await shell.run('clear; stty -g > stopped');
    await expectBack(shell, before, modes);
  });

  test('stopped twice it comes back twice', async () => {
    const shell = await openShell(command);
    const before = await playOn(shell);
    const { modes } = shell.screen;
    shell.screen.press('ctrl-z');
    await expectStopped(shell);
    shell.screen.type('fg\r');
    await shell.screen.waitFor((text) => text === before);
    shell.screen.press('ctrl-z');
    await expectStopped(shell);
    await expectBack(shell, before, modes);
  });

  test('read line by line it is stopped as any program that reads lines', async () => {
    const shell = await openShell(command, { TERM: 'dumb' });
    shell.screen.type('stty -g > before; sh game\r');
    await shell.screen.waitFor(/^>$/m);
    shell.screen.press('ctrl-z');
    await expectStopped(shell);
    shell.screen.type('fg\r');
    await shell.screen.waitFor('game');
    shell.screen.type('score\r');
    await shell.screen.waitFor('Moves: 0');
    shell.screen.type('quit\r');
    await shell.run('echo left');
  });

  test('a window that is closed while the game is stopped ends it without a report of a fault', async () => {
    const shell = await openShell(command);
    await playOn(shell);
    shell.screen.press('ctrl-z');
    await shell.screen.waitFor(isAtPrompt);
    const pid = shell.pid();
    shell.screen.hangUp();
    await expect.poll(() => isRunning(pid), { timeout: 20_000 }).toBe(false);
    expect(readdirSync(shell.home).filter((name) => name.includes('fault'))).toEqual([]);
  });
});
