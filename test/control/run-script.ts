// Scripts for tests, carried out on the article's world.

import { search } from '@jmespath-community/jmespath';
import type { World } from '../../src/cloud/world.ts';
import { applyOperation } from '../../src/control/apply.ts';
import { type LineResult, parseScript, runScript, type ScriptOptions } from '../../src/control/script.ts';
import { ok } from '../../src/result.ts';
import { buildWorld, worldFile } from '../worlds/build.ts';

interface Ran {
  readonly world: World;
  readonly results: readonly LineResult[];
  readonly printed: readonly string[];
}

/** Carries out a script on the article's world. */
export function run(script: string, options: ScriptOptions = {}): Ran {
  const statements = parseScript(script);
  if (!statements.ok) throw new Error(JSON.stringify(statements.error));
  let world = buildWorld(worldFile('article'));
  const results = runScript(
    statements.value,
    {
      search: (output, expression) => search(output as never, expression, { enable_legacy_literals: true }),
      operate: (operation) => {
        const applied = applyOperation(world, operation);
        if (!applied.ok) return applied;
        world = applied.value.world;
        return ok(applied.value.output);
      },
    },
    options,
  );
  return { world, results, printed: results.map(({ printed }) => printed).filter((text) => text !== '') };
}

export const errorOf = (script: string) => run(script).results.at(-1)?.error;

export function problemOf(script: string) {
  const statements = parseScript(script);
  return statements.ok ? undefined : statements.error;
}
