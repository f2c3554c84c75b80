import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { explainNotice } from '../../src/progress/explain-notice.ts';
import { parseSave, recordOf } from '../../src/progress/progress.ts';
import { readSaveFile } from '../../src/progress/read-save.ts';
import { peekLanguage, saveFolder, savePath } from '../../src/progress/saved-file.ts';
import { openStore } from '../../src/progress/store.ts';
import { CATALOGS } from '../../src/text/catalog.ts';
import { buildWriter } from './build-writer.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-store-'));
  onTestFinished(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

function folderWith(text: string): string {
  const cwd = temporaryFolder();
  writeFileSync(savePath(cwd), text);
  return cwd;
}

const won = { levels: { 'unused-gate': { solved: true, stars: 3, moves: 1 } } };

test('what is saved is there when the game starts again', () => {
  const cwd = temporaryFolder();
  openStore({ cwd }).save({ ...won, settings: { language: 'ko' } });
  const again = openStore({ cwd });
  expect(recordOf(again.progress, 'unused-gate')).toMatchObject({ solved: true, stars: 3, moves: 1 });
  expect(again.settings).toEqual({ language: 'ko' });
  expect(again.notice).toBeUndefined();
  expect(peekLanguage(cwd)).toBe('ko');
});

test('opening alone writes nothing, not even the folder', () => {
  const cwd = join(temporaryFolder(), 'not', 'yet');
  openStore({ cwd });
  expect(existsSync(cwd)).toBe(false);
});

test('saving leaves the save and nothing beside it', () => {
  const cwd = temporaryFolder();
  openStore({ cwd }).save(won);
  expect(readdirSync(cwd)).toEqual(['config.json']);
});

test('the folder is the one that conf would choose', () => {
  const { path } = new Conf({ projectName: 'blackfoot', projectSuffix: '' });
  expect(savePath()).toBe(path);
});

test.each([
  ['linux', { XDG_CONFIG_HOME: '/x' }, '/x/blackfoot'],
  ['linux', {}, '/home/a/.config/blackfoot'],
  ['darwin', {}, '/home/a/Library/Preferences/blackfoot'],
  ['win32', { APPDATA: '/appdata' }, '/appdata/blackfoot/Config'],
] as const)('on %s with %j it is %s', (platform, environment, folder) => {
  expect(saveFolder({ platform, environment, home: '/home/a' })).toBe(folder);
});

describe('a file that does not read', () => {
  test.each([
    ['is cut off', '{"version":1,"levels":{'],
    ['is empty', ''],
    ['holds something else', '[1,2,3]'],
    ['is huge', `{"version":1,"padding":"${'x'.repeat(5_000_000)}"}`],
  ])('because it %s is kept aside, said, and the game goes on', (_, text) => {
    const cwd = folderWith(text);
    const store = openStore({ cwd });
    const keptAs = join(cwd, 'config.broken.json');
    expect(store.notice).toEqual({ kind: 'broken', keptAs });
    expect(readFileSync(keptAs, 'utf8')).toBe(text);
    store.save(won);
    expect(recordOf(openStore({ cwd }).progress, 'unused-gate').stars).toBe(3);
  });

  test('never takes the place of one that was kept before', () => {
    const cwd = folderWith('first');
    openStore({ cwd });
    writeFileSync(savePath(cwd), 'second');
    openStore({ cwd });
    expect(readFileSync(join(cwd, 'config.broken.json'), 'utf8')).toBe('first');
    expect(readFileSync(join(cwd, 'config.broken-2.json'), 'utf8')).toBe('second');
  });

  test('in part keeps the rest, and the whole old file too', () => {
    const text = '{"version":1,"levels":{"unused-gate":{"stars":2},"bad":7},"settings":{}}';
    const cwd = folderWith(text);
    expect(openStore({ cwd }).notice).toEqual({ kind: 'damaged', keptAs: join(cwd, 'config.damaged.json') });
    expect(readFileSync(join(cwd, 'config.damaged.json'), 'utf8')).toBe(text);
    const again = openStore({ cwd });
    expect(again.notice).toBeUndefined();
    expect(recordOf(again.progress, 'unused-gate').stars).toBe(2);
  });

  test('broken while the game runs costs nothing that the game knows', () => {
    const cwd = temporaryFolder();
    const store = openStore({ cwd });
    store.save(won);
    writeFileSync(savePath(cwd), 'oops');
    store.save({ levels: { 'three-missing-things': { stars: 1 } } });
    expect(store.notice?.kind).toBe('broken');
    expect(Object.keys(openStore({ cwd }).progress.levels)).toEqual(['unused-gate', 'three-missing-things']);
  });
});

test('a save of a newer game is left as it is, and the game plays on without saving', () => {
  const text = '{"version":99,"levels":{"unused-gate":{"medal":"gold"}}}';
  const cwd = folderWith(text);
  const store = openStore({ cwd });
  expect(store.notice).toEqual({ kind: 'newer', path: savePath(cwd), version: 99 });
  store.save(won);
  expect(recordOf(store.progress, 'unused-gate').stars).toBe(3);
  expect(readFileSync(savePath(cwd), 'utf8')).toBe(text);
  expect(readdirSync(cwd)).toEqual(['config.json']);
});

test('an older version’s save opens, and is written in the new format', () => {
  const cwd = folderWith('{"version":0,"solved":["unused-gate"]}');
  const store = openStore({ cwd });
  expect(recordOf(store.progress, 'unused-gate').solved).toBe(true);
  store.save(won);
  expect(JSON.parse(readFileSync(savePath(cwd), 'utf8'))).toMatchObject({
    version: 1,
    levels: { 'unused-gate': { solved: true, stars: 3 } },
  });
});

describe('where nothing can be written', () => {
  // Root may write into a read-only folder, but nobody may make a folder inside a file.
  test('the game goes on in memory and says why', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const store = openStore({ cwd: join(file, 'inside') });
    store.save(won);
    expect(store.notice).toMatchObject({ kind: 'unwritable', reason: 'ENOTDIR' });
    expect(recordOf(store.progress, 'unused-gate').stars).toBe(3);
  });

  test.skipIf(process.getuid?.() === 0)('a read-only folder is such a place', () => {
    const cwd = temporaryFolder();
    chmodSync(cwd, 0o500);
    const store = openStore({ cwd });
    store.save(won);
    expect(store.notice).toMatchObject({ kind: 'unwritable', reason: 'EACCES' });
    expect(recordOf(store.progress, 'unused-gate').stars).toBe(3);
  });

  test('as soon as something can, all that was missed is written', () => {
    const inTheWay = join(temporaryFolder(), 'file');
    writeFileSync(inTheWay, '');
    const cwd = join(inTheWay, 'blackfoot');
    const store = openStore({ cwd });
    store.save({ ...won, settings: { language: 'ko' } });
    expect(store.notice?.kind).toBe('unwritable');
    rmSync(inTheWay);
    store.save({ levels: { 'three-missing-things': { stars: 1 } } });
    expect(store.notice).toBeUndefined();
    const again = openStore({ cwd });
    expect(Object.keys(again.progress.levels)).toEqual(['unused-gate', 'three-missing-things']);
    expect(again.settings).toEqual({ language: 'ko' });
  });

  test('a game that ends tries once more', () => {
    const inTheWay = join(temporaryFolder(), 'file');
    writeFileSync(inTheWay, '');
    const cwd = join(inTheWay, 'blackfoot');
    const store = openStore({ cwd });
    store.save(won);
    rmSync(inTheWay);
    store.saveMissed();
    expect(recordOf(openStore({ cwd }).progress, 'unused-gate').stars).toBe(3);
  });

  test('a folder in the save’s place is such a place too', () => {
    const cwd = temporaryFolder();
    mkdirSync(savePath(cwd));
    const store = openStore({ cwd });
    store.save(won);
    expect(store.notice?.kind).toBe('unwritable');
    expect(recordOf(store.progress, 'unused-gate').stars).toBe(3);
  });
});

