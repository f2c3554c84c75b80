// Search over the edits that a level's tools allow: the shortest right answers, and the proof that there is none shorter.
// Two Worlds that say the same are one state, in whatever order their edits came.

import type { World } from '../cloud/world.ts';
import { applyOperation } from '../control/apply.ts';
import { listMoves } from '../control/form.ts';
import type { Operation } from '../control/operation.ts';
import { judge, worldAfter } from './judge.ts';
import type { Level, Question } from './level.ts';
import { readAnswer, readOrder } from './reading.ts';

export interface SearchResult {
  /** Right answers, shortest first; of the edits that lead to one World, one order. */
  readonly answers: readonly (readonly Operation[])[];
  /** Different Worlds that were looked at. */
  readonly states: number;
  /** False when the limit on states ended the search early. */
  readonly complete: boolean;
}

export interface SearchOptions {
  /** The longest answer to look for. */
  readonly depth: number;
  readonly maxStates?: number;
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
  const answers: (readonly Operation[])[] = [];
  const seen = new Set([stateKey(level.start)]);
  if (isSolved(level, level.start)) return { answers: [[]], states: 1, complete: true };
  let frontier: readonly Node[] = [{ world: level.start, edits: [] }];
  for (let length = 1; length <= depth; length++) {
    const next: Node[] = [];
    for (const node of frontier) {
      for (const child of expand(level, node, seen)) {
        const left = depth - length;
        if (openPuzzles(level, child.world) > left) continue;
        if (isSolved(level, child.world)) answers.push(child.edits);
        else if (left > 0) next.push(child);
        if (first && answers.length > 0) return { answers, states: seen.size, complete: true };
        if (seen.size > maxStates) return { answers, states: seen.size, complete: false };
      }
    }
    frontier = next;
  }
  return { answers, states: seen.size, complete: true };
}

function expand(level: Level, { world, edits }: Node, seen: Set<string>): readonly Node[] {
  return listMoves(world, level.tools).flatMap((operation) => {
    const applied = applyOperation(world, operation);
    if (!applied.ok || applied.value.world === world) return [];
    const key = stateKey(applied.value.world);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ world: applied.value.world, edits: [...edits, operation] }];
  });
}

function isSolved(level: Level, world: World): boolean {
  return openPuzzles(level, world) === 0 && judge(level, world, { recording: false }).solved;
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

/** Equal for Worlds that say the same: key order, the order of routes, associations' ids and the counters for new ids do not count. */
export function stateKey(world: World): string {
  return JSON.stringify(world, (key, value: unknown) => {
    if (key === 'issued' || key === 'publicPool') return undefined;
    // A replaced association has another id and says the same.
    if (key === 'routeAssociations')
      return Object.values(value as object)
        .map((association) => JSON.stringify(sortKeys(association)))
        .sort();
    if (key === 'routes')
      return [...(value as { destination: string }[])].sort((a, b) => (a.destination < b.destination ? -1 : 1));
    if (value && typeof value === 'object' && !Array.isArray(value)) return sortKeys(value as Record<string, unknown>);
    return value;
  });
}

function sortKeys(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
