// The fixture level of the level tests as a game would have it: read once, so that its start is one object.

import type { Level } from '../../src/levels/level.ts';
import { parseLevel } from '../../src/levels/parse.ts';
import type { Result } from '../../src/result.ts';
import { levelFile } from '../levels/fixture.ts';

export { NAME_NEIGHBOUR, ROUTE_OUT } from '../levels/fixture.ts';

let level: Level | undefined;

export function readFixture(): Level {
  level ??= isOk(parseLevel(levelFile()));
  return level;
}

export function isOk<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.error));
}
