// The command line by its keys, in the running game.

import { describe, expect, test } from 'vitest';
import { openGame } from './open-game.tsx';
import { LEVEL, stillsLibrary } from './stills-level.ts';

const ROUTE = 'create-route --route-table-id rtb-red --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1';

async function open(typed: string[] = []) {
  const game = await openGame({
    library: stillsLibrary(),
    columns: 120,
    rows: 30,
    first: { screen: 'play', levelId: LEVEL },
    typed,
  });
  return {
    ...game,
    typed,
    /** What stands in the line. */
    line: () =>
      game
        .lines()
        .find((row) => /^ (?:\$|search)/.test(row))
        ?.trim(),
    header: () => game.lines()[0] ?? '',
  };
}

describe('editing', () => {
  test.each([
    ['Ctrl-A and Ctrl-K empty the line', ['one two', 'ctrl-a', 'ctrl-k'], '$'],
    ['Ctrl-W cuts a word and Ctrl-Y puts it back', ['one two', 'ctrl-w', 'ctrl-a', 'ctrl-y'], '$ twoone'],
    [
      'cuts one after another come back as one',
      ['one two three', 'ctrl-w', 'ctrl-w', 'x', 'ctrl-y'],
      '$ one xtwo three',
    ],
    ['Ctrl-U cuts what stands before the cursor', ['one two', 'left', 'left', 'left', 'ctrl-u'], '$ two'],
    ['Alt-B goes back by a word', ['a-b --c', 'alt-b', 'alt-b', 'x'], '$ a-xb --c'],
    ['Alt-F goes on by one', ['a-b --c', 'ctrl-a', 'alt-f', 'alt-f', 'x'], '$ a-bx --c'],
    ['Alt-D cuts what follows', ['one two', 'ctrl-a', 'alt-d', 'ctrl-e', 'ctrl-y'], '$  twoone'],
    ['Alt-Backspace cuts back to a part', ['rtb-red', 'alt-backspace'], '$ rtb-'],
  ])('%s', async (_, keys, line) => {
    const game = await open();
    await game.press(':', ...keys);
    expect(game.line()).toBe(line);
  });
});

describe('completion', () => {
  test('fills in what all share, lists them, and goes round', async () => {
    const game = await open();
    await game.press(':create-route --destination-cidr-block ', 'tab');
    expect(game.line()).toBe('$ create-route --destination-cidr-block');
    expect(game.text()).toContain('0.0.0.0/0  203.0.113.9/32');
    await game.press('tab');
    expect(game.line()).toMatch(/block 0\.0\.0\.0\/0$/);
    await game.press('tab');
    expect(game.line()).toMatch(/block 203\.0\.113\.9\/32$/);
    await game.press('shift-tab');
    expect(game.line()).toMatch(/block 0\.0\.0\.0\/0$/);
  });

  test('one candidate is filled in whole', async () => {
    const game = await open();
    await game.press(':create-route --gat', 'tab', 'tab', 'x');
    expect(game.line()).toBe('$ create-route --gateway-id igw-1 x');
  });
});

describe('history', () => {
  test('holds what was typed in earlier games, and keeps what is typed in this one', async () => {
    const game = await open(['describe-vpcs', 'undo']);
    await game.press(':', 'up', 'up');
    expect(game.line()).toBe('$ describe-vpcs');
    await game.press('down', 'enter', ':redo', 'enter');
    expect(game.typed).toEqual(['describe-vpcs', 'undo', 'undo', 'redo']);
  });

  test('Ctrl-R finds the newest line that has what is typed, and again an older one', async () => {
    const game = await open(['echo red 1', 'undo', 'echo red 2', 'send']);
    await game.press(':', 'ctrl-r', 'red');
    expect(game.line()).toBe('search “red”: echo red 2');
    await game.press('ctrl-r');
    expect(game.line()).toBe('search “red”: echo red 1');
    await game.press('ctrl-r');
    expect(game.line()).toBe('search “red”: echo red 1');
    await game.press('enter');
    expect(game.text()).toContain('red 1');
  });

  test('Ctrl-G leaves the line as it was; another key goes on with the line found', async () => {
    const game = await open(['echo red']);
    await game.press(':half', 'ctrl-r', 'red', 'ctrl-g');
    expect(game.line()).toBe('$ half');
    await game.press('ctrl-r', 'red', 'ctrl-e', '!');
    expect(game.line()).toBe('$ echo red!');
  });

  test('what nothing has says so, and leaves the line', async () => {
    const game = await open(['undo']);
    await game.press(':half', 'ctrl-r', 'zzz');
    expect(game.text()).toContain('Nothing typed before has it.');
    await game.press('enter');
    expect(game.line()).not.toBe('$ zzz');
  });
});

describe('what is refused', () => {
  test('stays in the line, to be mended', async () => {
    const game = await open();
    await game.press(`:${ROUTE}2`, 'enter');
    expect(game.text()).toContain('InvalidGatewayID.NotFound');
    expect(game.line()).toContain('--gateway-id igw-12');
    await game.press('backspace', 'enter');
    expect(game.header()).toContain('moves 1');
    expect(game.line()).toContain('$ aws ec2 create-route');
  });

  test('is told which value the level takes instead, or that the option is not to be used', async () => {
    const game = await open();
    await game.press(`:${ROUTE.replace('0.0.0.0/0', '198.51.100.0/24')}`, 'enter');
    expect(game.text()).toContain('takes only these for --destination-cidr-block: 0.0.0.0/0');
    await game.press('ctrl-u', `${ROUTE.replace('--gateway-id igw-1', '--instance-id i-vm')}`, 'enter');
    expect(game.text()).toContain('does not take --instance-id');
  });

  test('stops a pasted block, and what is left stands in the line', async () => {
    const game = await open();
    await game.paste(`${ROUTE}\n${ROUTE.replace('igw-1', 'igw-2')}\nundo`);
    expect(game.text()).toContain('1 of 3 done');
    expect(game.header()).toContain('moves 1');
    await game.press('ctrl-a');
    expect(game.line()).toMatch(/^\$ create-route .*undo|^\$ create-route/);
  });

  test('a word that is none gets the nearest', async () => {
    const game = await open();
    await game.press(':creat-route', 'enter');
    expect(game.text()).toContain('Did you mean create-route?');
    expect(game.line()).toBe('$ creat-route');
  });

  test('an open quote is told with its remedy', async () => {
    const game = await open();
    await game.press(":echo 'a", 'enter');
    expect(game.text()).toContain("a ' is opened and never closed");
  });
});

test('an output goes into a variable, and on into the next command', async () => {
  const game = await open();
  await game.press(':G=$(echo igw-1)', 'enter', `:${ROUTE.replace('igw-1', '$G')}`, 'enter');
  expect(game.header()).toContain('moves 1');
});

test('help lists what the level allows; help with a verb tells its options', async () => {
  const game = await open();
  await game.press(':help', 'enter');
  expect(game.text()).toContain('In this level');
  expect(game.text()).toContain('aws ec2 create-route');
  await game.press('q', ':help create-route', 'enter');
  expect(game.text()).toContain('--destination-cidr-block CIDR');
  await game.press('q', ':help creat-route', 'enter');
  expect(game.text()).toContain('Did you mean create-route?');
});
