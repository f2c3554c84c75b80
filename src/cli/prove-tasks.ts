// What `blackfoot prove` is asked to prove, and the proof of one level with the places of its problems.

import { existsSync, statSync } from 'node:fs';
import { isPackName } from '../levels/built-in-packs.ts';
import { formatFileProblem } from '../levels/file-problem.ts';
import { type LevelProblem, type Proof, proveLevel } from '../levels/prove.ts';
import { LANGUAGES } from '../text/language.ts';
import { findLevel } from './find-world.ts';
import { locateProblems, openPack, openShelf, type Shelf } from './library.ts';
import type { Call } from './run-command.ts';

/** Levels to be proved, and whether they are a whole set with an index. */
export interface Task {
  readonly shelf: Shelf;
  readonly ids: readonly string[];
  readonly isWhole: boolean;
  readonly languages: readonly string[];
}

/** One level of one task: what is sent to a worker, which has made the same list of tasks. */
export interface Wanted {
  readonly task: number;
  readonly id: string;
}

export interface TimedProof extends Proof {
  readonly milliseconds: number;
}

export async function listTasks(call: Call): Promise<readonly Task[]> {
  const { operands, say } = call;
  if (operands.length === 0) return [wholeTask(await openShelf(call))];
  const tasks: Task[] = [];
  for (const word of operands) {
    if (isPackName(word) || (existsSync(word) && statSync(word).isDirectory()))
      tasks.push(wholeTask(await openPack(word, say)));
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
  const { entries, sources } = shelf.library;
  // What a pack borrows from the game is proved with the game.
  const ids = entries.flatMap(({ id, builtIn }) => (builtIn || sources.levels[id] === undefined ? [] : [id]));
  return { shelf, ids, isWhole: true, languages: languagesOf(shelf) };
}

/** The game's own levels speak every language of the game; a pack may speak whatever it speaks. */
function languagesOf({ library, documents }: Shelf): readonly string[] {
  const own = Object.keys(library.sources.texts);
  return Object.keys(documents).length === 0 || own.length === 0 ? LANGUAGES : own;
}

export function proveOne(tasks: readonly Task[], { task, id }: Wanted): TimedProof {
  const { shelf, languages } = tasks[task] as Task;
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
