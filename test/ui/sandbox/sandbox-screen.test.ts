// The sandbox by keys: its menus, its files, and the play screen with packets in the place of goals.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readWorld } from '../../../src/dataplane/read-world.ts';
import { openSandboxes } from '../../../src/progress/sandboxes.ts';
import type { Language } from '../../../src/text/catalog.ts';
import type { Route } from '../../../src/ui/game-context.ts';
import { listFlaws } from '../measure.ts';
import { openGame } from '../open-game.tsx';
import { stillsLibrary } from '../stills-level.ts';

const SIZE = { columns: 80, rows: 24 };

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'blackfoot-sandboxes-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return join(made, 'sandboxes');
}

interface Options {
  readonly sandboxFolder?: string;
  readonly first?: Route;
  readonly size?: typeof SIZE;
  readonly language?: Language;
}

function open({ first = { screen: 'sandbox' }, size = SIZE, ...options }: Options = {}) {
  return openGame({ library: stillsLibrary(), ...size, first, ...options });
}

/** From the sandbox's menu to the network of the first level as it starts. */
const OF_LEVEL = ['down', 'enter', 'enter', 'enter'];

describe('the sandbox', () => {
  test('has no hints, and lists no key for them', async () => {
    const game = await open();
    await game.press('enter');
    expect(game.text()).not.toContain('h hint');
    await game.press('h');
    expect(game.text()).toContain('no goals here, and so no hints');
    await game.press('?');
    expect(game.text()).not.toContain('par:');
    expect(game.text()).not.toContain('one more hint');
    expect(game.text()).not.toContain('predict');
  });

  test('begins with an empty region, in which a VPC can be made by a typed line', async () => {
    const game = await open();
    await game.press('enter');
    expect(game.text()).toContain('edits 0');
    await game.paste('aws ec2 create-vpc --cidr-block 10.9.0.0/16');
    expect(game.text()).toContain('vpc-1 10.9.0.0/16');
    expect(game.text()).toContain('edits 1');
  });

  test('takes a level’s network, and sends a packet that the menu has put together', async () => {
    const game = await open();
    await game.press(...OF_LEVEL);
    expect(game.text()).toContain('vpc-red');
    await game.press('enter', 'enter', 'enter', 'enter', 'enter');
    expect(game.text()).toContain('vm → neighbour tcp/443');
    expect(game.text()).not.toContain('All goals met');
  });

  test('shows where a packet died that was typed, and all that stands in its way', async () => {
    const game = await open();
    await game.press(...OF_LEVEL);
    await game.paste('send-packet --from vm --to client');
    expect(game.text()).toContain('vm → client tcp/443');
    expect(game.text()).toContain('NO_ROUTE_TO_DESTINATION');
  });

  test('says what to do where no packet has been named', async () => {
    const game = await open();
    await game.press(...OF_LEVEL, 'space');
    expect(game.text()).toContain('send-packet --from A');
  });

  test('takes a level’s network as its reference leaves it', async () => {
    const game = await open();
    await game.press('down', 'enter', 'enter', 'down', 'enter');
    await game.paste('send-packet --from vm --to client');
    expect(game.text()).toContain('✓ vm → client tcp/443');
  });

  test('is saved under a name, opened again, renamed, and deleted once that is confirmed', async () => {
    const sandboxFolder = folder();
    const game = await open({ sandboxFolder });
    await game.press(...OF_LEVEL, 'q', 'down', 'enter', 'My Net', 'enter');
    expect(game.text()).toContain('Saved as my-net.');
    expect(readdirSync(sandboxFolder)).toEqual(['my-net.json']);
    await game.press('enter');
    expect(game.text()).toContain('my-net  Sandbox');

    const later = await open({ sandboxFolder });
    await later.press('down', 'down', 'enter', 'enter');
    expect(later.text()).toContain('my-net  Sandbox');
    expect(later.text()).toContain('vpc-red');
    await later.press('q', ...Array.from({ length: 5 }, () => 'down'), 'enter', 'down', 'enter', '-2', 'enter');
    expect(readdirSync(sandboxFolder)).toEqual(['my-net-2.json']);
    await later.press(...Array.from({ length: 5 }, () => 'down'), 'enter', 'down', 'down', 'enter', 'enter');
    expect(readdirSync(sandboxFolder)).toEqual(['my-net-2.json']);
    await later.press('down', 'down', 'enter', 'down', 'enter');
    expect(readdirSync(sandboxFolder)).toEqual([]);
  });

  test('has its packets again when it is opened', async () => {
    const sandboxFolder = folder();
    const game = await open({ sandboxFolder });
    await game.press(...OF_LEVEL);
    await game.paste('send-packet --from vm --to client');
    await game.press('q', 'q', 'down', 'enter', 'net', 'enter');
    expect(game.text()).toContain('Saved as net.');
    expect(readdirSync(sandboxFolder).sort()).toEqual(['net.json', 'net.packets.sh']);

    const later = await open({ sandboxFolder });
    await later.press('down', 'down', 'enter', 'enter');
    expect(later.text()).toContain('○ vm → client tcp/443');
    await later.press('space', 'space');
    expect(later.text()).toContain('✗ vm → client tcp/443');
  });

  test('that does not read is told about, and left as it is', async () => {
    const sandboxFolder = folder();
    mkdirSync(sandboxFolder);
    writeFileSync(join(sandboxFolder, 'broken.json'), '{ "vpcs": 7 }');
    const game = await open({ sandboxFolder, size: { columns: 140, rows: 45 } });
    await game.press('down', 'down', 'enter', 'enter');
    expect(game.text()).toContain('cannot be read, and stays as it is');
    expect(readdirSync(sandboxFolder)).toEqual(['broken.json']);
  });

  test('is written as a script, and says where', async () => {
    const game = await open();
    await game.press(...OF_LEVEL, 'q', 'down', 'down', 'enter');
    expect(game.text()).toMatch(/Written to .*sandbox\.sh/);
  });

  test('waits while one is elsewhere, and goes on as it was', async () => {
    const game = await open();
    await game.press(...OF_LEVEL);
    await game.paste('aws ec2 create-vpc --cidr-block 10.9.0.0/16');
    await game.press('q', 'q');
    expect(game.text()).toContain('B L A C K F O O T');
    await game.press(...Array.from({ length: 5 }, () => 'down'), 'enter', 'enter');
    expect(game.text()).toContain('edits 1');
  });

  test('opens at once with a world that was named at the start', async () => {
    const world = readWorld({ vpcs: { 'vpc-own': { cidrs: ['10.7.0.0/16'] } } });
    const first = { screen: 'sandbox-play' } as const;
    const options = { library: stillsLibrary(), ...SIZE, first };
    const game = await openGame({ ...options, ...(world.ok && { sandboxWorld: world.value }) });
    expect(game.text()).toContain('vpc-own');
  });
});

