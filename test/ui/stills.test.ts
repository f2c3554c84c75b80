// Every screen as it looks, in both languages and three sizes. A still that changes is looked at before it is kept: `vitest -u`.

import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/text/catalog.ts';
import { listFlaws } from './measure.ts';
import { openGame } from './open-game.tsx';
import { LEVEL, stillsLibrary } from './stills-level.ts';

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 100, rows: 30 },
  { columns: 140, rows: 45 },
] as const;

const ROUTE_OUT = 'aws ec2 create-route --route-table-id rtb-red --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1';
const TILES = ['route', 'wrap', 'swap'].map((tile) => `lab place-tile --puzzle way --tile ${tile}`);
const ANSWER = [ROUTE_OUT, 'lab answer --question source --value 203.0.113.9', ...TILES].join('\n');

/** From the title, the keys to each screen; what is longer than a word is pasted. */
const PLAY = ['enter', 'enter'];
const PREDICT = [...PLAY, 'space'];
const REPORT = [...PREDICT, 'enter'];
/** Two sends that change nothing: tries all the same. */
const TWICE = [
  ROUTE_OUT.replace('igw-1', 'igw-8'),
  'ctrl-u',
  'backspace',
  ROUTE_OUT.replace('igw-1', 'igw-9'),
  'ctrl-u',
  'backspace',
];
const WON = [...PLAY, ANSWER, 'space', 'down', 'enter'];

const SCREENS: readonly (readonly [string, readonly string[]])[] = [
  ['title', []],
  ['settings', ['up', 'up', 'enter']],
  ['chapters', ['down', 'enter']],
  ['briefing', ['enter']],
  ['play', PLAY],
  ['looking', [...PLAY, 'tab', 'tab', 'tab', 'tab']],
  ['menu', [...PLAY, 'enter']],
  ['undone', [...PLAY, ROUTE_OUT, 'u']],
  ['refused', [...PLAY, ROUTE_OUT.replace('igw-1', 'igw-2')]],
  ['typing', [...PLAY, ':create-route --destination-cidr-block ', 'tab']],
  ['question', [...PLAY, 'down', 'down', 'enter']],
  ['puzzle', [...PLAY, 'down', 'down', 'down', 'enter', 'enter']],
  ['predict', PREDICT],
  ['report', REPORT],
  ['packet-dies', [...REPORT, 'left']],
  ['misplaced', [...PLAY, TILES[1] ?? '', 'space', 'space', 'up']],
  ['mistake', [...PLAY, ROUTE_OUT.replace('0.0.0.0/0', '203.0.113.9/32'), 'space', 'space']],
  ['hint-waits', [...PLAY, 'hh']],
  ['hints', [...PLAY, 'h', 'q', ...TWICE, 'hh', 'q', ...TWICE, 'hh', 'q', ...TWICE, 'hh']],
  ['predict-sure', [...PREDICT, 'right']],
  ['settled', [...PREDICT, 'right', 'down', 'enter', 'down', 'down']],
  ['help', [...PLAY, '?']],
  ['output', [...PLAY, 'aws ec2 describe-route-tables']],
  [
    'packet-edge',
    [...PLAY, ROUTE_OUT, 'space', 'space', 'up', 'up', 'left', 'home', 'right', 'right', 'right', 'right'],
  ],
  ['tables', [...REPORT, 'left', 't']],
  ['changed', [...PLAY, ROUTE_OUT]],
  ['solved', WON],
];

describe.each(['en', 'ko'] as const)('%s', (language: Language) => {
  describe.each(SIZES)('$columns x $rows', (size) => {
    test.each(SCREENS)('%s', async (name, keys) => {
      const game = await openGame({ library: stillsLibrary(), ...size, language });
      for (const key of keys) await (key.includes(' ') && !key.startsWith(':') ? game.paste(key) : game.press(key));
      const file = `stills/${name}.${language}.${size.columns}x${size.rows}.txt`;
      await expect(`${game.lines().join('\n')}\n`).toMatchFileSnapshot(file);
      expect(listFlaws(game.lines(), size)).toEqual([]);
    });
  });
});

test.each(['en', 'ko'] as const)(
  'a terminal too small says so in %s, and the game goes on where it was',
  async (language) => {
    const game = await openGame({ library: stillsLibrary(), columns: 80, rows: 24, language });
    await game.press(...PLAY, 'tab');
    const before = game.lines();
    await game.resize(60, 20);
    expect(game.text()).toContain('80×24');
    expect(listFlaws(game.lines(), { columns: 60, rows: 20 })).toEqual([]);
    // Keys meant for a screen that nobody sees do nothing.
    await game.press('enter', 'space', 'q');
    await game.resize(80, 24);
    expect(game.lines()).toEqual(before);
    expect(LEVEL).toBe('first-road');
  },
);
