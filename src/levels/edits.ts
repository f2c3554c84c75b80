import type { World } from '../cloud/world.ts';
import { applyOperation } from '../control/apply.ts';
import { listMoves, type Tool } from '../control/form.ts';
import type { Operation } from '../control/operation.ts';

export interface Edited {
  readonly operation: Operation;
  readonly world: World;
}

/** Every move of the tools that EC2 accepts and that changes something, with what the World is then. */
export function* listEdits(world: World, tools: readonly Tool[]): Generator<Edited> {
  for (const operation of listMoves(world, tools)) {
    const applied = applyOperation(world, operation);
    if (applied.ok && applied.value.world !== world) yield { operation, world: applied.value.world };
  }
}
