// What an edit counts. A call may name several things at once; it counts as many moves as it names, so that a typed line saves nothing over
// the menu, whose calls name one, and par is the same theorem for both.

import type { Operation } from '../control/operation.ts';
import { findOperation } from '../control/operations/registry.ts';

export function movesOf({ name, input }: Operation): number {
  const parameters = findOperation(name)?.parameters ?? {};
  return Object.entries(input).reduce(
    (sum, [key, value]) => sum + (parameters[key]?.list && Array.isArray(value) ? Math.max(0, value.length - 1) : 0),
    1,
  );
}

/** What a whole answer counts. */
export function countMoves(edits: readonly Operation[]): number {
  return edits.reduce((sum, edit) => sum + movesOf(edit), 0);
}
