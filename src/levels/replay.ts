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