test.each(['en', 'ko'] as const)('every notice has its sentence in %s, with nothing left to fill in', (language) => {
  const notices = [
    { kind: 'broken', keptAs: '/k' },
    { kind: 'damaged', keptAs: '/k' },
    { kind: 'newer', path: '/p', version: 9 },
    { kind: 'unwritable', path: '/p', reason: 'EROFS' },
  ] as const;
  for (const notice of notices) expect(explainNotice(notice, CATALOGS[language])).not.toMatch(/[{}]/);
});

describe('two games at once', () => {
  test('add up', () => {
    const cwd = temporaryFolder();
    const [one, other] = [openStore({ cwd }), openStore({ cwd })];
    one.save({ levels: { a: { stars: 1 } }, settings: { language: 'ko' } });
    other.save({ levels: { b: { stars: 2 } } });
    one.save({ levels: { c: { stars: 3 } } });
    expect(Object.keys(openStore({ cwd }).progress.levels).sort()).toEqual(['a', 'b', 'c']);
    expect(openStore({ cwd }).settings).toEqual({ language: 'ko' });
  });

  test('see each other’s settings change, the last one winning', () => {
    const cwd = temporaryFolder();
    const [one, other] = [openStore({ cwd }), openStore({ cwd })];
    one.save({ settings: { language: 'ko', ascii: true } });
    other.save({ settings: { language: 'en' } });
    one.save({ levels: { a: { stars: 1 } } });
    expect(openStore({ cwd }).settings).toEqual({ language: 'en', ascii: true });
  });
});

