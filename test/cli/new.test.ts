import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blackfoot, temporaryFolder } from './run-blackfoot.ts';

const write = (home: string, ...words: readonly string[]) => blackfoot(['new', 'level', ...words], { home });

async function problemsOf(home: string, pack = 'pack'): Promise<readonly { rule: string; message: string }[]> {
  return JSON.parse((await blackfoot(['prove', pack, '--json'], { home })).stdout).problems;
}

describe('a new level', () => {
  test('reads, plays and lacks exactly what its author must write', async () => {
    const home = temporaryFolder();
    expect(await write(home, 'pack')).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(join(home, 'pack/mine'))).toEqual(['my-level.en.yaml', 'my-level.ko.yaml', 'my-level.yaml']);
    const told = (await problemsOf(home)).map(({ rule, message }) => `${rule} ${message}`);
    const words = (language: string) => [
      `text ${language}: no text for goals.out`,
      `text ${language}: no text for goals.quiet`,
      `text ${language}: no text for the prediction`,
      ...['title', 'teaches', 'story', 'card'].map((part) => `text ${language}: ${part} is empty`),
      `hint ${language}: a hint is empty`,
    ];
    expect(told).toEqual([
      ...words('en'),
      ...words('ko'),
      'reference the reference leaves goal "out" unmet: NO_ROUTE_TO_DESTINATION at rtb-red',
      'par par is 1 but the reference has 0 edits',
      'guarded goal "quiet" is met at the start and no filed wrong answer loses it',
    ]);
  });

  test.each([
    ['index.yaml', 'chapters'],
    ['text.en.yaml', 'concepts'],
    ['text.ko.yaml', 'concepts'],
    ['mine/my-level.yaml', 'goals'],
    ['mine/my-level.en.yaml', 'hints'],
    ['mine/my-level.ko.yaml', 'hints'],
  ])('completes in an editor by schemas that lie in the pack: %s', async (file, property) => {
    const home = temporaryFolder();
    await write(home, 'pack');
    const [first = ''] = readFileSync(join(home, 'pack', file), 'utf8').split('\n');
    const [, path = ''] = /^# yaml-language-server: \$schema=(.+)$/.exec(first) ?? [];
    const schema = readFileSync(join(home, 'pack', dirname(file), path), 'utf8');
    expect(Object.keys(JSON.parse(schema).properties)).toContain(property);
    for (const [, other = ''] of schema.matchAll(/"\$ref": "([\w.-]+\.json)"/g))
      expect(existsSync(join(home, 'pack/schemas', other))).toBe(true);
  });

  test('is joined by the next one, and the index keeps its comments', async () => {
    const home = temporaryFolder();
    await write(home, 'pack', 'first-road');
    await write(home, 'pack', 'second-road');
    await write(home, 'pack');
    await write(home, 'pack');
    const index = readFileSync(join(home, 'pack/index.yaml'), 'utf8');
    expect(index).toContain('# The playing order.');
    expect(index.match(/\{ number: .* \}/g)).toEqual([
      '{ number: 1, id: first-road }',
      '{ number: 2, id: second-road }',
      '{ number: 3, id: my-level }',
      '{ number: 4, id: my-level-2 }',
    ]);
  });
});

describe('nothing is ever overwritten', () => {
  test('by a level of the same name', async () => {
    const home = temporaryFolder();
    await write(home, 'pack', 'first-road');
    const file = join(home, 'pack/mine/first-road.yaml');
    writeFileSync(file, 'mine\n');
    const { code, stderr } = await write(home, 'pack', 'first-road');
    expect(code).toBe(2);
    expect(stderr).toContain('pack/mine/first-road.yaml is there already, and stays as it is.');
    expect(readFileSync(file, 'utf8')).toBe('mine\n');
  });

  test('in a folder that has other things', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'pack'));
    writeFileSync(join(home, 'pack/text.en.yaml'), 'mine\n');
    expect(await write(home, 'pack')).toMatchObject({ code: 2 });
    expect(readdirSync(join(home, 'pack'))).toEqual(['text.en.yaml']);
  });

  test('through a link that leads elsewhere', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'pack/schemas'), { recursive: true });
    symlinkSync(join(home, 'elsewhere.json'), join(home, 'pack/schemas/level.schema.json'));
    expect(await write(home, 'pack')).toMatchObject({ code: 2 });
    expect(existsSync(join(home, 'elsewhere.json'))).toBe(false);
    expect(readdirSync(join(home, 'pack'))).toEqual(['schemas']);
  });

  test('where the index cannot take one more', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'pack'));
    writeFileSync(join(home, 'pack/index.yaml'), 'chapters: []\n');
    const { code, stderr } = await write(home, 'pack');
    expect(code).toBe(2);
    expect(stderr).toContain('pack/index.yaml has no list of levels that another can join.');
    expect(readdirSync(join(home, 'pack'))).toEqual(['index.yaml']);
  });
});

describe('what is wrong with the words', () => {
  test.each(['../evil', 'Mine', 'a b', '-x-'])('the name %s', async (name) => {
    const home = temporaryFolder();
    const { code, stderr } = await blackfoot(['new', 'level', 'pack', '--', name], { home });
    expect(code).toBe(2);
    expect(stderr).toContain(`"${name}" is no name for a level.`);
    expect(existsSync(join(home, 'pack'))).toBe(false);
  });

  test('anything new but a level', async () => {
    const { code, stderr } = await blackfoot(['new', 'world', 'pack']);
    expect(code).toBe(2);
    expect(stderr).toContain('blackfoot new level FOLDER');
  });
});

test('the guide leads from nothing to a proved level, word for word', async () => {
  const home = temporaryFolder();
  const guide = readFileSync(new URL('../../levels/README.md', import.meta.url), 'utf8');
  expect(guide).toContain('    blackfoot new level my-pack first-road\n');
  expect(await write(home, 'my-pack', 'first-road')).toMatchObject({ code: 0 });
  for (const [, file, yaml] of guide.matchAll(/^`(my-pack\/[\w./-]+)`\n\n```yaml\n([\s\S]*?)```/gm)) {
    expect(existsSync(join(home, file as string)), `${file} is a file of the skeleton`).toBe(true);
    writeFileSync(join(home, file as string), yaml as string);
  }
  for (const file of ['text.ko.yaml', 'mine/first-road.ko.yaml']) rmSync(join(home, 'my-pack', file));
  const { code, stdout } = await blackfoot(['prove', 'my-pack'], { home });
  expect(stdout).toContain('No problems.');
  expect(code).toBe(0);
});
