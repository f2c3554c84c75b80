// Edits chosen blindly, for what must hold after any of them in any order.

import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import type { World } from '../../src/cloud/world.ts';
import { applyOperation } from '../../src/control/apply.ts';
import { listMoves, type Tool } from '../../src/control/form.ts';
import type { Operation } from '../../src/control/operation.ts';
import { OPERATIONS } from '../../src/control/operations/registry.ts';
import { buildWorld, worldFile } from '../worlds/build.ts';
import { makeWorld } from './lab-world.ts';

/** Every tool; those whose values come from a level get some. */
export const TOOLS = OPERATIONS.map(({ name }): Tool => {
  if (name === 'Answer') return { name, values: { Question: ['outer'], Value: ['host a', "it's host-b"] } };
  if (name === 'PlaceTile') return { name, values: { Puzzle: ['order'], Tile: ['wrap', 'strip', 'swap'] } };
  if (name === 'TakeTile') return { name, values: { Puzzle: ['order'] } };
  return { name };
});

const EDITS = TOOLS.filter(({ name }) => OPERATIONS.some((each) => each.name === name && each.effect !== 'look'));

const files = readdirSync(new URL('../worlds/', import.meta.url)).filter((name) => name.endsWith('.yaml'));

const names = files.map((name) => name.replace('.yaml', ''));

/** `vpc-blue` has the default VPC's block here and is none, as nobody states a whole default VPC. */
export const STARTS: Readonly<Record<string, World>> = {
  lab: makeWorld({ vpcs: { 'vpc-blue': { cidrs: ['172.31.0.0/16'] } } }),
  ...Object.fromEntries(names.map((name) => [name, buildWorld(worldFile(name))])),
};

interface Walk {
  readonly start: string;
  readonly steps: readonly (readonly [tool: number, which: number])[];
}

/** Half of all walks begin in the lab, the others where there is already what the lab would first have to be given. */
export const walks: fc.Arbitrary<Walk> = fc.record({
  start: fc.oneof(fc.constant('lab'), fc.constantFrom(...names)),
  steps: fc.array(fc.tuple(fc.nat(EDITS.length - 1), fc.nat(1000)), { minLength: 1, maxLength: 20, size: 'max' }),
});

type Visit = (before: World, move: Operation, next: World) => void;

/** The World after the walk. A move that is refused leaves it as it was, and is visited too. */
export function follow({ start, steps }: Walk, visit: Visit = () => {}): World {
  return steps.reduce((world, [tool, which]) => {
    const moves = movesFrom(world, tool);
    const move = moves[which % moves.length]!;
    const applied = applyOperation(world, move);
    const next = applied.ok ? applied.value.world : world;
    visit(world, move, next);
    return next;
  }, STARTS[start]!);
}

/** The moves of the first tool, from one on, for which the World offers any. */
function movesFrom(world: World, first: number): readonly Operation[] {
  for (const tool of [...EDITS.slice(first), ...EDITS]) {
    const moves = listMoves(world, [tool]);
    if (moves.length > 0) return moves;
  }
  return [];
}
