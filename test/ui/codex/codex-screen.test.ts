// The codex by keys: what is locked, what a search finds, and the way back.

import { describe, expect, test } from 'vitest';
import { builtInLibrary } from '../../../src/levels/built-in.ts';
import { applyChange, EMPTY_SAVE, type Save } from '../../../src/progress/progress.ts';
import { openGame } from '../open-game.tsx';

const library = builtInLibrary();
const calm = applyChange(EMPTY_SAVE, { settings: { motion: 'off' } });
const met = (...levels: readonly string[]): Save =>
  applyChange(calm, { levels: Object.fromEntries(levels.map((id) => [id, { solved: true }])) });

const openCodex = (save: Save, { ascii = false, columns = 100, rows = 30 } = {}) =>
  openGame({
    library,
    columns,
    rows,
    first: { screen: 'codex' },
    save: applyChange(save, { settings: { ascii } }),
  });

describe('a card', () => {
  test('is locked before its level is met, and says where to find it', async () => {
    const game = await openCodex(calm);
    expect(game.text()).toContain('0 of');
    expect(game.text()).toContain('You find this card in 1.1');
    expect(game.text()).not.toContain('The Mapping Service is a table');
  });

  test('opens once its level is met', async () => {
    const game = await openCodex(met('address-without-a-place'));
    expect(game.text()).toContain('1 of');
    expect(game.text()).toContain('The Mapping Service is a table');
  });

  test('opens once a belief that it corrects has come up', async () => {
    const save = applyChange(calm, {
      reviews: { 'big-frames-everywhere': { rung: 0, at: '2026-01-01T00:00:00.000Z' } },
    });
    const game = await openCodex(save);
    await game.press('jumbo', 'enter');
    expect(game.text()).toContain('9001');
    expect(game.text()).toContain('“Jumbo frames work everywhere.”');
  });

  test('is drawn in ASCII where the terminal needs it', async () => {
    const game = await openCodex(met('address-without-a-place'), { ascii: true });
    await game.press('enter');
    expect(game.lines().join('')).not.toMatch(/[─│┌┐└┘═║→✓✗╭╮╰╯]/);
  });

  test('scrolls to its end and no further, and turns to the next one', async () => {
    const game = await openCodex(met('in-front-out-back'), { columns: 80, rows: 24 });
    await game.press('reply is', 'enter');
    expect(game.text()).toMatch(/\d+ more rows below/);
    for (let times = 0; times < 40; times++) await game.press('down');
    expect(game.text()).toContain('Met in 4.5');
    const end = game.lines();
    await game.press('down');
    expect(game.lines()).toEqual(end);
    await game.press('right');
    expect(game.lines()).not.toEqual(end);
  });
});

describe('typing', () => {
  test('searches, and every letter counts, q and c and j too', async () => {
    const game = await openCodex(calm);
    await game.press('jcq');
    expect(game.text()).toContain('Search: jcq');
    expect(game.text()).toContain('No card has these words.');
    await game.press('backspace', 'backspace', 'backspace', 'blackh');
    expect(game.lines()[2]).toContain('A blackhole still wins');
  });
});

describe('from play', () => {
  const TWO_EDITS = ['aws ec2 attach-internet-gateway --internet-gateway-id igw-1 --vpc-id vpc-red'];
  const open = () =>
    openGame({
      library,
      columns: 80,
      rows: 24,
      first: { screen: 'play', levelId: 'three-missing-things' },
      save: calm,
    });

  test('c opens the card of the code that fails, and q leads back to the same state of play', async () => {
    const game = await open();
    for (const line of TWO_EDITS) await game.paste(line);
    await game.press('space', 'space');
    const before = game.lines();
    await game.press('c');
    expect(game.lines()[1]).toContain('Which table a subnet uses');
    await game.press('q');
    expect(game.lines()).toEqual(before);
    await game.press('q', 'u');
    expect(game.text()).toContain('moves 0');
  });

  test('so does the word typed into the command line', async () => {
    const game = await open();
    await game.press(':codex', 'enter');
    expect(game.lines()[1]).toContain('The pair at the edge');
    await game.press('q');
    expect(game.text()).toContain('What will you change?');
  });

  test('what is typed and pasted in the codex does not reach the level', async () => {
    const game = await open();
    await game.press('c', 'right', 'space', 'u');
    await game.paste('aws ec2 attach-internet-gateway --internet-gateway-id igw-1 --vpc-id vpc-red');
    await game.press('c');
    expect(game.text()).toContain('moves 0');
    expect(game.text()).toContain('What will you change?');
  });

  test('a terminal that shrinks and grows meanwhile changes nothing', async () => {
    const game = await open();
    const before = game.lines();
    await game.press('c');
    await game.resize(60, 20);
    await game.resize(80, 24);
    await game.press('c');
    expect(game.lines()).toEqual(before);
  });
});

test('the result tells which card the level has brought, and c reads it', async () => {
  const game = await openGame({
    library,
    columns: 80,
    rows: 24,
    first: { screen: 'play', levelId: 'unused-gate' },
    save: calm,
  });
  await game.paste(
    'aws ec2 create-route --route-table-id rtb-red --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1',
  );
  await game.press('space', 'space', 'enter');
  expect(game.text()).toContain('In your codex now: A route to the gateway');
  await game.press('c');
  expect(game.text()).toContain('Attaching an internet gateway');
  await game.press('q');
  expect(game.text()).toContain('In your codex now');
});
