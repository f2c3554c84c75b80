// The mouse on the play screen: what is clicked is chosen, the wheel walks and scrolls, and with the setting off nothing happens.

import { expect, test } from 'vitest';
import { EMPTY_SAVE } from '../../../src/progress/progress.ts';
import { openGame } from '../open-game.tsx';
import { LEVEL, stillsLibrary } from '../stills-level.ts';

async function open(mouse = true) {
  const game = await openGame({
    library: stillsLibrary(),
    columns: 100,
    rows: 30,
    first: { screen: 'briefing', levelId: LEVEL },
    save: { ...EMPTY_SAVE, settings: { motion: 'off', mouse } },
  });
  await game.press('enter');
  return game;
}

test('a click on the map opens what it is, and what can be done with it', async () => {
  const game = await open();
  await game.mouse('click', 'igw-1');
  expect(game.text()).toContain('With igw-1');
  await game.mouse('click', 'Create route');
  expect(game.text()).toContain('For which destination?');
  await game.mouse('click', '0.0.0.0/0');
  expect(game.text()).toContain('moves 1 / par 1');
});

test('a click on a goal shows what became of it, and in the scrubber its packet', async () => {
  const game = await open();
  await game.mouse('click', 'client cannot reach');
  expect(game.text()).not.toContain('What happened');
  await game.press('space', 'space');
  await game.mouse('click', 'client cannot reach');
  expect(game.text()).toContain('Nothing gets through from client to neighbour');
  await game.press('left');
  await game.mouse('click', 'vm ⇄ client');
  expect(game.text()).toMatch(/╭ vm ⇄ client ─.*\n.*request/);
});

test('a click on a tap of the timeline goes there, in the scrubber and under a goal', async () => {
  const game = await open();
  await game.press('space', 'space', 'left', 'home');
  expect(game.text()).toContain('tap 1 of 2');
  await game.mouse('click', '✗   reply');
  expect(game.text()).toContain('tap 2 of 2');
  await game.mouse('click', '●━');
  expect(game.text()).toContain('tap 1 of 2');
  await game.mouse('click', '✗  ');
  expect(game.text()).toContain('tap 2 of 2');
  await game.mouse('click', 'reply not sent');
  expect(game.text()).toContain('tap 2 of 2');
});

test('the wheel moves the menu, and walks the packet', async () => {
  const game = await open();
  await game.mouse('wheel-down', 'Goals');
  expect(game.text()).toContain('❯ Associate Elastic IP');
  await game.mouse('wheel-up', 'Goals');
  expect(game.text()).toContain('❯ Create route');
  await game.press('space', 'space', 'left');
  expect(game.text()).toContain('tap 2 of 2');
  await game.mouse('wheel-up', 'Goals');
  expect(game.text()).toContain('tap 1 of 2');
});

test('a click where the question before the first send stands answers it', async () => {
  const game = await open();
  await game.press('space');
  await game.mouse('click', 'at the internet gateway');
  expect(game.text()).toContain('You said');
});

test('with the setting off the terminal is asked for nothing, and a click does nothing', async () => {
  const game = await open(false);
  const before = game.text();
  await game.mouse('click', 'igw-1');
  expect(game.text()).toBe(before);
});
