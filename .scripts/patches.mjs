// Changes to libraries at bundling, each for start-up time (what they cost: test/README.md). The text that an edit looks for must
// be in the file exactly once: a library update that moves it fails the build here, and not the player's terminal later.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const graphemes = join(root, '.scripts/graphemes.mjs');
const frameUpdate = join(root, '.scripts/frame-update.mjs');
const keptRows = join(root, '.scripts/kept-rows.mjs');
const importSegmenter = `import { graphemeSegmenter } from ${JSON.stringify(graphemes)};\n`;

const YOGA_WASM = 'yoga.wasm';
const yogaGlue = 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js';

export const patches = [
  {
    file: 'yoga-layout/dist/src/index.js',
    why: 'fetch("data:…") loads undici, 40 ms; and without its top-level await every importer stays synchronous',
    edits: [
      {
        find: 'const Yoga = wrapAssembly(await loadYoga());',
        replace: `import { readFileSync } from 'node:fs';
import wasmFile from '${YOGA_WASM}';
const assembly = {
  instantiateWasm(imports, done) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(new URL(wasmFile, import.meta.url))), imports);
    done(instance);
    return instance.exports;
  },
};
loadYoga(assembly);
const Yoga = wrapAssembly(assembly);`,
      },
    ],
  },
  {
    file: yogaGlue,
    why: 'its bytes are a file of their own, a third smaller; a path of the building machine has no place in the bundle',
    edits: [
      { find: 'var _scriptDir = import.meta.url;', replace: 'var _scriptDir = "";' },
      { from: 'AGFzbQ', to: '";if(!ua(H))' },
    ],
  },
  {
    file: 'signal-exit/index.js',
    why: 'loads assert to check one argument, which Ink gets right',
    edits: [{ find: "var assert = require('assert')", replace: 'var assert = { equal: function () {} }' }],
  },
  {
    file: 'terminal-size/index.js',
    why: 'starts other programs only where the terminal does not tell its size itself',
    edits: [
      {
        find: "import {execFileSync} from 'node:child_process';",
        replace:
          "const execFileSync = (...all) => process.getBuiltinModule('node:child_process').execFileSync(...all);",
      },
    ],
  },
  {
    file: 'react-reconciler/index.js',
    why: 'see below',
    edits: [
      {
        find: `if (process.env.NODE_ENV === 'production') {
  module.exports = require('./cjs/react-reconciler.production.js');
} else {
  module.exports = require('./cjs/react-reconciler.development.js');
}`,
        replace: "export { default } from './cjs/react-reconciler.production.js';",
      },
    ],
  },
  {
    file: 'react-reconciler/cjs/react-reconciler.production.js',
    why: '130 kB in a function in a function are parsed three times; as a module, and called at once, they are parsed once',
    edits: [
      {
        find: 'module.exports = function ($$$config) {',
        replace: `import React from 'react';
import Scheduler from 'scheduler';
export default (function ($$$config) {`,
      },
      { find: 'var React = require("react"),\n    Scheduler = require("scheduler"),', replace: 'var ' },
      {
        find: `  return exports;
};
module.exports.default = module.exports;
Object.defineProperty(module.exports, "__esModule", { value: !0 });`,
        replace: '  return exports;\n});',
      },
    ],
  },
  {
    file: 'ink/build/reconciler.js',
    why: 'connects to the React devtools, which are not in the package, when a player has DEV=true for some reason of their own',
    edits: [
      { from: "if (process.env['DEV'] === 'true') {\n    // Intentionally", to: 'const diff =' },
      { from: 'async function loadPackageJson() {', to: 'let packageInfo =' },
      { from: "if (process.env['DEV'] === 'true') {\n    try {\n        const loaded", to: 'const hostConfig =' },
    ],
  },
  {
    file: 'ink/build/ink.js',
    why: 'see above; and a frame written in three pieces is read in three',
    edits: [
      { from: "if (process.env['DEV'] === 'true') {", to: 'if (options.patchConsole) {' },
      {
        find: `if (shouldSync && shouldWrite) {
                    this.options.stdout.write(bsu);
                }
                this.log(output);
                if (shouldSync && shouldWrite) {
                    this.options.stdout.write(esu);
                }
            }, undefined, {`,
        replace: `const { stdout } = this.options;
                stdout.cork?.();
                try {
                    if (shouldSync && shouldWrite) stdout.write(bsu);
                    this.log(output);
                    if (shouldSync && shouldWrite) stdout.write(esu);
                } finally {
                    stdout.uncork?.();
                }
            }, undefined, {`,
      },
    ],
  },
  {
    file: 'ink/build/squash-text-nodes.js',
    why: 'see kept-rows.mjs',
    edits: [
      {
        find: "import sanitizeAnsi from './sanitize-ansi.js';",
        replace: `import sanitize from './sanitize-ansi.js';
import { rememberTexts } from ${JSON.stringify(keptRows)};
const sanitizeAnsi = rememberTexts(sanitize);`,
      },
    ],
  },
  {
    file: 'ink/build/render-node-to-output.js',
    why: 'see kept-rows.mjs',
    edits: [
      {
        find: "import widestLine from 'widest-line';",
        replace: `import widest from 'widest-line';
import { rememberTexts } from ${JSON.stringify(keptRows)};
const widestLine = rememberTexts(widest);`,
      },
    ],
  },
  {
    file: '@alcalzone/ansi-tokenize/build/styledChars.js',
    why: 'copies the list of styles for each character, and nothing changes one; lists that are the same are compared the sooner',
    edits: [
      {
        find: 'import { ansiCodesToString',
        replace: `import { internStyles } from ${JSON.stringify(keptRows)};\nimport { ansiCodesToString`,
      },
      {
        find: 'codes = reduceAnsiCodesIncremental(codes, [token]);',
        replace: 'codes = internStyles(reduceAnsiCodesIncremental(codes, [token]));',
      },
      {
        find: `ret.push({
                ...token,
                styles: [...codes],
            });`,
        replace: 'ret.push({ type: token.type, value: token.value, fullWidth: token.fullWidth, styles: codes });',
      },
    ],
  },
  {
    file: 'ink/build/output.js',
    why: 'makes and joins an object for each cell of the screen, and asks a regular expression about each character: 8 ms at first',
    edits: [
      { find: 'filter(character => !/', replace: 'filter(character => isPlainCharacter(character.value) || !/' },
      {
        find: '// Replaces a partially visible wide character',
        replace: `import { isPlainCharacter, isSimpleLine } from ${JSON.stringify(graphemes)};
import { isToPaint, keepCaches, keepRows } from ${JSON.stringify(keptRows)};
import { keepCells } from ${JSON.stringify(frameUpdate)};
const emptyCell = { type: 'char', value: ' ', fullWidth: false, styles: [] };
const withoutEmptyEnd = (row) => row.slice(0, row.findLastIndex((cell) => cell !== undefined && cell !== emptyCell) + 1);
// Replaces a partially visible wide character`,
      },
      { from: 'row.push({', to: '}\n            output.push(row);', replace: 'row.push(emptyCell);\n            ' },
      { find: 'caches = new OutputCaches();', replace: 'caches = keepCaches(OutputCaches);' },
      {
        find: 'let lines = characterLines.map(line => styledCharsToString(line));',
        replace: 'let lines = isWhole ? [text] : characterLines.map(line => styledCharsToString(line));',
      },
      {
        find: 'for (const character of this.caches.getStyledChars(text)) {',
        // Styles in it may end those of a transformer that adds some.
        replace: `const isWhole = isSimpleLine(text) && (!text.includes('\\u001B') || transformers.every(transform => transform(text, 0) === text));
        for (const character of isWhole ? [] : this.caches.getStyledChars(text)) {`,
      },
      {
        find: `for (let y = 0; y < this.height; y++) {
            const row = [];`,
        replace: `const rows = keepRows(this);
        for (let y = 0; y < this.height; y++) {
            if (rows[y].text !== undefined) {
                output.push(undefined);
                continue;
            }
            const row = [];`,
      },
      {
        find: `else {
                this.applyWriteOperation(output, operation, clips.at(-1));`,
        replace: `else if (isToPaint(operation, rows)) {
                this.applyWriteOperation(output, operation, clips.at(-1));`,
      },
      {
        find: `.map(line => {
            // See`,
        replace: `.map((line, y) => {
            if (line === undefined) return rows[y].text;
            // See`,
      },
      {
        find: 'line.filter(item => item !== undefined)',
        replace: 'withoutEmptyEnd(line).filter(item => item !== undefined)',
      },
      {
        find: 'return styledCharsToString(lineWithoutEmptyItems).trimEnd();',
        replace:
          'return (rows[y].text = keepCells(styledCharsToString(lineWithoutEmptyItems).trimEnd(), lineWithoutEmptyItems));',
      },
    ],
  },
  {
    file: 'string-width/index.js',
    why: 'see graphemes.mjs; the emoji set alone takes 20 ms to build',
    edits: [
      {
        find: 'const segmenter = new Intl.Segmenter();',
        replace: `import { graphemeSegmenter as segmenter, widthOfSimpleText } from ${JSON.stringify(graphemes)};`,
      },
      {
        find: String.raw`const rgiEmojiRegex = /^\p{RGI_Emoji}$/v;`,
        replace: String.raw`let emoji; const rgiEmojiRegex = { test: (text) => (emoji ??= new RegExp('^\\p{RGI_Emoji}$', 'v')).test(text) };`,
      },
      {
        find: 'const eastAsianWidthOptions = {ambiguousAsWide: !ambiguousIsNarrow};',
        replace: `const eastAsianWidthOptions = {ambiguousAsWide: !ambiguousIsNarrow};
	const simpleWidth = widthOfSimpleText(string, eastAsianWidthOptions);
	if (simpleWidth !== undefined) return simpleWidth;`,
      },
    ],
  },
  lazySegmenter('wrap-ansi/index.js', 'const segmenter = new Intl.Segmenter();', 'segmenter'),
  lazySegmenter(
    'slice-ansi/tokenize-ansi.js',
    "const GRAPHEME_SEGMENTER = new Intl.Segmenter(undefined, {granularity: 'grapheme'});",
    'GRAPHEME_SEGMENTER',
  ),
  lazySegmenter(
    '@alcalzone/ansi-tokenize/build/tokenize.js',
    'const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });',
    'segmenter',
  ),
  {
    file: 'ink/build/log-update.js',
    why: 'see frame-update.mjs',
    edits: [
      {
        find: "import lineUpdate from './line-update.js';",
        replace: `import lineUpdate from './line-update.js';\nimport { updateFrame } from ${JSON.stringify(frameUpdate)};`,
      },
      {
        find: "const hasTrailingNewline = text.endsWith('\\n');",
        replace: `const hasTrailingNewline = text.endsWith('\\n');
        const areRowsTheSame = areColumnsUnchanged && nextLines.length === previousLines.length && visibleCount === previousVisible;`,
      },
      {
        find: 'else if (previousLines.length > 1) {',
        replace: `else if (areRowsTheSame) {
            buffer.push(updateFrame(previousLines, nextLines, stream, lineUpdate));
        }
        else if (previousLines.length > 1) {`,
      },
      {
        find: 'for (let i = 0; i < visibleCount; i++) {',
        replace: 'for (let i = areRowsTheSame ? visibleCount : 0; i < visibleCount; i++) {',
      },
    ],
  },
  lazySegmenter(
    'ink/build/line-update.js',
    "const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });",
    'segmenter',
  ),
  {
    file: 'cli-truncate/index.js',
    why: 'see graphemes.mjs',
    edits: [
      {
        find: 'new Intl.Segmenter().segment(stripVTControlCharacters(text))',
        replace: 'graphemeSegmenter.segment(stripVTControlCharacters(text))',
      },
      { find: 'import {stripVTControlCharacters', replace: `${importSegmenter}import {stripVTControlCharacters` },
    ],
  },
  {
    file: 'conf/dist/source/index.js',
    why: 'ajv is 130 kB and 20 ms for a schema that we never give, and semver 29 kB for migrations: progress looks after its own data',
    edits: [
      {
        find: "import semver from 'semver';",
        replace:
          "const semver = new Proxy({}, { get() { throw new Error('This build of conf does no migrations.'); } });",
      },
      {
        find: "import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';",
        replace: "class Ajv { constructor() { throw new Error('This build of conf takes no schema.'); } }",
      },
      { find: "import ajvFormatsModule from 'ajv-formats';", replace: 'const ajvFormatsModule = {};' },
    ],
  },
];

