import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startGame } from './pty.ts';

test('keys typed while the game still loads lead into the first level', async () => {
  const home = mkdtempSync(join(tmpdir(), 'blackfoot-early-'));
  const screen = startGame(['--lang', 'en'], { home });
  onTestFinished(async () => {
    await screen.close();
    rmSync(home, { recursive: true });
  });
  await screen.waitFor('Blackfoot');
  // The title takes the first, the briefing the second, and neither is loaded yet.
  screen.press('enter', 'enter');
  await screen.waitFor('moves 0');
  screen.press('ctrl-c');
  expect(await screen.exit).toEqual({ code: 0, signal: 0 });
  expect(screen.bufferType).toBe('normal');
});
