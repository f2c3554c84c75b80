// An evening of a player who uses everything, by keys alone in a real pseudo-terminal: the whole of chapter 2, and on the way undo, hints, the
// command line, the scrubber, the codex, the daily packet, a review and the settings. What it comes to stands on the last screen.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { printCommand } from '../../src/control/command.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { listFlaws } from '../ui/measure.ts';
import { type Screen, startGame } from './pty.ts';

const SIZE = { columns: 100, rows: 30 };
const TITLE = 'Route a packet out of a VPC';
/** The keys of the play screen, when nothing lies over it; the goals say "space sends" all the while. */
const PLAYING = 'q leave';
const library = builtInLibrary();
const chapter = library.entries.filter(({ position }) => position.startsWith('2.'));

function openGame(): Screen {
  const home = mkdtempSync(join(tmpdir(), 'blackfoot-chapter-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const screen = startGame(['play'], { home, ...SIZE });
  onTestFinished(() => screen.close());
  return screen;
}

/** Types the reference line by line, sends, and is at the result. */
async function win(screen: Screen, id: string) {
  const level = library.level(id);
  if (!level.ok) throw new Error(`${id} does not read`);
  for (const [index, operation] of level.value.reference.entries()) {
    screen.type(`:${printCommand(operation)}\r`);
    await screen.waitFor(new RegExp(`moves ${index + 1} /[^]*${PLAYING}`));
  }
  screen.press('space');
  const asked = await screen.waitFor(/All goals met|Before you send/);
  if (asked.includes('Before you send')) screen.press('space');
  await screen.waitFor('All goals met');
  screen.press('enter');
  await screen.waitFor('Solved: ');
  expect(listFlaws(screen.lines(), SIZE)).toEqual([]);
}

/** In the first level of the chapter: everything that the play screen has beside an answer. */
async function lookRound(screen: Screen) {
  screen.press('enter');
  await screen.waitFor('For which destination?');
  screen.press('enter', 'enter');
  await screen.waitFor('moves 1 /');
  screen.type('u');
  await screen.waitFor('Undone.');
  screen.type('h');
  await screen.waitFor(/Hints[\s\S]* 1\. /);
  screen.press('escape');
  await screen.waitFor(PLAYING);
  screen.press('space');
  await screen.waitFor('Before you send');
  // Believed wrongly on purpose: it is asked again another day.
  screen.press('down', 'down', 'enter');
  await screen.waitFor(/tap \d of \d/);
  screen.press('left');
  screen.type('x');
  await screen.waitFor(/tap \d of \d/);
  screen.type('c');
  await screen.waitFor('esc back to where you were');
  screen.press('escape');
  await screen.waitFor(/tap \d of \d/);
  screen.type('q');
  await screen.waitFor(PLAYING);
}

/** Goes down the menu until an entry stands chosen, and opens it. */
async function choose(screen: Screen, label: string) {
  for (let before = screen.text(); !before.includes(`❯ ${label}`); before = screen.text()) {
    screen.press('down');
    await screen.waitFor((text) => text !== before);
  }
  screen.press('enter');
}

async function visit(screen: Screen, label: string, sign: string | RegExp) {
  await choose(screen, label);
  await screen.waitFor(sign);
  expect(listFlaws(screen.lines(), SIZE)).toEqual([]);
  screen.press('escape');
  await screen.waitFor(TITLE);
}

test('a chapter is played from its first level to its boss, and everything else is looked at on the way', async () => {
  const screen = openGame();
  await screen.waitFor(TITLE);
  screen.press('down', 'enter');
  await screen.waitFor(/1\.1 /);
  screen.press('right');
  await screen.waitFor(/❯.*2\.1 /);
  screen.press('enter');
  for (const [index, { id, position }] of chapter.entries()) {
    await screen.waitFor(`${position}  `);
    await screen.waitFor('You may');
    screen.press('enter');
    await screen.waitFor('moves 0 /');
    if (index === 0) await lookRound(screen);
    await win(screen, id);
    if (index < chapter.length - 1) screen.type('n');
  }
  screen.type('q');
  await screen.waitFor(new RegExp(`✓ 2 .* ${chapter.length}/${chapter.length} `));
  screen.type('q');
  await screen.waitFor(`${chapter.length} of ${library.entries.length}`);

  await visit(screen, 'Daily packet', 'Not played yet');
  await visit(screen, 'Review', 'Nothing is due today');
  await visit(screen, 'Codex', /\b[1-9]\d* of \d+ cards/);
  await choose(screen, 'Settings');
  await screen.waitFor(/❯ Language/);
  screen.press('enter');
  await screen.waitFor('한국어');
  screen.type('q');
  const last = await screen.waitFor('패킷이 VPC를');
  expect(last).toContain(`${library.entries.length}`);
  expect(listFlaws(screen.lines(), SIZE)).toEqual([]);
}, 120_000);
