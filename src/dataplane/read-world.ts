import { parseWorld } from '../cloud/parse-world.ts';
import type { Problem } from '../cloud/problem.ts';
import type { World } from '../cloud/world.ts';
import { invariant } from '../invariant.ts';
import type { Result } from '../result.ts';
import { GATEWAY_REFERENCES, GATEWAY_SCHEMAS } from './gateways/registry.ts';

/** Reads a World from JSON, every kind of gateway included; all problems at once. */
export function readWorld(input: unknown): Result<World, readonly Problem[]> {
  return parseWorld(input, GATEWAY_SCHEMAS, GATEWAY_REFERENCES);
}

/** A region with nothing in it. */
export function emptyWorld(): World {
  const world = readWorld({});
  invariant(world.ok, 'a region with nothing in it does not read');
  return world.value;
}