function lazySegmenter(file, find, name) {
  return {
    file,
    why: 'see graphemes.mjs',
    edits: [{ find, replace: `${importSegmenter}const ${name} = graphemeSegmenter;` }],
  };
}

export function applyPatch(patch, source) {
  return patch.edits.reduce((patched, edit) => applyEdit(patch, edit, patched), source);
}

// An edit replaces what `find` matches, or cuts everything from `from` up to `to`.
function applyEdit(patch, { find, from, to, replace = '' }, source) {
  const pattern = find ?? from;
  const end = to === undefined ? -1 : source.indexOf(to, source.indexOf(from));
  if (source.split(pattern).length !== 2 || (to !== undefined && end < 0)) {
    throw new Error(`The patch of ${patch.file} (${patch.why}) no longer fits: looked for ${pattern}`);
  }
  if (to !== undefined) return source.slice(0, source.indexOf(from)) + replace + source.slice(end);
  return source.replace(find, () => replace);
}

/** An esbuild plugin. `applied` collects the files that were met, so that the build can tell when one is never asked for. */
export function patchLibraries({ list = patches, applied = new Set() } = {}) {
  return {
    name: 'patch-libraries',
    setup(build) {
      for (const patch of list) {
        build.onLoad({ filter: pathFilter(patch.file) }, ({ path }) => {
          applied.add(patch.file);
          return { contents: applyPatch(patch, readFileSync(path, 'utf8')), loader: 'js' };
        });
      }
      giveYogaItsFile(build);
      resolveOnce(build, 'string-width');
      askForBuiltins(build);
    },
  };
}

