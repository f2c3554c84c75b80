// Reviews by keys, with a clock that stands still: 2026-01-01.

import { describe, expect, test } from 'vitest';
import { builtInLibrary } from '../../../src/levels/built-in.ts';
import { applyChange, EMPTY_SAVE, type Reviews, type Save } from '../../../src/progress/progress.ts';
import { openGame } from '../open-game.tsx';

const library = builtInLibrary();
const DUE = '2025-12-30T12:00:00.000Z';

function saved(reviews: Reviews): Save {
  return applyChange(EMPTY_SAVE, {
    levels: { 'three-missing-things': { solved: true } },
    reviews,
    settings: { motion: 'off' },
  });
}

const open = (reviews: Reviews, first: 'title' | 'review' = 'review') =>
  openGame({ library, columns: 80, rows: 24, first: { screen: first }, save: saved(reviews) });

type Opened = Awaited<ReturnType<typeof open>>;

/** Chooses the first choice that is right, or is not, by trying: the verdict tells. */
async function answerUntil(verdict: 'Right.' | 'Not so.', reviews: Reviews): Promise<Opened> {
  for (let index = 0; index < 4; index++) {
    const game = await open(reviews);
    for (let times = 0; times < index; times++) await game.press('down');
    await game.press('enter');
    if (game.text().includes(verdict)) return game;
  }
  throw new Error(`no choice is ${verdict}`);
}

const BELIEF = 'public-subnet-is-enough';

test('the title says how many are due, and leads there', async () => {
  const game = await open({ [BELIEF]: { rung: 0, at: DUE }, 'top-to-bottom': { rung: 3, at: DUE } }, 'title');
  expect(game.text()).toContain('Review: 1 due');
  while (!/❯ Review/.test(game.text())) await game.press('down');
  await game.press('enter');
  expect(game.text()).toContain('1 of 1');
});

describe('an answer', () => {
  const reviews = { [BELIEF]: { rung: 1, at: '2025-12-20T12:00:00.000Z' } };

  test('that is right shows the packet and the refutation, and comes back later', async () => {
    const game = await answerUntil('Right.', reviews);
    expect(game.text()).toContain('request ●');
    expect(game.text()).toContain('The subnet is public, so my instance has internet.');
    expect(game.save().reviews[BELIEF]).toEqual({ rung: 2, at: '2026-01-01T00:00:00.000Z' });
    expect(game.text()).toContain('2026-01-08');
    await game.press('enter');
    expect(game.text()).toContain('1 of 1 right.');
    await game.press('enter');
    expect(game.text()).toContain('Route a packet out of a VPC');
  });

  test('that is wrong leads back to the foot of the ladder', async () => {
    const game = await answerUntil('Not so.', reviews);
    expect(game.save().reviews[BELIEF]).toEqual({ rung: 0, at: '2026-01-01T00:00:00.000Z' });
    expect(game.text()).toContain('2026-01-02');
    await game.press('enter');
    expect(game.text()).toContain('0 of 1 right.');
  });

  test('the fourth in a row settles it', async () => {
    const game = await answerUntil('Right.', { [BELIEF]: { rung: 3, at: '2025-12-01T12:00:00.000Z' } });
    expect(game.text()).toContain('this one is settled');
    await game.press('enter');
    expect(game.text()).toContain('Everything that came up is settled.');
  });

  test('lets the packet be walked, and the codex be opened and left', async () => {
    const game = await answerUntil('Not so.', reviews);
    const end = game.lines();
    await game.press('left');
    expect(game.lines()).not.toEqual(end);
    await game.press('right');
    expect(game.lines()).toEqual(end);
    await game.press('c');
    expect(game.text()).toContain('The pair at the edge');
    await game.press('q');
    expect(game.lines()).toEqual(end);
  });
});

describe('a question', () => {
  test('does not say which chapter it comes from', async () => {
    const game = await open({ [BELIEF]: { rung: 0, at: DUE } });
    expect(game.text()).not.toMatch(/2\.7|Three missing/);
  });

  test('is the same after leaving without an answer, and nothing is noted', async () => {
    const game = await open({ [BELIEF]: { rung: 0, at: DUE } });
    const asked = game.lines();
    await game.press('tab');
    expect(game.lines()).not.toEqual(asked);
    await game.press('q');
    while (!/❯ Review/.test(game.text())) await game.press('down');
    await game.press('enter');
    expect(game.lines()).toEqual(asked);
    expect(game.save().reviews[BELIEF]).toEqual({ rung: 0, at: DUE });
  });
});

describe('with nothing due', () => {
  test('it says from when on there is', async () => {
    const game = await open({ [BELIEF]: { rung: 2, at: DUE } });
    expect(game.text()).toContain('Nothing is due today.');
    expect(game.text()).toContain('2026-01-06');
  });

  test('it says what would come, to somebody who has missed nothing yet', async () => {
    expect((await open({})).text()).toContain('after 1, 3, 7 and 21 days');
  });

  test('a belief that this version does not know is no question, and is kept', async () => {
    const unknown = { 'from-a-later-version': { rung: 0, at: DUE } };
    const game = await open(unknown);
    expect(game.text()).toContain('Nothing is due today.');
    expect(game.save().reviews).toEqual(unknown);
  });
});

test('a mistake in a level is noted, and is not due on the same day', async () => {
  const game = await openGame({
    library,
    columns: 80,
    rows: 24,
    first: { screen: 'play', levelId: 'three-missing-things' },
    save: saved({}),
  });
  await game.paste('aws ec2 attach-internet-gateway --internet-gateway-id igw-1 --vpc-id vpc-red');
  await game.press('space', 'space');
  expect(Object.keys(game.save().reviews)).toEqual(['any-table-will-do']);
  await game.press('q', 'q', 'q');
  expect(game.text()).not.toContain('due');
});
