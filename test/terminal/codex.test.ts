// A belief shown in a level, its card read, and its review answered, by keys in a real pseudo-terminal.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listFlaws } from '../ui/measure.ts';
import { type Screen, startGame } from './pty.ts';

function open(args: readonly string[], home: string, size = { columns: 100, rows: 30 }): Screen {
  const screen = startGame(args, { home, ...size });
  onTestFinished(() => screen.close());
  return screen;
}

function makeHome(save?: object): { readonly home: string; readonly file: string } {
  const home = mkdtempSync(join(tmpdir(), 'blackfoot-codex-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const file = join(home, 'blackfoot/config.json');
  mkdirSync(join(home, 'blackfoot'));
  if (save) writeFileSync(file, JSON.stringify({ version: 1, ...save }));
  return { home, file };
}

async function leave(screen: Screen) {
  screen.type('\u0003');
  expect(await screen.exit).toEqual({ code: 0, signal: 0 });
}

const readReviews = (file: string) => JSON.parse(readFileSync(file, 'utf8')).reviews;

test('a mistake is noted with its time, its card read, and the level goes on where it was', async () => {
  const { home, file } = makeHome({ levels: {}, settings: { motion: 'off' } });
  const screen = open(['play', '2.2'], home);
  await screen.waitFor('You may');
  screen.press('enter');
  await screen.waitFor('moves 0');
  screen.paste('aws ec2 create-route --route-table-id rtb-red --destination-cidr-block 8.8.8.8/32 --gateway-id igw-1');
  await screen.waitFor('moves 1');
  screen.type('  ');
  const report = await screen.waitFor('What happened');
  screen.type('c');
  await screen.waitFor(/The pair at the edge[\s\S]*esc back to where you were/);
  screen.press('escape');
  await screen.waitFor((text) => text === report);
  await leave(screen);
  expect(readReviews(file)).toMatchObject({ 'public-subnet-is-enough': { rung: 0 } });
});

test('a review is reached from the title, answered, and comes back later; resizing loses nothing', async () => {
  const at = '2020-01-01T00:00:00.000Z';
  const { home, file } = makeHome({ levels: {}, reviews: { 'dead-row-falls-back': { rung: 1, at } }, settings: {} });
  const screen = open(['play'], home, { columns: 80, rows: 24 });
  await screen.waitFor('Review: 1 due');
  screen.press('down', 'down', 'down');
  await screen.waitFor('❯ Review');
  screen.press('enter');
  const asked = await screen.waitFor('What is true?');
  screen.resize(70, 20);
  await screen.waitFor('This terminal has');
  screen.resize(80, 24);
  await screen.waitFor((text) => text === asked);
  screen.press('enter');
  await screen.waitFor('Often believed');
  expect(listFlaws(screen.lines(), { columns: 80, rows: 24 })).toEqual([]);
  screen.press('enter');
  await screen.waitFor(/[01] of 1 right/);
  screen.press('enter');
  await screen.waitFor('Route a packet out of a VPC');
  expect(screen.text()).not.toContain('due');
  await leave(screen);
  const [review] = Object.values<{ rung: number; at: string }>(readReviews(file));
  expect([0, 2]).toContain(review?.rung);
  expect(review && review.at > at).toBe(true);
});
