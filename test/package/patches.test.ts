import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import headless from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { applyPatch, patches, patchLibraries } from '../../.scripts/patches.mjs';
import { listCells } from '../terminal/cells.ts';
import { bundleLibrary } from './bundle-library.ts';

const installed = new URL('../../node_modules/', import.meta.url);

type Width = (text: string, options?: { ambiguousIsNarrow?: boolean; countAnsiEscapeCodes?: boolean }) => number;

async function originalAndPatched<Library>(name: string): Promise<readonly [Library, Library]> {
  const code = `export { default as it } from '${name}';`;
  const [original, patched] = await Promise.all([
    bundleLibrary<{ it: Library }>(code, []),
    bundleLibrary<{ it: Library }>(code, [patchLibraries()]),
  ]);
  return [original.it, patched.it];
}

describe('a patch', () => {
  test.each(patches.map((patch) => [patch.file, patch] as const))(
    'of %s fits the installed version once',
    (file, patch) => {
      const source = readFileSync(new URL(file, installed), 'utf8');
      const patched = applyPatch(patch, source);
      expect(patched).not.toBe(source);
      expect(() => applyPatch(patch, patched)).toThrow('no longer fits');
    },
  );

  test('that finds nothing to change fails the build', async () => {
    const stale = { file: 'string-width/index.js', why: 'test', edits: [{ find: 'no such line', replace: '' }] };
    const building = bundleLibrary(`export * from 'string-width';`, [patchLibraries({ list: [stale] })]);
    await expect(building).rejects.toThrow('The patch of string-width/index.js (test) no longer fits');
  });

  test('that finds its text twice fails too', () => {
    const patch = { file: 'x.js', why: 'test', edits: [{ find: 'a', replace: 'b' }] };
    expect(() => applyPatch(patch, 'a a')).toThrow('no longer fits');
  });
});

describe('patched string-width', () => {
  test('measures every code point as the original does, alone and in company', async () => {
    const [original, patched] = await originalAndPatched<Width>('string-width');
    const companies = [
      (it: string) => it,
      (it: string) => `│${it}`,
      (it: string) => `한${it}`,
      (it: string) => `${it}\u0301`,
      (it: string) => `${it}\uFE0F`,
    ];
    const differing: string[] = [];
    for (let point = 0; point <= 0x1ffff; point++) {
      const character = String.fromCodePoint(point);
      for (const company of companies) {
        const text = company(character);
        if (original(text) !== patched(text)) differing.push(escapeText(text));
      }
    }
    expect(differing.slice(0, 20)).toEqual([]);
  });

  test('honours the options of the original', async () => {
    const [original, patched] = await originalAndPatched<Width>('string-width');
    const text = '·░│±가\u001B[31m★\u001B[39m…';
    for (const options of [{ ambiguousIsNarrow: false }, { countAnsiEscapeCodes: true }, {}]) {
      expect(patched(text, options)).toBe(original(text, options));
    }
  });
});

// What the game prints, and what could go wrong beside it: joiners, jamo, flags, styles, surrogates, line ends.
const pieces = fc.constantFrom(
  ...'ab ─│╭●★…·█→✓✗한글かカ漢ｱﾞ é',
  ...['\u0301', '\uFE0F', '\u200D', '\u1100', '\u1161', '\u11A8', '👩', '🇰', '🇷', '⚠️', '\uD83D', '\r', '\n', '\t'],
  ...['\u001B[31m', '\u001B[39m', '\u001B[1;44m', '\u001B[0m', '\u001B]8;;x\u0007', '\u001B[', '\u009B31m', '\u00AD'],
);
const anyText = fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join(''));

