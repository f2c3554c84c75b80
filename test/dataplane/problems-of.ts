import { formatProblem } from '../../src/cloud/check-world.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { mergeParts, type Part, worldFile } from '../worlds/build.ts';

/** What is wrong with a world of the test folder once it is changed: place, problem and remedy, but not which ids there are instead. */
export function problemsOf(world: string, ...changes: readonly Part[]): string[] {
  const result = readWorld(mergeParts(worldFile(world), ...changes));
  return result.ok ? [] : result.error.map((problem) => formatProblem(problem).replace(/ — define .*/, ''));
}
