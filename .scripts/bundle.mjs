// The program as a small entry and its parts, each one file in itself. Every further file that a start loads costs a twentieth of
// Node's own start-up, so code that two parts use is in both: it is small, and holds no state.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { patchLibraries } from './patches.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// The entry stands alone, so this comes before everything else.
const head = `#!/usr/bin/env node
if(!process.getBuiltinModule){console.error("blackfoot needs Node 20.19 or newer; this is "+process.version);process.exit(2)}
`;

/**
 * Returns what esbuild made, written nowhere: the files, entry first, and esbuild's account of them.
 * An import() that `ownFile` matches becomes a part; any other stays in the file that asks for it, and is run when it is asked for.
 */
export async function bundleProgram({ entry, ownFile = /./, fast = false, applied = new Set() }) {
  const parts = new Map([['blackfoot', entry]]);
  const files = [];
  const outputs = {};
  // The map grows while parts name further parts.
  for (const [name, file] of parts) {
    const built = await buildPart({ name, file, parts, ownFile, fast, applied });
    files.push({ name: `${name}.js`, text: files.length === 0 ? head + built.text : built.text });
    Object.assign(outputs, built.outputs);
  }
  return { files, outputs };
}

async function buildPart({ name, file, parts, ownFile, fast, applied }) {
  const { outputFiles, metafile } = await build({
    entryPoints: { [name]: file },
    absWorkingDir: root,
    outdir: 'dist',
    nodePaths: [join(root, 'node_modules')],
    bundle: true,
    platform: 'node',
    format: 'esm',
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
    plugins: [leaveForLater(parts, ownFile), patchLibraries({ applied }), parseLevelsAtStart()],
    logLevel: 'error',
  });
  return { text: outputFiles[0].text, outputs: metafile.outputs };
}

// The levels are most of our bytes, and are in no two files.
const levels = /\/built-in\.json$/;

function leaveForLater(parts, ownFile) {
  return {
    name: 'leave-for-later',
    setup(building) {
      building.onResolve({ filter: /./ }, async ({ path, kind, resolveDir, pluginData }) => {
        const isPart = kind === 'dynamic-import' ? ownFile.test(path) : kind !== 'entry-point' && levels.test(path);
        if (!isPart || pluginData === 'resolving') return undefined;
        const resolved = await building.resolve(path, {
          kind: 'import-statement',
          resolveDir,
          pluginData: 'resolving',
        });
        if (resolved.namespace !== 'file') return { path, external: true };
        const name = levels.test(path) ? 'levels' : basename(path).replace(/\.\w+$/, '');
        if ((parts.get(name) ?? resolved.path) !== resolved.path)
          throw new Error(`Two parts would be called ${name}.js`);
        parts.set(name, resolved.path);
        return { path: `./${name}.js`, external: true };
      });
    },
  };
}

// JSON.parse of a string is faster than evaluating the same object written as a literal.
function parseLevelsAtStart() {
  return {
    name: 'parse-levels-at-start',
    setup(building) {
      building.onLoad({ filter: levels }, ({ path }) => {
        const json = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
        return { contents: `export default JSON.parse(${JSON.stringify(json)});`, loader: 'js' };
      });
    },
  };
}