describe('the segmenter that stands in for Intl.Segmenter', () => {
  test('leaves string-width as it was', async () => {
    const [original, patched] = await originalAndPatched<Width>('string-width');
    fc.assert(
      fc.property(anyText, (text) => patched(text) === original(text)),
      { numRuns: 3000 },
    );
  });

  test('leaves wrap-ansi as it was', async () => {
    type Wrap = (text: string, columns: number, options: object) => string;
    const [original, patched] = await originalAndPatched<Wrap>('wrap-ansi');
    const options = fc.record({ hard: fc.boolean(), trim: fc.boolean(), wordWrap: fc.boolean() });
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 12 }), options, (text, columns, how) => {
        expect(patched(text, columns, how)).toBe(original(text, columns, how));
      }),
      { numRuns: 2000 },
    );
  });

  test('leaves slice-ansi and cli-truncate as they were', async () => {
    const [slice, patchedSlice] =
      await originalAndPatched<(text: string, from: number, to: number) => string>('slice-ansi');
    const [cut, patchedCut] =
      await originalAndPatched<(text: string, columns: number, options: object) => string>('cli-truncate');
    const options = fc.record({
      position: fc.constantFrom('start', 'middle', 'end'),
      preferTruncationOnSpace: fc.boolean(),
    });
    const column = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(anyText, column, column, options, (text, from, length, how) => {
        expect(patchedSlice(text, from, from + length)).toBe(slice(text, from, from + length));
        expect(patchedCut(text, length, how)).toBe(cut(text, length, how));
      }),
      { numRuns: 2000 },
    );
  });

  test('leaves the tokens of ansi-tokenize as they were', async () => {
    const code = `export { tokenize as it } from '@alcalzone/ansi-tokenize';`;
    type Tokenizer = { it: (text: string) => unknown };
    const original = await bundleLibrary<Tokenizer>(code, []);
    const patched = await bundleLibrary<Tokenizer>(code, [patchLibraries()]);
    fc.assert(
      fc.property(anyText, (text) => {
        expect(patched.it(text)).toEqual(original.it(text));
      }),
      { numRuns: 2000 },
    );
  });

  test("leaves Ink's line update as it was", async () => {
    type Update = (previous: string, next: string, columns: number) => string;
    const file = fileURLToPath(new URL('ink/build/line-update.js', installed));
    const [original, patched] = await originalAndPatched<Update>(file);
    fc.assert(
      fc.property(anyText, anyText, anyText, (prefix, before, after) => {
        expect(patched(prefix + before, prefix + after, 30)).toBe(original(prefix + before, prefix + after, 30));
      }),
      { numRuns: 2000 },
    );
  });
});

test("Ink's patched updates leave the screen that whole frames would", async () => {
  type Log = (frame: string) => boolean;
  type Create = { create: (stream: object, options: { incremental: boolean }) => Log };
  const file = fileURLToPath(new URL('ink/build/log-update.js', installed));
  const { it } = await bundleLibrary<{ it: Create }>(`export { default as it } from '${file}';`, [patchLibraries()]);
  const codes = ['31', '38;5;111', '39', '1', '2', '22', '4', '24', '7', '27', '41', '49'];
  const styles = codes.map((code) => `\u001B[${code}m`);
  const cell = fc.constantFrom(...'ab ─│╭●→한글漢é', ' '.repeat(9), ...styles);
  // Two columns of panes, of which often only one changes.
  const pane = fc.array(cell, { maxLength: 4 }).map((cells) => `${cells.join('')}\u001B[0m`);
  const row = fc.tuple(pane, pane).map(([left, right]) => `${left}│${right}│`);
  // As wide as the screen, and empty towards its end or not.
  const full = fc.constantFrom(
    'x'.repeat(80),
    'y'.repeat(20).padEnd(80),
    `${'한'.repeat(20)}${'z'.repeat(20)}`.padEnd(60),
  );
  const kept = fc.constant('same left │ same right │');
  const frame = fc.array(fc.oneof(row, full, kept), { minLength: 4, maxLength: 4 });
  await fc.assert(
    // A screen as high as the frame, or higher.
    fc.asyncProperty(fc.constantFrom(4, 6), fc.array(frame, { minLength: 2, maxLength: 4 }), async (rows, frames) => {
      const updated = new headless.Terminal({ cols: 80, rows, allowProposedApi: true, convertEol: true });
      const stream = { columns: 80, rows, isTTY: true, write: (text: string) => updated.write(text) };
      const log = it.create(stream, { incremental: true });
      for (const lines of frames) log(lines.join('\n'));
      const whole = new headless.Terminal({ cols: 80, rows, allowProposedApi: true, convertEol: true });
      whole.write(frames.at(-1)?.join('\n') ?? '');
      expect(await cellsOf(updated)).toEqual(await cellsOf(whole));
    }),
    { numRuns: 400 },
  );
});

async function cellsOf(terminal: InstanceType<typeof headless.Terminal>) {
  await new Promise<void>((resolve) => terminal.write('', resolve));
  return listCells(terminal);
}

