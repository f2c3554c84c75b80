// The built game in a real pseudo-terminal, played by keys as a person plays it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listFlaws } from '../ui/measure.ts';
import { type Screen, startGame } from './pty.ts';

function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'blackfoot-game-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

function open(args: readonly string[], home = makeHome(), size = { columns: 100, rows: 30 }): Screen {
  const screen = startGame(args, { home, ...size });
  onTestFinished(() => screen.close());
  return screen;
}

async function leave(screen: Screen) {
  screen.type('\u0003');
  expect(await screen.exit).toEqual({ code: 0, signal: 0 });
}

const TITLE = 'Route a packet out of a VPC';

test('2.1 is played from title to result by keys alone, and its stars are there after a new start', async () => {
  const home = makeHome();
  const screen = open(['play'], home);
  await screen.waitFor(TITLE);
  screen.press('down', 'enter');
  await screen.waitFor(/1\.1 .*\n.*1\.2 /);
  screen.press('right');
  await screen.waitFor('2.1');
  screen.press('enter');
  await screen.waitFor('You may');
  screen.press('enter');
  await screen.waitFor('What will you change?');
  // Create route, to the world, through igw-1: each stands first.
  screen.press('enter');
  await screen.waitFor('For which destination?');
  screen.press('enter');
  await screen.waitFor('Where to?');
  screen.press('enter');
  await screen.waitFor('moves 1 / par 1');
  expect(screen.text()).toContain('$ aws ec2 create-route --route-table-id rtb-red');
  screen.press('space');
  await screen.waitFor('Before you send');
  screen.press('enter');
  await screen.waitFor('All goals met');
  screen.press('enter');
  await screen.waitFor(/Solved: 2\.1 [\s\S]*★ solved +★ at par +★ cheap and closed/);
  screen.type('q');
  await screen.waitFor(/2\.1 .*★★★/);
  await leave(screen);

  const again = open(['play'], home);
  await again.waitFor('1 of');
  again.press('down', 'enter');
  await again.waitFor('1.1');
  again.press('right');
  await again.waitFor(/2\.1 .*★★★/);
  await leave(again);
});

test('a first packet is on its way after the keys that the screens name: enter, enter, space, enter', async () => {
  const screen = open(['play']);
  await screen.waitFor(TITLE);
  screen.press('enter');
  await screen.waitFor('enter play');
  screen.press('enter');
  await screen.waitFor('space send');
  screen.press('space');
  await screen.waitFor('enter answer');
  screen.press('enter');
  await screen.waitFor(/tap \d of \d/);
  await screen.waitFor('No mapping row');
  await leave(screen);
});

