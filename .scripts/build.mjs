// Bundles the game and its libraries into dist/, so that `npx` installs one package and nothing else.
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleProgram } from './bundle.mjs';
import { writeLevels } from './compile-levels.mjs';
import { collectLicenses } from './licenses.mjs';
import { patches } from './patches.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The files of dist/: the program, its parts, and the licences. */
async function buildPackage({ fast }) {
  writeLevels();
  const applied = new Set();
  const entry = join(root, 'src/cli/main.ts');
  const isPart = /\/(run-command|play-game|play-linear)\.ts$/;
  const quick = ['play-game', 'trace', 'check'];
  const { files, outputs } = await bundleProgram({ entry, isPart, quick, fast, applied });
  const unused = patches.filter((patch) => !applied.has(patch.file));
  if (unused.length > 0) throw new Error(`Patched but never bundled: ${unused.map((patch) => patch.file).join(', ')}`);
  return [...files, { name: 'THIRD_PARTY_LICENSES.txt', contents: collectLicenses(outputs, root) }];
}

// New parts first, then the entry that names them, then away with the old: whoever starts the game meanwhile finds a whole one.
function writePackage(files) {
  const folder = join(root, 'dist');
  mkdirSync(folder, { recursive: true });
  const entryLast = files.toSorted((a, b) => Number(a.name === 'blackfoot.js') - Number(b.name === 'blackfoot.js'));
  for (const { name, contents } of entryLast)
    writeFileSync(join(folder, name), contents, { mode: name === 'blackfoot.js' ? 0o755 : 0o644 });
  chmodSync(join(folder, 'blackfoot.js'), 0o755);
  const names = new Set(files.map((file) => file.name));
  for (const old of readdirSync(folder)) if (!names.has(old)) rmSync(join(folder, old), { recursive: true });
}

function describeSizes(files) {
  const rows = files.map(
    ({ name, contents }) => `${String(Math.ceil(Buffer.byteLength(contents) / 1000)).padStart(5)} kB  ${name}`,
  );
  return rows.sort().reverse().join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await buildPackage({ fast: process.argv.includes('--fast') });
  writePackage(files);
  if (!process.argv.includes('--quiet')) console.log(describeSizes(files));
}
