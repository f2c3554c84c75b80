// The program as an entry and its parts. Every further file that a start loads costs a twentieth of Node's own start-up, so the entry is
// one file in itself, and what parts share lies in three files: what the title shows, what every part has, and the simulator.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
    plugins: [...plugins, patchLibraries({ applied }), readLevelsLate(files)],
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

// The levels are most of our bytes, and the title needs no more of them than their order. The rest is a file of its own, read when
// it is first asked for.
function readLevelsLate(files) {
  return {
    name: 'read-levels-late',
    setup(building) {
      building.onLoad({ filter: /[\\/]built-in\.json$/ }, ({ path }) => {
        const { index, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
        files.set('levels.json', JSON.stringify(rest));
        const getters = Object.keys(rest).map((key) => `get ${key}() { return rest().${key}; }`);
        const contents = `
          import { readFileSync } from 'node:fs';
          let parsed;
          const rest = () => (parsed ??= JSON.parse(readFileSync(new URL('levels.json', import.meta.url), 'utf8')));
          export default { index: ${JSON.stringify(index)}, ${getters.join(', ')} };`;
        return { contents, loader: 'js', resolveDir: root };
      });
    },
  };
}
