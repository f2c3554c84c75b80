// The list of the reference's table rows names a test for each, or says that it is not modelled. It cannot name what is not there.

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** How many table rows each section of vpc-dataplane has. */
const SECTIONS: readonly (readonly [string, number])[] = [
  ['1.1', 7],
  ['1.2', 8],
  ['1.3', 3],
  ['1.4', 5],
  ['2.1', 8],
  ['2.2', 5],
  ['2.3', 7],
  ['3.2', 15],
  ['3.3', 9],
  ['3.4', 7],
  ['4.1', 9],
  ['4.2', 17],
  ['4.3', 8],
  ['5.1', 16],
  ['5.2', 89],
  ['6.1', 8],
  ['6.2', 7],
  ['6.3', 6],
  ['6.4', 6],
  ['7.1', 6],
  ['7.2', 10],
  ['7.3', 6],
  ['7.4', 10],
  ['8', 16],
  ['9', 50],
  ['11', 8],
];

const rows = cellsOf('reference-rows.md').map(([row = '', , tests = '']) => ({ row, tests }));

/** The rows that the list of what is not modelled names, wholly or in part. */
const left = new Set(cellsOf('not-modelled.md').flatMap(([row = '']) => row.match(/\b\d+(?:\.\d+)+\b/g) ?? []));

function cellsOf(name: string): readonly (readonly string[])[] {
  const cells = read(name)
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return cells.filter(([first = '']) => /^\d/.test(first));
}

test('every row of every table stands in it once, in order', () => {
  const all = SECTIONS.flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  );
  expect(rows.map(({ row }) => row)).toEqual(all);
});

test('every test that it names is there', () => {
  const absent = rows.flatMap(({ row, tests }) =>
    tests === '—' ? [] : tests.split('; ').flatMap((each) => (isThere(each) ? [] : [`${row} ${each}`])),
  );
  expect(absent).toEqual([]);
});

function isThere(named: string): boolean {
  const [, file, words = ''] = /^([\w/-]+): (.+)$/.exec(named) ?? [];
  const path = `${file}.test.ts`;
  return file !== undefined && existsSync(new URL(path, import.meta.url)) && plain(read(path)).includes(words);
}

function plain(source: string): string {
  return source.replaceAll("\\'", "'");
}

test('what has no test is told of in not-modelled.md, and nothing is told of that is no row', () => {
  expect(rows.filter(({ row, tests }) => tests === '—' && !left.has(row)).map(({ row }) => row)).toEqual([]);
  const known = rows.map(({ row }) => row);
  expect([...left].filter((row) => !known.includes(row))).toEqual([]);
});
