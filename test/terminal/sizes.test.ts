// Resizes as a window manager sends them: hundreds, of any size, while keys are typed. Nothing is lost and nothing is torn.

import { describe, expect, test } from 'vitest';
import { listFlaws } from '../ui/measure.ts';
import { type Around, expectGivenBack, startAround } from './around.ts';

/** STORM=2000 asks for a longer one. */
const STORM = Number(process.env.STORM ?? 300);

/** Pseudo-random and the same in every run. Source: Park and Miller's minimal standard. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

async function openCommandLine(): Promise<Around> {
  const game = startAround(['play', '2.7']);
  await game.screen.waitFor('You may');
  game.screen.press('enter');
  await game.screen.waitFor('moves 0');
  game.screen.type(':');
  await game.screen.waitFor('tab complete');
  return game;
}

test(`no key is lost that is typed in a storm of ${STORM} resizes`, async () => {
  const game = await openCommandLine();
  const pick = chance(20_261_124);
  const typed = 'create-route --route-table-id rtb-edge --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1';
  const each = Math.ceil(STORM / typed.length);
  for (let turn = 0; turn < STORM; turn++) {
    game.screen.resize(80 + pick(120), 24 + pick(40));
    if (turn % each === 0) game.screen.type(typed[turn / each] as string);
  }
  game.screen.type(typed.slice(Math.ceil(STORM / each)));
  game.screen.resize(160, 40);
  await game.screen.waitFor(typed);
  expect(listFlaws(game.screen.lines(), { columns: 160, rows: 40 })).toEqual([]);
  game.screen.type('\u0003');
  await expectGivenBack(game, 0);
});

test(`${STORM} sizes, most of them too small, lead back to the same screen`, async () => {
  const game = await openCommandLine();
  const before = game.screen.text();
  const pick = chance(7);
  for (let turn = 0; turn < STORM; turn++) game.screen.resize(1 + pick(200), 1 + pick(60));
  // The size that it looked at last may be this one: then nothing but the signal tells that the terminal has cut what it had no room for.
  game.screen.resize(100, 30);
  await game.screen.waitFor((text) => text === before);
  game.screen.type('\u0003');
  await expectGivenBack(game, 0);
});

test('a size that comes back at once leaves a whole screen', async () => {
  const game = await openCommandLine();
  const before = game.screen.text();
  for (const [columns, rows] of [
    [99, 30],
    [100, 7],
    [20, 5],
    [200, 60],
  ] as const) {
    game.screen.resize(columns, rows);
    game.screen.resize(100, 30);
    await game.screen.waitFor((text) => text === before);
  }
  game.screen.type('\u0003');
  await expectGivenBack(game, 0);
});

describe('what another program wrote over the screen is gone after', () => {
  const noise = '\u001B[5;20Hwall: back in five minutes\n\n\n\u001B[31mand more\u001B[?25h';
  const places: readonly (readonly [string, string, string])[] = [
    ['the title', '', 'Start'],
    ['the chapters', 'j\r', '→ chapter'],
    ['a briefing', '\r', 'You may'],
    ['the play screen', '\r\r', 'moves 0'],
    ['the command line', '\r\r:create-ro', '$ create-ro'],
    ['the search in it', '\r\r:\u0012cre', 'search “cre”'],
    ['a prediction', '\r\r ', 'Before you send'],
    ['a codex card', '\r\rc', 'back to where you were'],
    ['the keys', '\r\r?', '╭ Keys ─'],
  ];

  test.each(places)('Ctrl-L in %s', async (_, keys, shown) => {
    const { screen } = startAround(['play', '--lang', 'en']);
    await screen.waitFor('Start');
    screen.type(keys);
    const before = await screen.waitFor(shown);
    screen.scribble(noise);
    await screen.waitFor('five minutes');
    screen.press('ctrl-l');
    await screen.waitFor((text) => text === before);
  });

  test('the window says that its size has changed, whether or not it has', async () => {
    const game = await openCommandLine();
    const before = game.screen.text();
    game.screen.scribble(noise);
    await game.screen.waitFor('five minutes');
    process.kill(game.pid(), 'SIGWINCH');
    await game.screen.waitFor((text) => text === before);
  });
});

test('only then is the screen painted whole, and no key costs that', async () => {
  const { screen } = await openCommandLine();
  const wholes = () => screen.output.split('\u001B[H\u001B[J').length - 1;
  const before = wholes();
  screen.type('create-route');
  await screen.waitFor('$ create-route');
  expect(wholes()).toBe(before);
  screen.press('ctrl-l');
  await screen.waitFor(() => wholes() === before + 1);
  screen.type(' --gate');
  await screen.waitFor('--gate');
  expect(wholes()).toBe(before + 1);
});

test.each([
  [1, 1],
  [2, 60],
  [200, 2],
  [79, 24],
  [80, 23],
])('at %i x %i the game starts, says what it needs as far as there is room, and leaves', async (columns, rows) => {
  const game = startAround(['play', '2.1'], { columns, rows });
  await game.screen.waitFor(
    () => game.screen.output.includes('\u001B[?1049h') && game.screen.output.includes('\u001B[?2004h'),
  );
  game.screen.type('\u0003');
  game.screen.resize(100, 30);
  await expectGivenBack(game, 0);
});

test.each([
  [80, 24],
  [300, 24],
  [80, 200],
  [500, 200],
])('at %i x %i every screen is whole', async (columns, rows) => {
  const game = startAround(['play', '2.7'], { columns, rows });
  const { screen } = game;
  const whole = () => expect(listFlaws(screen.lines(), { columns, rows })).toEqual([]);
  await screen.waitFor('You may');
  whole();
  screen.press('enter');
  await screen.waitFor('moves 0');
  whole();
  screen.press('space');
  await screen.waitFor('Before you send');
  screen.press('space');
  await screen.waitFor(/tap \d/);
  screen.press('space');
  await screen.waitFor('What happened');
  whole();
  screen.type('\u0003');
  await expectGivenBack(game, 0);
});

test('grown from nothing, the game is where it was', async () => {
  const game = startAround(['play', '2.1'], { columns: 1, rows: 1 });
  await game.screen.waitFor(() => game.screen.output.includes('\u001B[?2004h'));
  game.screen.resize(80, 24);
  await game.screen.waitFor('You may');
  expect(listFlaws(game.screen.lines(), { columns: 80, rows: 24 })).toEqual([]);
  game.screen.type('\u0003');
  await expectGivenBack(game, 0);
});
