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
  const files = new Map();
  const outputs = {};
  // The map grows while parts name further parts.
  for (const [name, file] of parts) {
    const built = await buildPart({ name, file, parts, files, ownFile, fast, applied });
    files.set(`${name}.js`, file === entry ? head + built.text : built.text);
    Object.assign(outputs, built.outputs);
  }
  return { files: [...files].map(([name, text]) => ({ name, text })), outputs };
}

async function buildPart({ name, file, parts, files, ownFile, fast, applied }) {
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
    plugins: [leaveForLater(parts, ownFile), patchLibraries({ applied }), readLevelsLate(files)],
    logLevel: 'error',
  });
  return { text: outputFiles[0].text, outputs: metafile.outputs };
}

function leaveForLater(parts, ownFile) {
  return {
    name: 'leave-for-later',
    setup(building) {
      building.onResolve({ filter: /./ }, async ({ path, kind, resolveDir, pluginData }) => {
        if (kind !== 'dynamic-import' || !ownFile.test(path) || pluginData === 'resolving') return undefined;
        const resolved = await building.resolve(path, {
          kind: 'import-statement',
          resolveDir,
          pluginData: 'resolving',
        });
        if (resolved.namespace !== 'file') return { path, external: true };
        const name = basename(path).replace(/\.\w+$/, '');
        if ((parts.get(name) ?? resolved.path) !== resolved.path)
          throw new Error(`Two parts would be called ${name}.js`);
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
