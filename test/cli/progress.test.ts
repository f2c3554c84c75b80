import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blackfoot, temporaryFolder } from './run-blackfoot.ts';

const saved = (levels: Record<string, unknown>, settings: Record<string, unknown> = {}) =>
  JSON.stringify({ version: 1, levels, settings });

function homeWith(save: string): { readonly home: string; readonly file: string } {
  const home = temporaryFolder();
  mkdirSync(join(home, 'blackfoot'));
  const file = join(home, 'blackfoot/config.json');
  writeFileSync(file, save);
  return { home, file };
}

const gate = { 'unused-gate': { solved: true, stars: 2, moves: 3, hints: 0 } };

test('path is where the game keeps it', async () => {
  const home = temporaryFolder();
  const { stdout } = await blackfoot(['progress', 'path'], { home });
  expect(stdout).toBe(`${join(home, 'blackfoot/config.json')}\n`);
  expect(existsSync(join(home, 'blackfoot'))).toBe(false);
});

test('show has the levels that were played, and the sum', async () => {
  const { stdout } = await blackfoot(['progress', 'show'], { home: homeWith(saved(gate)).home });
  expect(stdout).toMatch(/^Levels solved: 1 of \d+\. Stars: 2\.\n {2}2\.1 {2}★★· {2}.+ {2}best 3 moves\n/);
});

test('show has how many reviews are due, and import adds those of the other save', async () => {
  const reviews = (at: string) => ({ 'top-to-bottom': { rung: 0, at }, 'nat-lets-in': { rung: 4, at } });
  const from = homeWith(JSON.stringify({ version: 1, levels: {}, reviews: reviews('2020-01-01T00:00:00.000Z') }));
  expect((await blackfoot(['progress', 'show'], { home: from.home })).stdout).toContain('\nReviews due: 1.\n');
  const to = homeWith(saved(gate));
  await blackfoot(['progress', 'import', from.file], { home: to.home });
  expect(JSON.parse(readFileSync(to.file, 'utf8')).reviews).toEqual(reviews('2020-01-01T00:00:00.000Z'));
});

test('levels has the stars', async () => {
  const { home } = homeWith(saved(gate));
  expect((await blackfoot(['levels'], { home })).stdout).toMatch(/^ {2}2\.1 {2}★★· /m);
  const { chapters } = JSON.parse((await blackfoot(['levels', '--json'], { home })).stdout);
  const played = chapters
    .flatMap(({ levels }: { levels: { stars: number }[] }) => levels)
    .filter(({ stars }: { stars: number }) => stars);
  expect(played).toMatchObject([{ id: 'unused-gate', position: '2.1', solved: true, stars: 2, best: { moves: 3 } }]);
});

test('levels --json is in English whatever the language', async () => {
  const [english, korean] = await Promise.all(
    ['en', 'ko'].map((lang) => blackfoot(['levels', '--json', '--lang', lang])),
  );
  expect(korean?.stdout).toBe(english?.stdout);
});

describe('what is exported', () => {
  test('can be imported elsewhere, best of each', async () => {
    const from = homeWith(saved({ 'unused-gate': { solved: true, stars: 3, moves: 1 } }, { language: 'ko' }));
    const to = homeWith(saved({ ...gate, 'three-missing-things': { stars: 1, solved: true } }, { language: 'en' }));
    const exported = await blackfoot(['progress', 'export'], { home: from.home });
    const imported = await blackfoot(['progress', 'import', '-'], { home: to.home, input: exported.stdout });
    expect(imported).toEqual({ code: 0, stdout: 'Stars added: 1. In all: 4.\n', stderr: '' });
    const save = JSON.parse(readFileSync(to.file, 'utf8'));
    expect(save.levels['unused-gate']).toMatchObject({ stars: 3, moves: 1 });
    expect(save.levels['three-missing-things'].stars).toBe(1);
    expect(save.settings).toEqual({ language: 'en' });
  });

  test('goes into a file when one is named', async () => {
    const { home } = homeWith(saved(gate));
    expect(await blackfoot(['progress', 'export', 'mine.json'], { home })).toMatchObject({ code: 0, stdout: '' });
    expect(JSON.parse(readFileSync(join(home, 'mine.json'), 'utf8')).levels).toEqual(gate);
  });
});

describe('import refuses', () => {
  test.each([
    ['what is no save', '{"levels":[]}', 'is not a save of this game'],
    ['what is no JSON', 'hello', 'is not a save of this game'],
    ['a damaged save', saved({ a: { stars: 'x' } }), 'is not a save of this game'],
    ['a newer save', '{"version":99}', 'was saved by a newer version'],
  ])('%s, and changes nothing', async (_, input, said) => {
    const { home, file } = homeWith(saved(gate));
    const { code, stderr } = await blackfoot(['progress', 'import', '-'], { home, input });
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(readFileSync(file, 'utf8')).toBe(saved(gate));
  });

  test('to write over a newer game’s save', async () => {
    const { home, file } = homeWith('{"version":99}');
    const { code, stderr } = await blackfoot(['progress', 'import', '-'], { home, input: saved(gate) });
    expect(code).toBe(2);
    expect(stderr).toContain('newer version');
    expect(readFileSync(file, 'utf8')).toBe('{"version":99}');
  });
});

test('show of a save that does not read says so and leaves it', async () => {
  const { home, file } = homeWith('oops');
  const { code, stderr } = await blackfoot(['progress', 'show'], { home });
  expect(code).toBe(2);
  expect(stderr).toContain('cannot be read');
  expect(readFileSync(file, 'utf8')).toBe('oops');
});

test('reset starts afresh and keeps the old save', async () => {
  const { home } = homeWith(saved(gate));
  const { code, stdout } = await blackfoot(['progress', 'reset'], { home });
  expect(code).toBe(0);
  expect(stdout).toContain('config.before-reset.json');
  expect(readdirSync(join(home, 'blackfoot'))).toEqual(['config.before-reset.json']);
  expect((await blackfoot(['progress', 'reset'], { home })).stdout).toBe('There is no progress to reset.\n');
});

test.each([
  [['progress', 'shwo'], 'Did you mean: blackfoot progress show'],
  [['progress', 'show', 'all'], '"all" is one word too many for progress show.'],
  [['progress', 'import'], 'progress import needs more words: blackfoot progress import FILE'],
  [['progress'], 'progress needs more words: blackfoot progress ACTION'],
])('%j is refused', async (words, said) => {
  const { code, stderr } = await blackfoot(words);
  expect(code).toBe(2);
  expect(stderr).toContain(said);
});
