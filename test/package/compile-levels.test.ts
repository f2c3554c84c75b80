import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeLevels } from '../../.scripts/compile-levels.mjs';

function compile(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-levels-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const paths = { from: join(folder, 'levels'), to: join(folder, 'built-in.json') };
  for (const [name, text] of Object.entries(files)) {
    const file = join(paths.from, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return { ...paths, run: () => writeLevels(paths), read: () => JSON.parse(readFileSync(paths.to, 'utf8')) };
}

test('levels, their texts and the index become one file', () => {
  const { run, read } = compile({
    'index.yaml': '- 2.1-way-out\n',
    '2/2.1-way-out.yaml': 'id: 2.1-way-out\npar: 2\n',
    '2/2.1-way-out.en.yaml': 'title: A way out\n',
    '2/2.1-way-out.ko.yaml': 'title: 나가는 길\n',
    'text.en.yaml': 'chapters: {}\n',
  });
  run();
  expect(read()).toEqual({
    index: ['2.1-way-out'],
    levels: { '2.1-way-out': { id: '2.1-way-out', par: 2 } },
    texts: { en: { '2.1-way-out': { title: 'A way out' } }, ko: { '2.1-way-out': { title: '나가는 길' } } },
    chapterTexts: { en: { chapters: {} } },
  });
});

test('no level yet is an empty file, not a fault', () => {
  const { run, read } = compile({});
  run();
  expect(read()).toEqual({ index: null, levels: {}, texts: {}, chapterTexts: {} });
});

test('what is unchanged is not written again', () => {
  const { run, to } = compile({ 'index.yaml': '[]\n' });
  run();
  const before = statSync(to, { bigint: true }).mtimeNs;
  run();
  expect(statSync(to, { bigint: true }).mtimeNs).toBe(before);
});

test('every syntax error of every file is told with its place, and nothing is written', () => {
  const { run, read } = compile({ '2/a.yaml': 'id: a\nhosts: [\n', '2/a.en.yaml': 'title: x\ntitle: y\n' });
  expect(run).toThrow(/levels\/2\/a\.en\.yaml:2:1 .*\nlevels\/2\/a\.yaml:3:1 /);
  expect(read).toThrow();
});

test('two levels of one name are refused', () => {
  const { run } = compile({ '2/a.yaml': 'id: a\n', '3/a.yaml': 'id: a\n' });
  expect(run).toThrow('levels/3/a.yaml:1:1 another chapter has a file of this name');
});