const SCREENS = [
  ['sandbox', []],
  ['sandbox-play', OF_LEVEL],
  ['sandbox-menu', ['enter']],
  ['sandbox-packet', ['esc', 'send-packet --from vm --to client']],
  ['sandbox-open', ['q', 'q']],
  ['sandbox-name', ['down', 'enter', 'my net']],
] as const;

describe.each(['en', 'ko'] as const)('%s', (language) => {
  test.each([
    { columns: 80, rows: 24 },
    { columns: 100, rows: 30 },
    { columns: 140, rows: 45 },
  ])('stills at $columns x $rows', async (size) => {
    const game = await open({ language, size });
    for (const [name, keys] of SCREENS) {
      for (const key of keys) {
        if (key === 'esc') await game.press('left');
        else if (key.startsWith('send-packet')) await game.paste(key);
        else await game.press(key);
      }
      const file = `stills/${name}.${language}.${size.columns}x${size.rows}.txt`;
      await expect(`${game.lines().join('\n')}\n`).toMatchFileSnapshot(file);
      expect({ name, flaws: listFlaws(game.lines(), size) }).toEqual({ name, flaws: [] });
    }
  });
});

test('a saved sandbox is a file that the rest of the program reads', () => {
  const files = openSandboxes(folder());
  const world = readWorld({ vpcs: { 'vpc-own': { cidrs: ['10.7.0.0/16'] } } });
  if (!world.ok) throw new Error('it does not read');
  files.save('own', { world: world.value, packets: [] });
  expect(files.load('own')).toMatchObject({ ok: true, value: { world: world.value } });
});
