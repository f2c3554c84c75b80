// Writes levels/answers.json: of each level, what all right answers cost, and the cheapest and the least exposed of them. It takes a
// minute or two, so a level that has not changed keeps what it has; `--all` works out everything anew.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSources } from './import-sources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, 'levels/answers.json');

/** Worlds that are looked at: beyond par, and to find the answers of par's length. */
const MOST_STATES = 3000;
const MOST_TO_PAR = 40_000;

const { builtInLibrary, findAnswers, fingerprint } = await importSources(`
  export { findAnswers } from './src/levels/answers.ts';
  export { builtInLibrary } from './src/levels/built-in.ts';
  export { fingerprint } from './src/levels/fingerprint.ts';`);

const known = existsSync(file) && !process.argv.includes('--all') ? JSON.parse(readFileSync(file, 'utf8')) : {};
const library = builtInLibrary();
const rows = [];
for (const { id, position } of library.entries) {
  const level = fingerprint(library.sources.levels[id]);
  const read = library.level(id);
  if (!read.ok) throw new Error(`${id} does not read; blackfoot prove says why`);
  const isKnown = known[id]?.level === level;
  if (!isKnown) console.log(`${position} ${id}`);
  // Where par is the best known, no search gets there; it would only fill the memory.
  const limits = read.value.bestKnown ? [0, 0] : [MOST_STATES, MOST_TO_PAR];
  const answers = isKnown ? known[id] : { level, ...findAnswers(read.value, ...limits) };
  rows.push(`  ${JSON.stringify(id)}: ${JSON.stringify(answers)}`);
}
writeFileSync(file, `{\n${rows.join(',\n')}\n}\n`);
