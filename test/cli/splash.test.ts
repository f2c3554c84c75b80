import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import { patchLibraries } from '../../.scripts/patches.mjs';
import { honourNoColor } from '../../src/cli/splash.ts';
import { type Screen, startTerminal } from '../terminal/pty.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

// Holds Ink back until the test says so, as a slow machine would.
const app = `
  import { writeFileSync } from 'node:fs';
  import React from 'react';
  import { render, Text, useInput, useApp } from 'ink';
  import { guardSignals } from './src/cli/signals.ts';
  import { paintSplash } from './src/cli/splash.ts';
  import { FullScreen } from './src/ui/full-screen.ts';

  const { HOME, FAIL, SIGNAL, WHILE } = process.env;
  const waiting = setTimeout(() => {}, 60_000);
  process.once('SIGUSR2', () => {
    if (FAIL) throw new Error('cannot load');
    splash.handOver(new FullScreen({ stdin, stdout, clear: () => instance.clear(), reportsMouse: () => false }));
    if (WHILE === 'handing over') process.kill(process.pid, SIGNAL);
    const instance = render(React.createElement(App), { alternateScreen: true, incrementalRendering: true });
  });
  writeFileSync(HOME + '/pid', String(process.pid));
  const { stdin, stdout } = process;
  const setRawMode = (isRaw) => {
    if (WHILE === 'painting' && isRaw) process.kill(process.pid, SIGNAL);
    stdin.setRawMode(isRaw);
  };
  guardSignals();
  const splash = paintSplash({ stdout, stdin: { setRawMode } });

  function App() {
    const [keys, setKeys] = React.useState('');
    const { exit } = useApp();
    useInput((input) => {
      setKeys((before) => before + input);
      if (input.includes('q')) {
        clearTimeout(waiting);
        exit();
      }
    });
    return React.createElement(Text, null, 'frame, keys: ' + keys);
  }`;

async function startApp(env: Record<string, string> = {}) {
  const home = mkdtempSync(join(tmpdir(), 'blackfoot-splash-'));
  const program = join(home, 'app.mjs');
  await build({
    stdin: { contents: app, resolveDir: root, loader: 'js' },
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [patchLibraries()],
  });
  // What it left is looked at before the terminal closes, because a terminal that closes may swallow its last words.
  const thenState = `echo "code $?"; stty -a | grep -o '.icanon'; read -r looked`;
  const screen = startTerminal(['sh', '-c', `"${process.execPath}" app.mjs; ${thenState}`], { home, cwd: home, env });
  onTestFinished(async () => {
    await screen.close();
    rmSync(home, { recursive: true });
  });
  // On screen now, or gone again by what the test does to it.
  await screen.waitFor(() => screen.output.includes('Blackfoot'));
  const pid = Number(readFileSync(join(home, 'pid'), 'utf8'));
  return { screen, signal: (name: NodeJS.Signals) => process.kill(pid, name) };
}

async function expectTerminalGivenBack(screen: Screen, told: string): Promise<void> {
  expect(await screen.waitFor('icanon')).toContain(' icanon');
  expect(screen.text()).toContain(told);
  expect(screen.bufferType).toBe('normal');
  expect(screen.cursor.visible).toBe(true);
}

test('the splash stands alone on the alternate screen with the cursor out of the way', async () => {
  const { screen } = await startApp();
  expect(await screen.waitFor('Blackfoot')).toBe('\n Blackfoot');
  expect(screen.bufferType).toBe('alternate');
  expect(screen.cursor).toEqual({ column: 0, row: 0, visible: false });
});

test('keys typed while Ink loads are neither echoed nor lost', async () => {
  const { screen, signal } = await startApp();
  screen.type('early');
  signal('SIGUSR2');
  await screen.waitFor('frame, keys: early');
  screen.type(' later');
  expect(await screen.waitFor('early later')).toBe('frame, keys: early later');
  screen.type('q');
  await expectTerminalGivenBack(screen, 'code 0');
});

test('the first frame replaces the splash with no blank screen between', async () => {
  const { screen, signal } = await startApp();
  signal('SIGUSR2');
  await screen.waitFor('frame');
  expect(screen.output.split('\u001B[?1049h')).toHaveLength(2);
  expect(screen.output.split('\u001B[J')).toHaveLength(2);
  expect(screen.output).toContain('\u001B[H\u001B[Jframe');
});

test.each(['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const)(
  '%s during the splash gives the terminal back',
  async (name) => {
    const { screen, signal } = await startApp();
    signal(name);
    await expectTerminalGivenBack(screen, `code ${128 + constants.signals[name]}`);
  },
);

test.each(['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const)(
  '%s while the splash is being painted, or handed over to Ink, gives the terminal back too',
  async (name) => {
    const code = `code ${128 + constants.signals[name]}`;
    const painting = await startApp({ WHILE: 'painting', SIGNAL: name });
    await expectTerminalGivenBack(painting.screen, code);
    const handing = await startApp({ WHILE: 'handing over', SIGNAL: name });
    handing.signal('SIGUSR2');
    await expectTerminalGivenBack(handing.screen, code);
  },
);

test('a splash that is stopped gives the terminal back, and stands there again afterwards', async () => {
  const { screen, signal } = await startApp();
  // No shell waits for it, so that it goes on at once.
  signal('SIGTSTP');
  await screen.waitFor(() => screen.output.split('\u001B[?1049h').length === 3);
  expect(await screen.waitFor('Blackfoot')).toBe('\n Blackfoot');
  expect(screen.output).toMatch(/\?1049l.*\?1049h/s);
  screen.type('early');
  signal('SIGUSR2');
  await screen.waitFor('frame, keys: early');
  screen.type('q');
  await expectTerminalGivenBack(screen, 'code 0');
});

test('a fault while the game loads gives the terminal back, and is seen', async () => {
  const { screen, signal } = await startApp({ FAIL: '1' });
  signal('SIGUSR2');
  await expectTerminalGivenBack(screen, 'Error: cannot load');
});

test('without colours the title is not bold either', async () => {
  const { screen } = await startApp({ NO_COLOR: '1' });
  expect(screen.output).not.toContain('\u001B[1m');
});

test('NO_COLOR is put into the words that the colour library understands', () => {
  const environment: NodeJS.ProcessEnv = { NO_COLOR: '1', FORCE_COLOR: '3' };
  honourNoColor(environment);
  expect(environment).toEqual({ FORCE_COLOR: '0' });
  const empty: NodeJS.ProcessEnv = { NO_COLOR: '' };
  honourNoColor(empty);
  expect(empty).toEqual({ NO_COLOR: '' });
});