function giveYogaItsFile(build) {
  build.initialOptions.assetNames = '[name]';
  build.onResolve({ filter: new RegExp(`^${YOGA_WASM}$`) }, ({ path }) => ({ path, namespace: 'yoga' }));
  build.onLoad({ filter: /./, namespace: 'yoga' }, () => {
    const glue = readFileSync(join(root, 'node_modules', yogaGlue), 'utf8');
    return { contents: Buffer.from(/base64,(AGFzbQ[^"]*)"/.exec(glue)[1], 'base64'), loader: 'file' };
  });
}

function pathFilter(file) {
  const escaped = file.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('/', String.raw`[\\/]`);
  return new RegExp(String.raw`[\\/]node_modules[\\/]${escaped}$`);
}

// Two copies would be two caches and twice the bytes, and only one of them patched by a test that looks at one.
function resolveOnce(build, name) {
  build.onResolve({ filter: new RegExp(`^${name}$`) }, (request) => {
    if (request.pluginData === 'resolved') return undefined;
    return build.resolve(name, { kind: request.kind, resolveDir: root, pluginData: 'resolved' });
  });
}

// Importing one of Node's modules makes Node build an ES module around it, which reads its every property: 1 ms for fs, 3 ms for
// process. Asking for it by name costs nothing, and serves CommonJS libraries too, for which an ES module has no `require`.
function askForBuiltins(build) {
  const names = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
  build.onResolve({ filter: /^[a-z0-9:_/]+$/ }, ({ path, kind }) => {
    if (!names.has(path) || kind === 'dynamic-import') return undefined;
    return { path, namespace: kind === 'require-call' ? 'required-builtin' : 'imported-builtin' };
  });
  const askFor = (name) => `process.getBuiltinModule(${JSON.stringify(name)})`;
  build.onLoad({ filter: /./, namespace: 'required-builtin' }, ({ path }) => ({
    contents: `module.exports = ${askFor(path)};`,
  }));
  build.onLoad({ filter: /./, namespace: 'imported-builtin' }, ({ path }) => {
    const exported = Object.keys(process.getBuiltinModule(path)).filter(
      (key) => /^[a-zA-Z]\w*$/.test(key) && key !== 'default',
    );
    const picks = exported.map(
      (key) => `const ${key}_ = /* @__PURE__ */ (() => builtin.${key})(); export { ${key}_ as ${key} };`,
    );
    return { contents: `const builtin = ${askFor(path)};\nexport default builtin;\n${picks.join('\n')}` };
  });
}
