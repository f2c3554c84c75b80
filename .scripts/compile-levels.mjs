// Authors write YAML; the program reads JSON, because parsing YAML would cost 30 ms at every start.
// Only the syntax is looked at here: whether a level is a good one is for `blackfoot prove` to say.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const textFile = /^(?<id>.+)\.(?<language>[a-z]{2}(?:-[A-Z]{2})?)\.yaml$/;

export function compileLevels(folder) {
  const problems = [];
  const built = { index: null, levels: {}, texts: {}, chapterTexts: {} };
  for (const file of listYaml(folder)) {
    const content = readYaml(file, folder, problems);
    if (!place(built, relative(folder, file).replaceAll('\\', '/'), content)) {
      problems.push(`${join(basename(folder), relative(folder, file))}:1:1 another chapter has a file of this name`);
    }
  }
  return { built, problems };
}

function listYaml(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !relative(folder, file).startsWith('packs'))
    .sort((a, b) => (a < b ? -1 : 1));
}

// The packs of levels/packs/: an index and words each, since their levels are the game's own.
export function compilePacks(folder) {
  const packs = join(folder, 'packs');
  const names = existsSync(packs) ? readdirSync(packs).sort() : [];
  const compiled = names.map((name) => ({ name, ...compileLevels(join(packs, name)) }));
  const built = compiled.map(({ name, built: { index, chapterTexts } }) => [name, { index, chapterTexts }]);
  return { built: Object.fromEntries(built), problems: compiled.flatMap(({ problems }) => problems) };
}

function readYaml(file, folder, problems) {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
  for (const problem of [...document.errors, ...document.warnings]) {
    const { line, col } = lines.linePos(problem.pos[0]);
    problems.push(`${join(basename(folder), relative(folder, file))}:${line}:${col} ${problem.message}`);
  }
  return document.errors.length > 0 ? null : document.toJS();
}

// False when the place is taken: a level that hid another could not be told about by `blackfoot prove`.
function place(built, path, content) {
  const name = basename(path);
  const text = textFile.exec(name)?.groups;
  if (path === 'index.yaml') return put(built, 'index', content);
  if (text === undefined) return put(built.levels, basename(name, '.yaml'), content);
  if (path === `text.${text.language}.yaml`) return put(built.chapterTexts, text.language, content);
  built.texts[text.language] ??= {};
  return put(built.texts[text.language], text.id, content);
}

function put(record, key, content) {
  if (record[key] !== undefined && record[key] !== null) return false;
  record[key] = content;
  return true;
}

export function writeLevels({ from = join(root, 'levels'), to = join(root, 'src/levels/built-in.json') } = {}) {
  const levels = compileLevels(from);
  const packs = compilePacks(from);
  const problems = [...levels.problems, ...packs.problems];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  writeIfChanged(to, `${JSON.stringify(levels.built)}\n`);
  writeIfChanged(to.replace(/\.json$/, '-packs.json'), `${JSON.stringify(packs.built)}\n`);
}

/** Vitest's global set-up: no test run ever sees yesterday's levels. */
export function setup() {
  writeLevels();
}

// An unchanged file keeps its time stamp, so that nothing which watches it starts over.
function writeIfChanged(file, content) {
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    writeLevels();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
