// Bundles the game and its libraries into dist/, so that `npx` installs one package and nothing else.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { writeLevels } from './compile-levels.mjs';
import { collectLicenses } from './licenses.mjs';
import { patches, patchLibraries } from './patches.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Returns what esbuild made, written nowhere. */
export async function bundleProgram({
  entry,
  name = 'blackfoot',
  fast = false,
  splitting = true,
  applied = new Set(),
}) {
  const result = await bundle({
    entryPoints: { [name]: entry },
    absWorkingDir: root,
    outdir: 'dist',
    nodePaths: [join(root, 'node_modules')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    splitting,
    chunkNames: '[name]-[hash]',
    minify: !fast,
    write: false,
    metafile: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Else esbuild turns these literals into `new RegExp`, once for each character of each frame.
    supported: { 'regexp-set-notation': true, 'regexp-unicode-property-escapes': true },
    plugins: [patchLibraries({ applied }), parseLevelsAtStart()],
    logLevel: 'error',
  });
  const files = result.outputFiles.map(({ path, text }) => ({
    name: basename(path),
    text: path.endsWith(`${name}.js`) ? withShebang(text) : text,
  }));
  return { files, metafile: result.metafile };
}

function withShebang(text) {
  return text.startsWith('#!') ? text : `#!/usr/bin/env node\n${text}`;
}

// JSON.parse of a string is faster than evaluating the same object written as a literal.
function parseLevelsAtStart() {
  return {
    name: 'parse-levels-at-start',
    setup(build) {
      build.onLoad({ filter: /[\\/]built-in\.json$/ }, ({ path }) => {
        const json = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
        return { contents: `export default JSON.parse(${JSON.stringify(json)});` };
      });
    },
  };
}

/** The files of dist/: the program, its parts, and the licences. */
async function buildPackage({ fast }) {
  writeLevels();
  const applied = new Set();
  const { files, metafile } = await bundleProgram({ entry: join(root, 'src/cli/main.ts'), fast, applied });
  const unused = patches.filter((patch) => !applied.has(patch.file));
  if (unused.length > 0) throw new Error(`Patched but never bundled: ${unused.map((patch) => patch.file).join(', ')}`);
  return [...files, { name: 'THIRD_PARTY_LICENSES.txt', text: collectLicenses(metafile, root) }];
}

// New parts first, then the entry that names them, then away with the old: whoever starts the game meanwhile finds a whole one.
function writePackage(files) {
  const folder = join(root, 'dist');
  mkdirSync(folder, { recursive: true });
  const entryLast = files.toSorted((a, b) => Number(a.name === 'blackfoot.js') - Number(b.name === 'blackfoot.js'));
  for (const { name, text } of entryLast)
    writeFileSync(join(folder, name), text, { mode: name === 'blackfoot.js' ? 0o755 : 0o644 });
  chmodSync(join(folder, 'blackfoot.js'), 0o755);
  const names = new Set(files.map((file) => file.name));
  for (const old of readdirSync(folder)) if (!names.has(old)) rmSync(join(folder, old), { recursive: true });
}

function describeSizes(files) {
  const rows = files.map(
    ({ name, text }) => `${String(Math.ceil(Buffer.byteLength(text) / 1000)).padStart(5)} kB  ${name}`,
  );
  return rows.sort().reverse().join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await buildPackage({ fast: process.argv.includes('--fast') });
  writePackage(files);
  if (!process.argv.includes('--quiet')) console.log(describeSizes(files));
}
