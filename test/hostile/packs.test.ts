// Packs and files that nobody should trust, given to the built program with little memory: each gives one clear error with its place
// and what to do, and ends with code 2.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blackfoot, type Finished } from '../cli/run-blackfoot.ts';
import { type Folder, GUIDE_FILES, LEVEL, packWith, TEXT } from './guide-pack.ts';

/** A quarter of what Node would take: whoever needs more for a text file has lost its bounds. */
const LITTLE_MEMORY = { NODE_OPTIONS: '--max-old-space-size=192' };

function play({ home, pack }: Folder): Promise<Finished> {
  return blackfoot(['play', '--transcript', '--pack', pack], { home, env: LITTLE_MEMORY, input: 'quit\n' });
}

/** One refusal: nothing on standard output, a few lines of what and where, no trace of our own code. */
function expectRefusal({ code, stdout, stderr }: Finished) {
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^blackfoot: /);
  expect(stderr).not.toMatch(/\n\s+at \S+ \(|node:internal|has a fault/);
  expect(stderr.length).toBeLessThan(8_000);
  expect(stderr).not.toMatch(/[^\n\P{Cc}]/u);
}

const text = GUIDE_FILES[TEXT] as string;
const level = GUIDE_FILES[LEVEL] as string;
const aliases = ['a: &a [x, x, x, x, x, x, x, x, x]'];
for (let depth = 0; depth < 12; depth++)
  aliases.push(`${'bcdefghijklmn'[depth]}: &${'bcdefghijklmn'[depth]} [${`*${'abcdefghijklm'[depth]}, `.repeat(9)}]`);

test('the pack of the guide plays as it is', async () => {
  const { code, stdout, stderr } = await play(packWith());
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('The first road');
});

test('a pack in one language is played in any', async () => {
  const { home, pack } = packWith({ [TEXT]: null, [TEXT.replace('.en.', '.ko.')]: text });
  const { code, stdout } = await blackfoot(['play', '--transcript', '--pack', pack, '--lang', 'en'], { home });
  expect(code).toBe(0);
  expect(stdout).toContain('The first road');
});

describe('a broken pack is told about before it is played:', () => {
  test.each<readonly [string, Readonly<Record<string, string | Buffer | null>>, string]>([
    ['a text that lost its lines', { [TEXT]: 'title: Nothing else\n' }, 'first-road.en.yaml:1:1: story'],
    ['a text that is none', { [TEXT]: '- 1\n- 2\n' }, 'first-road.en.yaml:1:1'],
    ['a text with a field of another kind', { [TEXT]: text.replace('title: The first road', 'title: [1]') }, ':1:1'],
    ['a level that lost its world', { [LEVEL]: level.replace(/^world:[\s\S]*?^tools:/m, 'tools:') }, 'world'],
    ['a level that names nobody', { [LEVEL]: level.replace('from: i-vm, to: client', 'from: i-x, to: client') }, 'i-x'],
    ['a listed level without a file', { [LEVEL]: null }, 'first-road is listed, and there is no first-road.yaml'],
    ['a level without words', { [TEXT]: null }, 'write first-road.en.yaml'],
    ['a list without levels', { 'index.yaml': 'chapters: []\n' }, 'no level is listed'],
    ['no list at all', { 'index.yaml': null }, 'this folder is not a pack of levels'],
    ['a list of something else', { 'index.yaml': 'levels: 7\n' }, 'index.yaml'],
    ['a file cut in the middle', { [LEVEL]: level.slice(0, level.length / 2) }, 'first-road.yaml'],
    ['a key that stands twice', { [LEVEL]: `${level}par: 1\n` }, 'par stands twice'],
    ['bytes that are no text', { [LEVEL]: Buffer.from([0, 255, 254, 0, 27, 91, 50, 74]) }, 'first-road.yaml'],
    ['an escape sequence in a title', { [TEXT]: text.replace('The first road', '"\\e]0;mine\\a\\e[2J"') }, 'U+001B'],
    ['a control character of the second set', { [TEXT]: text.replace('The first road', '"\\x9b2J"') }, 'U+009B'],
    ['letters that turn a line round', { [TEXT]: text.replace('The first road', '"a\\u202Eb"') }, 'U+202E'],
    ['a control character in a key', { [LEVEL]: `${level}"a\\e[2Jb": 1\n` }, 'U+001B'],
    [
      'a gateway of a kind that is a property of every object',
      { [LEVEL]: level.replace('kind: internet-gateway', 'kind: constructor') },
      'no gateway kind is called',
    ],
    ['aliases that grow without end', { [LEVEL]: `${aliases.join('\n')}\n` }, 'aliases'],
    ['brackets a million deep', { [LEVEL]: '['.repeat(1_000_000) }, 'nested'],
    ['dashes ten thousand deep', { [LEVEL]: '- '.repeat(10_000) }, 'nested'],
    ['a number beyond all numbers', { [LEVEL]: level.replace('par: 1', 'par: 1e999') }, 'par'],
    [
      'a port of nineteen digits',
      { [LEVEL]: level.replace('to: client }', 'to: client, port: 1234567890123456789 }') },
      'port',
    ],
    ['a file of five megabytes', { [TEXT]: `title: ${'x'.repeat(5_000_000)}\n` }, 'bytes'],
    [
      'a name that would lead elsewhere',
      { 'index.yaml': (GUIDE_FILES['index.yaml'] as string).replace('first-road', '../../first-road') },
      'index.yaml',
    ],
    [
      'a name that is a property of every object',
      { 'index.yaml': (GUIDE_FILES['index.yaml'] as string).replace('first-road', 'constructor') },
      'constructor',
    ],
  ])('%s', async (_, changes, said) => {
    const finished = await play(packWith(changes));
    expectRefusal(finished);
    expect(finished.stderr).toContain(said);
  });
});

describe('a folder is read with its own files only:', () => {
  test('a link that leads out of it is not followed', async () => {
    const folder = packWith({ [TEXT]: null });
    const secret = join(folder.home, 'secret.yaml');
    writeFileSync(secret, text);
    symlinkSync(secret, join(folder.pack, TEXT));
    const finished = await play(folder);
    expectRefusal(finished);
    expect(finished.stderr).toContain('leads out of the pack');
  });

  test('nor one that leads to a device', async () => {
    const folder = packWith({ [TEXT]: null });
    symlinkSync('/dev/zero', join(folder.pack, TEXT));
    const finished = await play(folder);
    expectRefusal(finished);
    expect(finished.stderr).toContain('leads out of the pack');
  });

  test.skipIf(process.platform === 'win32')('nor does anything wait for a device that never ends', async () => {
    const { home } = packWith();
    for (const words of [
      ['trace', '/dev/zero', '--from', 'a', '--to', 'b'],
      ['run', 'empty', '/dev/zero'],
      ['progress', 'import', '/dev/zero'],
    ])
      expectRefusal(await blackfoot(words, { home, env: LITTLE_MEMORY }));
  });

  test('a folder in a file’s place is told', async () => {
    const folder = packWith({ [TEXT]: null });
    mkdirSync(join(folder.pack, TEXT));
    expectRefusal(await play(folder));
  });

  test('a pack that is not there, or is a file', async () => {
    const { home, pack } = packWith();
    for (const path of [join(home, 'nowhere'), join(pack, 'index.yaml')])
      expectRefusal(await play({ home, pack: path }));
  });
});