describe('a player who tries everything', () => {
  test('edits, undoes, makes again, takes hints, and starts afresh', async () => {
    const screen = open(['play', '2.7']);
    await screen.waitFor('You may');
    screen.press('enter');
    await screen.waitFor('moves 0');
    screen.press('enter');
    await screen.waitFor('moves 1');
    screen.type('u');
    await screen.waitFor(/Undone\.\s+\$ aws ec2 attach-internet-gateway/);
    expect(screen.text()).toContain('moves 0');
    screen.type('r');
    await screen.waitFor(/Made again\.\s+\$ aws ec2 attach-internet-gateway/);
    screen.type('R');
    await screen.waitFor('as the level began');
    screen.type('u');
    await screen.waitFor('The reset is undone');
    screen.type('h');
    await screen.waitFor(/Hints[\s\S]* 1\. /);
    screen.type('h');
    await screen.waitFor(/more tr(ies|y), (each )?an edit or a send/);
    await leave(screen);
  });

  test('types a command with Tab, finds it in the history, and is told of a wrong word', async () => {
    const screen = open(['play', '2.1']);
    await screen.waitFor('You may');
    screen.press('enter');
    await screen.waitFor('moves 0');
    // Typed in one go, as a fast typist or a slow machine hands it over.
    screen.type(':aws ec2 create-ro\t');
    await screen.waitFor('$ aws ec2 create-route');
    screen.type('--ro\t\t--destination-c\t0.0.0.0/0 --gat\t\t');
    await screen.waitFor('--gateway-id igw-1');
    screen.press('enter');
    await screen.waitFor('moves 1');
    screen.type(':');
    await screen.waitFor('tab complete');
    screen.press('up');
    await screen.waitFor(/\$ .*0\.0\.0\.0\/0 --gateway-id igw-1\s*\n/);
    screen.press('ctrl-u');
    screen.type('sned\r');
    await screen.waitFor('Did you mean send?');
    // It stays, to be put right.
    screen.press('ctrl-u');
    screen.type('describe-route-tables\r');
    await screen.waitFor('"RouteTableId": "rtb-red"');
    await leave(screen);
  });

  test('pastes a block of commands, and each is carried out', async () => {
    const screen = open(['play', '2.7']);
    await screen.waitFor('You may');
    screen.press('enter');
    await screen.waitFor('moves 0');
    screen.paste(
      [
        'aws ec2 attach-internet-gateway --internet-gateway-id igw-1 --vpc-id vpc-red',
        '# the table that subnet-a uses',
        'aws ec2 create-route --route-table-id rtb-edge \\',
        '  --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1',
        'aws ec2 associate-address --allocation-id eipalloc-52 --network-interface-id eni-vm1',
      ].join('\n'),
    );
    await screen.waitFor('moves 3 / par 3');
    await leave(screen);
  });

  test('walks the packet there and back, and from goal to goal', async () => {
    const screen = open(['play', '2.3']);
    await screen.waitFor('You may');
    screen.press('enter');
    await screen.waitFor('moves 0');
    screen.type('  ');
    await screen.waitFor('tap');
    screen.press('space');
    await screen.waitFor('What happened');
    screen.press('left');
    await screen.waitFor('before');
    screen.press('home');
    await screen.waitFor('tap 1 of');
    screen.type('ll');
    await screen.waitFor('tap 3 of');
    screen.type('h');
    await screen.waitFor('tap 2 of');
    screen.press('end', 'down');
    await screen.waitFor(/tap|sends no packet/);
    screen.type('q');
    await screen.waitFor('What will you change?');
    await leave(screen);
  });

  test('resizes while playing, down to what is too small and back to where it was', async () => {
    const screen = open(['play', '2.7']);
    await screen.waitFor('You may');
    screen.type('\r\t');
    const before = await screen.waitFor('tab next');
    screen.resize(70, 20);
    await screen.waitFor('This terminal has 70×20');
    screen.resize(140, 45);
    await screen.waitFor((text) => text.includes('tab next') && text.includes('q leave'));
    expect(listFlaws(screen.lines(), { columns: 140, rows: 45 })).toEqual([]);
    screen.resize(100, 30);
    await screen.waitFor((text) => text === before);
    await leave(screen);
  });

  test('changes the language, the frames and the colours, and finds them changed after a new start', async () => {
    const home = makeHome();
    const screen = open(['play'], home);
    await screen.waitFor(TITLE);
    screen.type('kk\r');
    await screen.waitFor('Plain ASCII frames');
    screen.press('enter');
    await screen.waitFor('ASCII 테두리');
    screen.type('j\r');
    await screen.waitFor('밝은 터미널용');
    screen.type('jjjj\r');
    await screen.waitFor(/ASCII 테두리 +켬/);
    screen.type('q');
    await screen.waitFor('모든 레벨');
    await leave(screen);

    const again = open(['play', '2.1'], home);
    await again.waitFor('목표');
    again.press('enter');
    await again.waitFor(/\+ vpc-red/);
    expect(again.text()).not.toMatch(/[╭╮╰╯│─]/);
    await leave(again);
  });
});

test('keys that come in one read are all taken, each by the screen that the one before it opened', async () => {
  const screen = open(['play']);
  await screen.waitFor(TITLE);
  // Levels, second chapter, its third level, play, look at two things, open the help.
  screen.type('j\r\u001B[C\u001B[B\u001B[B\r\r\t\t?');
  await screen.waitFor(/2\.3 [\s\S]*Keys/);
  screen.type('qq');
  await screen.waitFor(/❯ 2\.3/);
  await leave(screen);
});
