import type { World } from '../cloud/world.ts';
import { applyOperation } from '../control/apply.ts';
import { printCommand } from '../control/command.ts';
import type { Operation } from '../control/operation.ts';

export interface Replay {
  /** As far as it came. */
  readonly world: World;
  /** The first refusal, which ends it. */
  readonly refusal?: { readonly at: string; readonly code: string; readonly message: string };
}

/** Carries out a filed answer's operations in order. */
export function replay(start: World, operations: readonly Operation[]): Replay {
  let world = start;
  for (const operation of operations) {
    const applied = applyOperation(world, operation);
    if (!applied.ok) return { world, refusal: { at: printCommand(operation), ...applied.error } };
    world = applied.value.world;
  }
  return { world };
}

/** Carries out operations in order; one that EC2 refuses changes nothing, and the next goes on from there. */
export function carryOut(start: World, operations: readonly Operation[]): World {
  return operations.reduce((world, operation) => {
    const applied = applyOperation(world, operation);
    return applied.ok ? applied.value.world : world;
  }, start);
}
