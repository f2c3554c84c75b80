import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

// Each folder may import itself and what stands before it.
const ladder = ['text', 'net', 'cloud', 'dataplane', 'control', 'levels', 'game', 'progress', 'ui', 'cli'];
const impure = [/^levels\/load\.ts$/, /^progress\/(?!progress\.ts$)/, /^ui\//, /^cli\//];
const drawing = /^(react|react-reconciler|ink|ink-.*|yoga-layout)(\/|$)/;
const mayDraw = [/^ui\//, /^cli\/[^/]+\.tsx$/];

const src = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file))
  .sort();
const sources = new Map(files.map((file) => [file, readFileSync(join(src, file), 'utf8')]));

interface Import {
  readonly file: string;
  readonly target: string;
  /** Not loaded together with the file: an import() or an import of types only. */
  readonly lazy: boolean;
}

const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const code = sources.get(file) ?? '';
  const pattern = /(?:^|[;}\n])\s*(?:import|export)\b[^'"`;()]*?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
  return [...code.matchAll(pattern)].map(([statement, eager, lazy]) => {
    const target = eager ?? lazy ?? '';
    return {
      file,
      target: target.startsWith('.') ? normalize(join(file, '..', target)) : target,
      lazy: eager === undefined || /^\W*(import|export) type\b/.test(statement),
    };
  });
}

function folderOf(file: string): string | undefined {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : undefined;
}

function isOurs({ target }: Import): boolean {
  return sources.has(target) || /\.json$/.test(target);
}

function describeImport({ file, target }: Import): string {
  return `src/${file} imports ${target}`;
}

test('the sources were found', () => {
  expect(files).toContain('result.ts');
  expect(imports.length).toBeGreaterThan(0);
});

test('every folder of src is on the ladder', () => {
  expect(files.map(folderOf).filter((folder) => folder !== undefined && !ladder.includes(folder))).toEqual([]);
});

test('every relative import names a file that exists, with its extension', () => {
  const broken = imports.filter(
    (one) => /^\.|\//.test(one.target) && ladder.includes(folderOf(one.target) ?? '') && !isOurs(one),
  );
  expect(broken.map(describeImport)).toEqual([]);
});

test('a folder imports only itself and those before it on the ladder', () => {
  const upward = imports.filter((one) => {
    const [from, to] = [folderOf(one.file), folderOf(one.target)];
    return (
      from !== undefined && sources.has(one.target) && to !== undefined && ladder.indexOf(to) > ladder.indexOf(from)
    );
  });
  expect(upward.map(describeImport)).toEqual([]);
});

test('the loose files of src import only each other', () => {
  const strays = imports.filter(
    (one) => folderOf(one.file) === undefined && !(sources.has(one.target) && folderOf(one.target) === undefined),
  );
  expect(strays.map(describeImport)).toEqual([]);
});

describe('outside of ui, cli, the store and the loader', () => {
  const pure = files.filter((file) => !impure.some((pattern) => pattern.test(file)));

  test('nothing of Node is imported', () => {
    const reaching = imports.filter((one) => pure.includes(one.file) && one.target.startsWith('node:'));
    expect(reaching.map(describeImport)).toEqual([]);
  });

  test('there is no clock, no chance and no environment', () => {
    const forbidden =
      /(?<![.\w$'"])(Date(?=[.(])|new Date\b|Math\.random|process\.|performance\.|globalThis\b|crypto\.)/g;
    const uses = pure.flatMap((file) => {
      const code = withoutComments(sources.get(file) ?? '');
      return [...code.matchAll(forbidden)].map(([use]) => `src/${file} uses ${use}`);
    });
    expect(uses).toEqual([]);
  });
});

test('React and Ink are imported only where something is drawn', () => {
  const strays = imports.filter(
    (one) => drawing.test(one.target) && !mayDraw.some((pattern) => pattern.test(one.file)),
  );
  expect(strays.map(describeImport)).toEqual([]);
});

test('the start and the sub-commands reach Ink only through import(), so that they never wait for it', () => {
  const reached = new Set(files.filter((file) => file === 'cli/main.ts' || file.startsWith('cli/commands/')));
  for (const file of reached) {
    for (const one of importsOf(file)) {
      if (!one.lazy && sources.has(one.target)) reached.add(one.target);
    }
  }
  const drawn = imports.filter((one) => !one.lazy && reached.has(one.file) && drawing.test(one.target));
  expect(drawn.map(describeImport)).toEqual([]);
});

test('no file has a name that says nothing', () => {
  const empty = /(^|\/)(utils?|helpers?|common|managers?|types?|misc|shared)\.tsx?$/;
  expect(files.filter((file) => empty.test(file))).toEqual([]);
});

test('everything is exported by name', () => {
  expect(files.filter((file) => /^export default\b|\bas default\b/m.test(sources.get(file) ?? ''))).toEqual([]);
});

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/(^|\s)\/\/.*$/gm, '');
}
