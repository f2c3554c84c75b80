import { existsSync, statSync } from 'node:fs';
import { formatFileProblem } from '../../levels/file-problem.ts';
import { type LevelProblem, type Proof, proveIndex, proveLevel } from '../../levels/prove.ts';
import { columns } from '../../text/columns.ts';
import { LANGUAGES } from '../../text/language.ts';
import { EXIT } from '../exit.ts';
import { findLevel } from '../find-world.ts';
import { locateProblems, openPack, openShelf, type Shelf } from '../library.ts';
import { print, printJson } from '../output.ts';
import type { Call } from '../run-command.ts';

/** Levels to be proved, and whether they are a whole set with an index. */
interface Task {
  readonly shelf: Shelf;
  readonly ids: readonly string[];
  readonly isWhole: boolean;
  readonly languages: readonly string[];
}

interface TimedProof extends Proof {
  readonly milliseconds: number;
}

export async function prove(call: Call): Promise<number> {
  const tasks = await listTasks(call);
  const progress = makeProgress(
    call,
    tasks.reduce((sum, { ids }) => sum + ids.length, 0),
  );
  const proofs: TimedProof[] = [];
  const problems: LevelProblem[] = [];
  for (const task of tasks) {
    if (task.isWhole) problems.push(...proveIndex(task.shelf.library));
    for (const id of task.ids) {
      await progress.next(id);
      const proof = proveOne(task, id);
      proofs.push(proof);
      problems.push(...proof.problems);
    }
  }
  progress.end();
  if (call.flags.json) printJson({ ok: problems.length === 0, levels: proofs.map(describeProof), problems });
  else print(writeReport(proofs, problems, call));
  return problems.length === 0 ? EXIT.yes : EXIT.no;
}

async function listTasks(call: Call): Promise<readonly Task[]> {
  const { operands, say } = call;
  if (operands.length === 0) return [wholeTask(await openShelf(call))];
  const tasks: Task[] = [];
  for (const word of operands) {
    if (existsSync(word) && statSync(word).isDirectory()) tasks.push(wholeTask(await openPack(word, say)));
    else {
      const { shelf, id } = await findLevelToProve(call, word);
      tasks.push({ shelf, ids: [id], isWhole: false, languages: languagesOf(shelf) });
    }
  }
  return tasks;
}

/** A level of the library need not read to be proved: what is wrong in it is what the proof tells. */
async function findLevelToProve(call: Call, word: string): Promise<{ readonly shelf: Shelf; readonly id: string }> {
  const shelf = await openShelf(call);
  const entry = shelf.library.find(word);
  return entry ? { shelf, id: entry.id } : findLevel(call, word);
}

function wholeTask(shelf: Shelf): Task {
  const ids = shelf.library.entries.map(({ id }) => id).filter((id) => shelf.library.sources.levels[id] !== undefined);
  return { shelf, ids, isWhole: true, languages: languagesOf(shelf) };
}

/** The game's own levels speak every language of the game; a pack may speak whatever it speaks. */
function languagesOf({ library, documents }: Shelf): readonly string[] {
  const own = Object.keys(library.sources.texts);
  return Object.keys(documents).length === 0 || own.length === 0 ? LANGUAGES : own;
}

function proveOne({ shelf, languages }: Task, id: string): TimedProof {
  const start = performance.now();
  const proof = proveLevel(shelf.library, id, languages);
  return { ...proof, problems: placeProblems(shelf, proof), milliseconds: Math.round(performance.now() - start) };
}

/** What does not read in a file is told with its line. */
function placeProblems({ library, documents }: Shelf, { level: id, problems }: Proof): readonly LevelProblem[] {
  const level = library.level(id);
  const document = documents[id];
  if (level.ok || !document) return problems;
  return locateProblems(document, id, level.error).map(({ remedy, ...problem }) => ({
    level: id,
    rule: 'schema',
    message: formatFileProblem(problem),
    ...(remedy && { remedy }),
  }));
}

function describeProof({ level, position, par, answers, states, milliseconds, problems }: TimedProof) {
  return { level, position, par, answers: answers ?? null, states, milliseconds, problems: problems.length };
}

function writeReport(proofs: readonly TimedProof[], problems: readonly LevelProblem[], { say }: Call): string {
  const head = ['', 'prove.level', 'prove.par', 'prove.answers', 'prove.states', 'prove.ms'] as const;
  const rows = proofs.map(({ level, position, par, answers, states, milliseconds, problems: own }) => [
    own.length === 0 ? '✓' : '✗',
    `${position} ${level}`,
    ...[par, answers ?? '-', states, milliseconds].map(String),
  ]);
  const heading = head.map((key) => (key === '' ? '' : say(key)));
  const table = alignTable([heading, ...rows]);
  const listed = problems.flatMap(({ level, rule, message, remedy }) => [
    `${level} [${rule}] ${message}`,
    ...(remedy ? [`  ${remedy}`] : []),
  ]);
  const milliseconds = proofs.reduce((sum, proof) => sum + proof.milliseconds, 0);
  const values = { levels: proofs.length, problems: problems.length, seconds: (milliseconds / 1000).toFixed(1) };
  const sum = say(problems.length === 0 ? 'prove.sound' : 'prove.problems', values);
  return [...table, ...(listed.length > 0 ? ['', ...listed] : []), '', sum].join('\n');
}

function alignTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => columns(row[column] ?? ''))));
  const pad = (text: string, column: number) => {
    const blanks = ' '.repeat((widths[column] ?? 0) - columns(text));
    return column < 2 ? text + blanks : blanks + text;
  };
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}

/** What is being proved, once it takes longer than a second, where somebody watches. */
function makeProgress({ say }: Call, count: number) {
  const start = performance.now();
  let index = 0;
  let isShown = false;
  const clear = () => {
    if (isShown) process.stderr.write('\r\u001B[K');
  };
  return {
    async next(id: string): Promise<void> {
      index++;
      if (!process.stderr.isTTY || performance.now() - start < 1000) return;
      clear();
      isShown = true;
      process.stderr.write(say('prove.working', { index, count, id }));
      // So that Ctrl-C is heard between two levels.
      await new Promise((resolve) => setImmediate(resolve));
    },
    end: clear,
  };
}
