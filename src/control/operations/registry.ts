import type { OperationDefinition } from '../operation.ts';
import { createRoute } from './create-route.ts';

/** Every operation, in the order in which menus and help list them. */
export const OPERATIONS: readonly OperationDefinition[] = [createRoute];

const byName = new Map(OPERATIONS.map((definition) => [definition.name, definition]));

export function findOperation(name: string): OperationDefinition | undefined {
  return byName.get(name);
}
