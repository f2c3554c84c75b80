import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { startTerminal } from './pty.ts';

const home = tmpdir();

function startEcho() {
  const program = fileURLToPath(new URL('echo.mjs', import.meta.url));
  const screen = startTerminal([process.execPath, program], { home, columns: 90, rows: 20 });
  onTestFinished(() => screen.close());
  return screen;
}

test('a program sees keys, its size and a clean environment, and the test sees its screen', async () => {
  const screen = startEcho();
  await screen.waitFor('ready');
  expect(screen.bufferType).toBe('alternate');
  expect(screen.bracketedPaste).toBe(true);
  expect(screen.cursor).toEqual({ column: 10, row: 0, visible: false });
  screen.press('up');
  expect(await screen.waitFor(/90x20/)).toBe(`ready 한글\n"\\u001b[A" at 90x20, CI undefined, home ${home}`);
  screen.paste('two words');
  await screen.waitFor((text) => text.includes('200~two words'));
  screen.resize(70, 10);
  await screen.waitFor('70x10');
  expect(screen.lines()).toHaveLength(10);
  screen.type('q');
  expect(await screen.exit).toEqual({ code: 3, signal: 0 });
  expect(screen.bufferType).toBe('normal');
  expect(screen.cursor.visible).toBe(true);
  expect(screen.text()).toBe('bye');
});

test('waiting in vain says why and shows the screen', async () => {
  const screen = startEcho();
  await screen.waitFor('ready');
  await expect(screen.waitFor('never', { timeout: 1 })).rejects.toThrow(/1 ms went by.*never.*ready/s);
  screen.type('q');
  await expect(screen.waitFor('never')).rejects.toThrow(/ended with code 3.*bye/s);
});

test('a signal is reported, and closing twice does no harm', async () => {
  const screen = startEcho();
  await screen.waitFor('ready');
  screen.kill('SIGTERM');
  expect((await screen.exit).signal).toBe(15);
  await screen.close();
});
