// What the bundle reads late is what the source imports: words, levels and operations, bundled by the build's own plugins and asked for.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram } from '../../.scripts/bundle.mjs';
import { toCommonJs } from '../../.scripts/common-js.mjs';
import { readDataLate } from '../../.scripts/late-data.mjs';
import { readOperationsLate } from '../../.scripts/late-operations.mjs';
import { patchLibraries } from '../../.scripts/patches.mjs';
import type { OperationDefinition } from '../../src/control/operation.ts';
import { findOperation, OPERATIONS } from '../../src/control/operations/registry.ts';
import sources from '../../src/levels/built-in.json';
import { CATALOGS } from '../../src/text/catalog.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Late {
  readonly OPERATIONS: readonly OperationDefinition[];
  readonly findOperation: typeof findOperation;
  readonly CATALOGS: typeof CATALOGS;
  readonly sources: typeof sources;
}

let folder: string;
let late: Late;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'blackfoot-late-'));
  const contents = `
    export { findOperation, OPERATIONS } from './src/control/operations/registry.ts';
    export { CATALOGS } from './src/text/catalog.ts';
    export { default as sources } from './src/levels/built-in.json';`;
  const files = new Map([['package.json', '{ "type": "commonjs" }']]);
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'node',
    plugins: [patchLibraries(), readDataLate(files), readOperationsLate],
  });
  for (const { path, text } of outputFiles) files.set(basename(path), toCommonJs(text));
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  late = createRequire(join(folder, 'stdin.js'))('./stdin.js') as Late;
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Functions of two bundles are never the same; what they are called and what stands beside them is. */
const describeDefinition = (definition: OperationDefinition) =>
  JSON.stringify(
    [
      'service',
      'name',
      'effect',
      'summary',
      'parameters',
      'oneOf',
      'asks',
      'candidates',
      'unchecked',
      'check',
      'apply',
    ].map((part) => definition[part as keyof OperationDefinition]),
    (_, value) => (typeof value === 'function' ? 'a function' : value),
  );

describe('operations', () => {
  test('are the same, in the same order', () => {
    expect(late.OPERATIONS.map(({ name }) => name)).toEqual(OPERATIONS.map(({ name }) => name));
    expect(late.OPERATIONS.map(describeDefinition)).toEqual(OPERATIONS.map(describeDefinition));
  });

  test('are found by name, and only those that are', () => {
    expect(late.findOperation('CreateRoute')?.summary).toBe(findOperation('CreateRoute')?.summary);
    expect(late.findOperation('constructor')).toBeUndefined();
  });
});

test('words are the same, and no more than words', () => {
  expect(JSON.parse(JSON.stringify(late.CATALOGS))).toEqual(CATALOGS);
});

test('levels and their words are the same', () => {
  expect(JSON.parse(JSON.stringify(late.sources))).toEqual(sources);
});

// toCommonJs takes the values of what a file exports once, when the file has been read.
test('nothing that one file of the bundle takes from another is ever set anew', async () => {
  const { files } = await bundleProgram({
    entry: join(root, 'src/cli/main.ts'),
    isPart: /\/(run-command|play-game|play-linear)\.ts$/,
    quick: ['play-game', 'trace', 'check'],
    fast: true,
  });
  const again: string[] = [];
  for (const { name, contents } of files.filter((file) => file.name.endsWith('.js'))) {
    const code = String(contents);
    const exported = /module\.exports=\{([^}]*)\};\s*$/.exec(code)?.[1] ?? '';
    for (const local of exported.split(',').map((each) => each.split(':').at(-1)?.trim() ?? '')) {
      const anew = new RegExp(
        `^(?!.*\\b(?:var|let|const) ).*(?<![\\w$.])${local.replaceAll('$', '\\$')} *(?:=(?![=>])|\\+\\+|--|[-+*/|&?]{1,2}=)`,
        'm',
      );
      const line = local && anew.exec(code)?.[0];
      if (line) again.push(`${name}: ${line.trim().slice(0, 100)}`);
    }
  }
  expect(again).toEqual([]);
});
