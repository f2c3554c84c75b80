import type { World } from '../../cloud/world.ts';
import { applyOperation, formatError } from '../../control/apply.ts';
import { printCommand } from '../../control/command.ts';
import { loadSearch } from '../../control/query.ts';
import { type LineResult, runScript } from '../../control/script.ts';
import { ok } from '../../result.ts';
import { EXIT } from '../exit.ts';
import { findWorld } from '../find-world.ts';
import { print, printError, printJson } from '../output.ts';
import { readScript } from '../read-script.ts';
import type { Call } from '../run-command.ts';
import { writeWorld } from '../write-world.ts';

export async function run(call: Call): Promise<number> {
  const { operands, flags } = call;
  const [worldName, scriptName] = operands as readonly [string, string];
  let world = await findWorld(call, worldName);
  const script = await readScript(call, scriptName);
  const host = {
    search: await loadSearch(script.statements),
    operate: (operation: Parameters<typeof applyOperation>[1]) => {
      const applied = applyOperation(world, operation);
      if (!applied.ok) return applied;
      world = applied.value.world;
      return ok(applied.value.output);
    },
  };
  const results = runScript(script.statements, host, { keepGoing: flags['keep-going'] === true });
  const code = exitCodeOf(results);
  // A script that broke off leaves nothing behind: half a change is worse than none.
  const isWhole = code === EXIT.yes || flags['keep-going'] === true;
  if (typeof flags.out === 'string' && isWhole) await writeWorld(call, flags.out, world);
  if (flags.json) printJson(describeRun(results, world));
  else printResults(script.file, results);
  return code;
}

export function exitCodeOf(results: readonly LineResult[]): number {
  const errors = results.flatMap(({ error }) => error ?? []);
  if (errors.some(({ kind }) => kind === 'unreadable')) return EXIT.usage;
  return errors.length > 0 ? EXIT.no : EXIT.yes;
}

function printResults(file: string, results: readonly LineResult[]): void {
  for (const result of results) {
    if (result.error) printError(`${file}:${result.error.line}: ${describeError(result)}`);
    else if (result.printed !== '') print(result.printed);
  }
}

/** An error of EC2's in the CLI's own sentence; what to do stands under it. */
export function describeError({ operation, error }: LineResult): string {
  if (!error) return '';
  const sentence = operation && error.kind === 'refused' ? formatError(operation.name, error) : error.message;
  return error.remedy ? `${sentence}\n  ${error.remedy}` : sentence;
}

function describeRun(results: readonly LineResult[], world: World) {
  return {
    ok: results.every(({ error }) => !error),
    results: results.filter(({ operation, error }) => operation || error).map(describeResult),
    world,
  };
}

export function describeResult({ line, operation, output, error }: LineResult) {
  return {
    line,
    command: operation ? printCommand(operation) : null,
    operation: operation ?? null,
    output: output ?? null,
    error: error ? { kind: error.kind, code: error.code, message: error.message, remedy: error.remedy ?? null } : null,
  };
}
