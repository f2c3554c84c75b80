// Colour is never the only sign. With no colours, every screen says in words and marks what it says in colour, in both ways of drawing.

import { describe, expect, test } from 'vitest';
import { EMPTY_SAVE } from '../../src/progress/progress.ts';
import { openGame } from './open-game.tsx';
import { stillsLibrary } from './stills-level.ts';

const ROUTE_OUT = 'aws ec2 create-route --route-table-id rtb-red --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1';
const PLAY = ['enter', 'enter'];
const REPORT = [...PLAY, 'space', 'enter'];

type Signs = readonly (RegExp | string)[];

/** What colour tells apart, the keys that show it, and the signs that tell it too: drawn, and in ASCII. */
const DISTINCTIONS: readonly (readonly [string, readonly string[], Signs, Signs])[] = [
  ['the chosen entry of a menu', [], ['❯ Start'], ['> Start']],
  ['the open chapter among the others', ['down', 'enter'], ['▸ 2  The way out  0/1'], ['> 2  The way out  0/1']],
  ['stars won and not won', ['down', 'enter'], ['☆☆☆'], ['...']],
  ['a goal not yet sent', PLAY, [/○ vm/], [/o vm/]],
  [
    'a goal met, one not met, one unanswered',
    REPORT,
    [/✗ vm/, /✓ client/, /No answer yet/],
    [/[x!] vm/, /No answer yet/],
  ],
  ['the goal that the report is about', REPORT, ['▸'], [/[>] ?[x!] vm/]],
  ['the place where a packet died', REPORT, ['✗rtb-red'], [/Xrtb-red/]],
  ['where a packet is, and has been', [...REPORT, 'left'], ['●', '·'], ['@']],
  ['moves beyond par', [...PLAY, ROUTE_OUT], [/moves 1 \/ par 1/], [/moves 1 \/ par 1/]],
  ['a refused edit', [...PLAY, ROUTE_OUT.replace('igw-1', 'igw-2')], [/InvalidGatewayID/], [/InvalidGatewayID/]],
  ['an edit taken back', [...PLAY, ROUTE_OUT, 'u'], ['Undone.'], ['Undone.']],
  ['a network changed since the last send', [...REPORT, 'q', ROUTE_OUT], ['changed: space'], ['changed: space']],
  ['a thing that is looked at', [...PLAY, 'tab', 'tab'], ['❯'], ['>']],
  ['a setting that is on', ['up', 'up', 'enter'], [/Moving packet +off/], [/Moving packet +off/]],
];

describe.each([
  ['drawn', false, 2],
  ['in ASCII', true, 3],
] as const)('%s', (_, ascii, column) => {
  test.each(DISTINCTIONS)('%s', async (...row) => {
    const save = { ...EMPTY_SAVE, settings: { motion: 'off', theme: 'none', ascii } };
    const game = await openGame({ library: stillsLibrary(), columns: 100, rows: 30, save });
    for (const key of row[1]) await (key.includes(' ') ? game.paste(key) : game.press(key));
    for (const sign of row[column]) expect(game.text()).toMatch(sign);
  });
});
