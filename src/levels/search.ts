// Search over the edits that a level's tools allow: the shortest right answers, and the proof that there is none shorter.
//
// It is breadth first over every move of the tools, and leaves out only what cannot matter:
// - a World that says the same as one met before (state-key.ts): that one was met by as few edits, and whatever can be done from the
//   one can be done from the other;
// - what follows a World that solves: it is longer than an answer that is known already;
// - a World with more answers and tiles open than edits are left, since each of them takes an edit of its own.

import type { World } from '../cloud/world.ts';
import type { Operation } from '../control/operation.ts';
import { listEdits } from './edits.ts';
import { failedAlone, failingGoals } from './goals.ts';
import { worldAfter } from './judge.ts';
import type { Level, Question } from './level.ts';
import { readAnswer, readOrder } from './reading.ts';
import { makeStateKey } from './state-key.ts';

export interface SearchResult {
  /** Right answers, shortest first; of the edits that lead to one World, one order. */
  readonly answers: readonly (readonly Operation[])[];
  /** Different Worlds that were looked at. */
  readonly states: number;
  /** False when the limit on states ended the search early. */
  readonly complete: boolean;
  /** Every answer of so many edits or fewer is known. */
  readonly completeTo: number;
  /** Goals that failed alone in one of those Worlds. */
  readonly lostAlone: ReadonlySet<string>;
}

export interface SearchOptions {
  /** The longest answer to look for. */
  readonly depth: number;
  /** States after which the search ends, while it looks for answers of that length. */
  readonly maxStates?: number | ((length: number) => number);
  /** Stop at the first right answer. */
  readonly first?: boolean;
}

interface Node {
  readonly world: World;
  readonly edits: readonly Operation[];
}

/** Breadth first, so that an answer found is among the shortest. */
export function searchAnswers(
  level: Level,
  { depth, maxStates = 500_000, first = false }: SearchOptions,
): SearchResult {
  const most = typeof maxStates === 'number' ? () => maxStates : maxStates;
  const answers: (readonly Operation[])[] = [];
  const lostAlone = new Set<string>();
  const keyOf = makeStateKey();
  const seen = new Set([keyOf(level.start)]);
  const result = (completeTo: number, complete = true) => ({
    ...{ answers, states: seen.size },
    ...{ complete, completeTo, lostAlone },
  });
  /** True where it is worth going on. */
  const look = ({ world, edits }: Node, left: number): boolean => {
    const open = openPuzzles(level, world);
    if (open > left) return false;
    const failing = failingGoals(level, world, 3);
    if (failing.length === 0) answers.push(edits);
    for (const id of failedAlone(failing)) lostAlone.add(id);
    return failing.length > 0 && left > 0;
  };
  const start = { world: level.start, edits: [] };
  let frontier: readonly Node[] = look(start, depth) ? [start] : [];
  for (let length = 1; length <= depth && frontier.length > 0; length++) {
    const next: Node[] = [];
    for (const node of frontier) {
      for (const { operation, world } of listEdits(node.world, level.tools)) {
        const key = keyOf(world);
        if (seen.has(key)) continue;
        seen.add(key);
        const child = { world, edits: [...node.edits, operation] };
        if (look(child, depth - length)) next.push(child);
        if (first && answers.length > 0) return result(length - 1);
      }
      if (seen.size > most(length)) return result(length - 1, false);
    }
    frontier = next;
  }
  return result(depth);
}

/**
 * How many answers and tiles are still to be given, at the least: each takes an edit of its own that changes no network.
 * Infinity when a tile lies wrong, since taking it back is never on a shortest way.
 */
function openPuzzles(level: Level, world: World): number {
  let open = 0;
  for (const goal of level.goals) {
    if (goal.expect === 'answer') {
      const question = level.questions.find(({ id }) => id === goal.question);
      if (question && world.notebook[goal.question]?.[0] !== rightAnswer(level, question)) open++;
    } else if (goal.expect === 'order') {
      const puzzle = level.puzzles.find(({ id }) => id === goal.puzzle);
      const expected = puzzle ? readOrder(level.start, puzzle) : [];
      const given = world.notebook[goal.puzzle] ?? [];
      if (given.some((tile, index) => tile !== expected[index])) return Number.POSITIVE_INFINITY;
      open += expected.length - given.length;
    }
  }
  return open;
}

function rightAnswer(level: Level, { reads }: Question): string | undefined {
  return readAnswer(worldAfter(level, level.start, reads.after), reads);
}
