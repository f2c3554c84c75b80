// How much a key writes to the terminal on a screen full of panes: over a slow line that is what a player waits for.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type KeyName, type Screen, startGame } from './pty.ts';

const MOST = 1000;

async function open(level: string): Promise<Screen> {
  const home = mkdtempSync(join(tmpdir(), 'blackfoot-bytes-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const screen = startGame(['play', level], { home, columns: 120, rows: 40 });
  onTestFinished(() => screen.close());
  await screen.waitFor('You may');
  screen.press('enter');
  await screen.waitFor('space sends');
  return screen;
}

/** The bytes that come between a key and the screen that shows its effect. */
async function bytesOf(screen: Screen, key: KeyName, shown: RegExp | string): Promise<number> {
  const before = Buffer.byteLength(screen.output);
  screen.press(key);
  await screen.waitFor(shown);
  return Buffer.byteLength(screen.output) - before;
}

test('every step of the packet, there and back, writes fewer than 1,000 bytes', async () => {
  const screen = await open('4.3');
  screen.press('space', 'space');
  await screen.waitFor(/request ●/);
  screen.press('home');
  await screen.waitFor('tap 1 of 12');
  const costs: number[] = [];
  for (let tap = 2; tap <= 12; tap++) costs.push(await bytesOf(screen, 'right', `tap ${tap} of 12`));
  for (let tap = 1; tap <= 11; tap++) costs.push(await bytesOf(screen, 'right', `tap ${tap} of 11`));
  expect(Math.max(...costs)).toBeLessThan(MOST);
});

test('a look at the next thing on the map writes fewer than 1,000 bytes', async () => {
  const screen = await open('4.1');
  for (const shown of ['vpc-red ─', /╭ subnet-pub-a|╭ pub-a/, 'rtb-public ─'])
    expect(await bytesOf(screen, 'tab', shown)).toBeLessThan(MOST);
});
