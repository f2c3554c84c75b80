// The program as an entry and its parts. Every further file that a start loads costs a twentieth of Node's own start-up, so the entry is
// one file in itself, and what parts share lies in four files: what draws, what every part has, the data plane, and the operations.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { build } from 'esbuild';
import { patchLibraries } from './patches.mjs';
import { alsoImport, gatherShared } from './share.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// The entry stands alone, so this comes before everything else.
const head = `#!/usr/bin/env node
if(!process.getBuiltinModule){console.error("blackfoot needs Node 20.19 or newer; this is "+process.version);process.exit(2)}
`;

/**
 * Returns what esbuild made, written nowhere: the files, entry first, and esbuild's account of them.
 * Each import() that `isPart` matches leads from the entry to a part; the part called `title` must be quick.
 */
export async function bundleProgram({ entry, isPart = /./, title, fast = false, applied = new Set() }) {
  const parts = new Map();
  const files = new Map();
  const common = (plugins) => ({
    absWorkingDir: root,
    outdir: 'dist',
    nodePaths: [join(root, 'node_modules')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    target: 'node20',
    minify: !fast,
    write: false,
    metafile: true,
    legalComments: 'none',
    // Korean as it is: escaped, each letter would take twice the bytes.
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Else esbuild turns these literals into `new RegExp`, once for each character of each frame.
    supported: { 'regexp-set-notation': true, 'regexp-unicode-property-escapes': true },
    plugins: [...plugins, patchLibraries({ applied }), readLevelsLate(files), wordsAsData],
    logLevel: 'error',
  });
  const program = await build({ ...common([leaveForLater(parts, isPart)]), entryPoints: { blackfoot: entry } });
  const split = (plugins) =>
    build({ ...common(plugins), entryPoints: Object.fromEntries(parts), splitting: true, chunkNames: '[name]-[hash]' });
  const shared = gatherShared((await split([])).metafile.outputs, title);
  const rest = await split([alsoImport(shared, root)]);
  files.set('blackfoot.js', head + program.outputFiles[0].text);
  for (const { path, contents } of rest.outputFiles) files.set(basename(path), contents);
  return {
    files: [...files].map(([name, contents]) => ({ name, contents })),
    outputs: { ...program.metafile.outputs, ...rest.metafile.outputs },
  };
}

function leaveForLater(parts, isPart) {
  return {
    name: 'leave-for-later',
    setup(building) {
      building.onResolve({ filter: isPart }, async ({ path, kind, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const resolved = await building.resolve(path, { kind: 'import-statement', resolveDir });
        const name = basename(path).replace(/\.\w+$/, '');
        parts.set(name, resolved.path);
        return { path: `./${name}.js`, external: true };
      });
    },
  };
}

// Both languages' words are there at every start, and as JSON they are read several times faster than as code.
const wordsAsData = {
  name: 'words-as-data',
  setup(building) {
    building.onLoad({ filter: /[\\/]src[\\/]text[\\/][a-z]{2}[\\/][a-z-]+\.ts$/ }, async ({ path }) => {
      const code = await build({ entryPoints: [path], bundle: true, write: false, format: 'esm', charset: 'utf8' });
      const encoded = Buffer.from(code.outputFiles[0].contents).toString('base64');
      const words = { ...(await import(`data:text/javascript;base64,${encoded}`)) };
      if (!isDeepStrictEqual(JSON.parse(JSON.stringify(words)), words))
        throw new Error(`${path} holds more than words.`);
      const lines = Object.entries(words).map(
        ([name, value]) =>
          `export const ${name} = /* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))});`,
      );
      return { contents: lines.join('\n'), loader: 'js' };
    });
  },
};

// The levels are most of our bytes, and whoever asks wants the order of all, or one, or their titles in one language. So each level is
// text inside a file that is read when it is first asked for, and becomes data when it is itself.
function readLevelsLate(files) {
  const asTexts = (record) =>
    JSON.stringify(Object.fromEntries(Object.entries(record).map(([id, it]) => [id, JSON.stringify(it)])));
  return {
    name: 'read-levels-late',
    setup(building) {
      building.onLoad({ filter: /[\\/]built-in\.json$/ }, ({ path }) => {
        const { index, levels, texts, chapterTexts } = JSON.parse(readFileSync(path, 'utf8'));
        const languages = Object.keys(texts);
        files.set('levels.json', asTexts(levels));
        for (const language of languages) {
          files.set(`levels.${language}.json`, asTexts({ ...texts[language], '': chapterTexts[language] }));
        }
        const contents = `
          import { readFileSync } from 'node:fs';
          const read = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
          const once = (get) => { let it; return () => (it ??= get()); };
          function late(ids, file) {
            const record = {};
            for (const id of ids) Object.defineProperty(record, id, { get: once(() => JSON.parse(file()[id])), enumerable: true });
            return record;
          }
          const ids = ${JSON.stringify(Object.keys(levels))};
          const words = { ${languages.map((code) => `${code}: once(() => read('levels.${code}.json'))`).join(', ')} };
          export default {
            index: ${JSON.stringify(index)},
            levels: late(ids, once(() => read('levels.json'))),
            texts: { ${languages.map((code) => `${code}: late(${JSON.stringify(Object.keys(texts[code]))}, words.${code})`).join(', ')} },
            chapterTexts: { ${languages.map((code) => `get ${code}() { return JSON.parse(words.${code}()[''] ?? 'null'); }`).join(', ')} },
          };`;
        return { contents, loader: 'js', resolveDir: root };
      });
    },
  };
}
