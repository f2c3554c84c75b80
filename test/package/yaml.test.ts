// The bundle has the YAML library's edition for browsers, of which what we do not use can be left out. It reads and writes as Node's does;
// only `!!binary`, of which no file of ours has anything, it takes more strictly.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as forNode from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const forBrowsers: typeof forNode = await import(/* @vite-ignore */ join(root, 'node_modules/yaml/browser/index.js'));

const files = ['levels', 'assets', 'test'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
);

/** What the file says, what is wrong with it and where, and the file written again. */
function read({ LineCounter, parseDocument }: typeof forNode, text: string) {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const problems = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    code,
    message,
    place: lineCounter.linePos(pos[0]),
  }));
  return { problems, content: problems.length > 0 ? undefined : contentOf(document) };
}

/** An alias that nothing stands behind is found only when the value is made. */
function contentOf(document: forNode.Document): unknown {
  try {
    return [document.toJS(), String(document)];
  } catch (error) {
    return String(error);
  }
}

test('every YAML file of the repository', () => {
  expect(files.length).toBeGreaterThan(100);
  for (const text of files) expect(read(forBrowsers, text)).toEqual(read(forNode, text));
});

test('files that are broken somewhere', () => {
  const broken = fc.record({
    text: fc.constantFrom(...files),
    at: fc.nat({ max: 3000 }),
    cut: fc.nat({ max: 3 }),
    put: fc.constantFrom('', ':', '  ', '\t', '"', "'", '[', '{', '- ', '&a ', '*a', '!!int ', '\n', '|', '한', '#'),
  });
  fc.assert(
    fc.property(broken, ({ text, at, cut, put }) => {
      const changed = text.slice(0, at) + put + text.slice(at + cut);
      expect(read(forBrowsers, changed)).toEqual(read(forNode, changed));
    }),
    { numRuns: 300 },
  );
});