test("Ink's patched output puts the same text on the screen", async () => {
  interface Output {
    write(x: number, y: number, text: string, options: object): void;
    clip(area: object): void;
    unclip(): void;
    get(): { output: string; height: number };
  }
  type OutputClass = new (size: { width: number; height: number }) => Output;
  const file = fileURLToPath(new URL('ink/build/output.js', installed));
  const [Original, Patched] = await originalAndPatched<OutputClass>(file);
  const place = fc.integer({ min: -2, max: 22 });
  const transformers = fc.constantFrom([], [(line: string) => `\u001B[1m${line}\u001B[22m`], [(line: string) => line]);
  const write = fc.record({
    x: place,
    y: fc.integer({ min: -1, max: 6 }),
    text: anyText,
    clipped: fc.boolean(),
    transformers,
  });
  type Write = {
    x: number;
    y: number;
    text: string;
    clipped: boolean;
    transformers: readonly ((line: string) => string)[];
  };
  const draw = (Output: OutputClass, width: number, writes: readonly Write[]) => {
    const output = new Output({ width, height: 5 });
    for (const { x, y, text, clipped, transformers } of writes) {
      if (clipped) output.clip({ x1: 2, x2: 12, y1: 1, y2: 4 });
      output.write(x, y, text, { transformers });
      if (clipped) output.unclip();
    }
    return output.get();
  };
  // In the second frame some writes are gone, so that some rows are as they were.
  const frames = fc
    .array(write, { maxLength: 6 })
    .chain((writes) => fc.tuple(fc.constant(writes), fc.subarray(writes)));
  fc.assert(
    fc.property(frames, fc.constantFrom(20, 18), ([first, second], width) => {
      for (const [columns, writes] of [
        [20, first],
        [width, second],
        [20, first],
      ] as const)
        expect(draw(Patched, columns, writes)).toEqual(draw(Original, columns, writes));
    }),
    { numRuns: 1000 },
  );
});

test('patched Ink draws a tree as the original does', async () => {
  const code = `
    import React, { useState, useLayoutEffect } from 'react';
    import { Box, renderToString, Text } from 'ink';
    const h = React.createElement;
    function Counter() {
      const [count, setCount] = useState(0);
      useLayoutEffect(() => { if (count < 3) setCount(count + 1); }, [count]);
      return h(Text, { bold: true }, 'count ' + count);
    }
    export const draw = () => renderToString(
      h(Box, { borderStyle: 'round', flexDirection: 'column', width: 40 },
        h(Counter),
        h(Box, { justifyContent: 'space-between' }, h(Text, { color: 'red' }, '한글 ─ ✓'), h(Text, { wrap: 'truncate' }, 'x'.repeat(60))),
        h(Text, null, 'some words that wrap because they are longer than forty columns are'))
      , { columns: 60 });`;
  type Drawing = { draw: () => string };
  // The devtools that this one cuts are not installed, so nothing bundles without it.
  const list = patches.filter(({ file }) => file === 'ink/build/reconciler.js');
  const original = await bundleLibrary<Drawing>(code, [patchLibraries({ list })]);
  const patched = await bundleLibrary<Drawing>(code, [patchLibraries()]);
  expect(patched.draw()).toContain('count 3');
  expect(patched.draw()).toBe(original.draw());
});

test('patched yoga lays a tree out as the original does', async () => {
  const code = `
    import Yoga from 'yoga-layout';
    export function layout() {
      const parent = Yoga.Node.create();
      parent.setWidth(101);
      parent.setPadding(Yoga.EDGE_ALL, 1);
      parent.setFlexDirection(Yoga.FLEX_DIRECTION_ROW);
      const boxes = [1, 2, 3].map((grow, index) => {
        const child = Yoga.Node.create();
        child.setFlexGrow(grow);
        child.setHeight(grow * 2);
        parent.insertChild(child, index);
        return child;
      });
      parent.calculateLayout(undefined, undefined, Yoga.DIRECTION_LTR);
      return [parent, ...boxes].map((node) => node.getComputedLayout());
    }`;
  type Layout = { layout: () => unknown };
  const original = await bundleLibrary<Layout>(code, []);
  const patched = await bundleLibrary<Layout>(code, [patchLibraries()]);
  expect(patched.layout()).toEqual(original.layout());
});

test('patched conf stores and reads without ajv, and refuses a schema', async () => {
  const code = `
    import Conf from 'conf';
    export const open = (cwd, schema) => new Conf({ cwd, schema, projectName: 'blackfoot' });`;
  interface Store {
    set(key: string, value: unknown): void;
    get(key: string): unknown;
  }
  const { open } = await bundleLibrary<{ open: (cwd: string, schema?: object) => Store }>(code, [patchLibraries()]);
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-conf-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  open(folder).set('stars', 3);
  expect(open(folder).get('stars')).toBe(3);
  expect(() => open(folder, { stars: { type: 'number' } })).toThrow('takes no schema');
});

test('patched Ink renders with DEV=true in the environment', async () => {
  const code = `
    import React from 'react';
    import { renderToString, Text } from 'ink';
    export const draw = () => renderToString(React.createElement(Text, null, 'hello'));`;
  process.env.DEV = 'true';
  try {
    const { draw } = await bundleLibrary<{ draw: () => string }>(code, [patchLibraries()]);
    expect(draw()).toBe('hello');
  } finally {
    delete process.env.DEV;
  }
});

function escapeText(text: string): string {
  return [...text].map((character) => `U+${character.codePointAt(0)?.toString(16)}`).join(' ');
}