describe('processes', () => {
  let writer: string;
  beforeAll(async () => {
    const built = await buildWriter(`
      const [cwd, name, count] = process.argv.slice(2);
      const store = openStore({ cwd });
      for (let number = 0; number < Number(count); number++) {
        store.save({ levels: { [name + '-' + number]: { solved: true, stars: 3, moves: number } } });
        if (number === 0) process.stdout.write('writing');
      }`);
    writer = built.file;
    return built.remove;
  });

  const start = (cwd: string, name: string, count: number) =>
    spawn(process.execPath, [writer, cwd, name, String(count)]);
  const ended = (child: ReturnType<typeof start>) => new Promise((resolve) => child.on('close', resolve));

  test('that write at the same time lose nothing', async () => {
    const cwd = temporaryFolder();
    await Promise.all(['a', 'b', 'c'].map((name) => ended(start(cwd, name, 40))));
    expect(Object.keys(openStore({ cwd }).progress.levels)).toHaveLength(120);
    expect(readdirSync(cwd)).toEqual(['config.json']);
  });

  test('that are killed while they write leave a whole save, and keep nobody waiting', async () => {
    const cwd = temporaryFolder();
    let known = 0;
    for (let round = 0; round < 8; round++) {
      const child = start(cwd, `round-${round}`, 100_000);
      const gone = ended(child);
      await new Promise((resolve) => child.stdout.once('data', resolve));
      child.kill('SIGKILL');
      await gone;
      const file = readSaveFile(savePath(cwd));
      expect(file.kind).toBe('read');
      const levels = file.kind === 'read' ? Object.keys(file.save.levels).length : 0;
      expect(levels).toBeGreaterThan(known);
      known = levels;
    }
    const store = openStore({ cwd });
    store.save(won);
    expect(store.notice).toBeUndefined();
    expect(Object.keys(openStore({ cwd }).progress.levels)).toHaveLength(known + 1);
    expect(parseSave(JSON.parse(readFileSync(savePath(cwd), 'utf8'))).ok).toBe(true);
  });
});
