// The program as an entry and its parts. Every further file that a start reads costs time, so the entry is one file in itself, and what
// parts share lies in a few files: what draws, what every part has, the data plane, what carries out operations, and what operations share.
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { toCommonJs } from './common-js.mjs';
import { readDataLate } from './late-data.mjs';
import { readOperationsLate } from './late-operations.mjs';
import { patchLibraries } from './patches.mjs';
import { alsoImport, gatherShared } from './share.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// The entry stands alone, so this comes before everything else.
const head = `if(!process.getBuiltinModule){console.error("blackfoot needs Node 20.19 or newer; this is "+process.version);process.exit(2)}
`;

/**
 * Returns what esbuild made, written nowhere: the files, entry first, and esbuild's account of them.
 * Each import() that `isPart` matches leads from the entry to a part; those called `quick` are read with little more than what they need.
 */
export async function bundleProgram({ entry, isPart = /./, quick, fast = false, applied = new Set() }) {
  const parts = new Map();
  const files = new Map();
  const common = (plugins) => ({
    absWorkingDir: root,
    outdir: 'dist',
    nodePaths: [join(root, 'node_modules')],
    // Node's own edition is CommonJS, of which nothing can be left out.
    alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
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
    plugins: [...plugins, patchLibraries({ applied }), readDataLate(files), readOperationsLate],
    logLevel: 'error',
  });
  const program = await build({ ...common([leaveForLater(parts, isPart)]), entryPoints: { blackfoot: entry } });
  const split = (plugins) =>
    build({ ...common(plugins), entryPoints: Object.fromEntries(parts), splitting: true, chunkNames: '[name]-[hash]' });
  const shared = gatherShared((await split([])).metafile.outputs, quick);
  const rest = await split([alsoImport(shared, root)]);
  files.set('blackfoot.js', `#!/usr/bin/env node\n${toCommonJs(program.outputFiles[0].text, head)}`);
  for (const { path, text, contents } of rest.outputFiles)
    files.set(basename(path), path.endsWith('.js') ? toCommonJs(text) : contents);
  files.set('package.json', '{ "type": "commonjs" }\n');
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
