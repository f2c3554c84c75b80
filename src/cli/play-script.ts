// A script played on a level, as a player would: with the level's tools, and sent at the end.

import { type Operation, type OperationError, type Output, toKebab } from '../control/operation.ts';
import { loadSearch } from '../control/query.ts';
import { type LineResult, runScript } from '../control/script.ts';
import { reduceSession, type Session, startSession } from '../game/session.ts';
import type { Level } from '../levels/level.ts';
import { whatIsBarred } from '../levels/tools.ts';
import { fail, ok, type Result } from '../result.ts';
import { describeError } from './commands/run.ts';
import { printError } from './output.ts';
import type { Script } from './read-script.ts';
import type { Call } from './run-command.ts';

export interface Played {
  readonly session: Session;
  readonly results: readonly LineResult[];
  readonly solved: boolean;
}

/** A script that the level's tools do not allow, or that EC2 refuses, solves nothing. */
export async function playScript(level: Level, statements: Script['statements'], call: Call): Promise<Played> {
  const search = await loadSearch(statements);
  let session = startSession(level);
  const operate = (operation: Operation): Result<Output, OperationError> => {
    session = reduceSession(session, { type: 'operate', operation });
    return resultOf(session, call);
  };
  const results = runScript(statements, { operate, search });
  session = reduceSession(session, { type: 'send' });
  const isClean = results.every(({ error }) => !error);
  return { session, results, solved: isClean && session.sent?.solved === true };
}

function resultOf({ notice, level }: Session, { say }: Call): Result<Output, OperationError> {
  switch (notice?.kind) {
    case 'refused':
      return fail(notice.error);
    case 'not-allowed':
      return fail(notAllowed(notice.operation, level, say));
    case 'done':
    case 'looked':
      return ok(notice.output);
    default:
      return ok(undefined);
  }
}

/** Each refusal with its place. */
export function printErrors(file: string, results: readonly LineResult[]): void {
  for (const result of results) if (result.error) printError(`${file}:${result.error.line}: ${describeError(result)}`);
}

/** The level has no such operation, and what it has; or it has, but not with this value. */
function notAllowed(operation: Operation, { tools }: Level, say: Call['say']): OperationError {
  const { name } = operation;
  const barred = whatIsBarred(tools, operation);
  if (!barred) {
    const words = [...new Set(tools.map((tool) => tool.name))].join(', ');
    return { code: 'NotAllowed', message: say('not-allowed', { name }), remedy: say('allowed', { words }) };
  }
  const key = barred.values.length > 0 ? 'other-value' : 'no-option';
  const message = say(key, { name, option: `--${toKebab(barred.parameter)}`, values: barred.values.join(', ') });
  return { code: 'NotAllowed', message };
}
