// Carries out what was typed or pasted, one statement after another, until one is refused, not understood, or leads to another screen.
// What is left is given back: nothing that somebody wrote is lost.

import { findOperation } from '../../control/operations/registry.ts';
import { type LineResult, runScript, type ScriptHost } from '../../control/script.ts';
import type { Statement } from '../../control/shell-words.ts';
import type { Session, SessionEvent } from '../../game/session.ts';
import { fail, ok } from '../../result.ts';
import { type Mistake, meaningOf, type Typed } from './typed.ts';

export interface TypedHost extends ScriptHost {
  /** What earlier lines have set. */
  readonly variables: Map<string, string>;
  /** Takes an edit back, or does it again. */
  dispatch(event: SessionEvent): void;
}

/** A session as typed lines see it, by what each event makes of it. */
export function hostOf(reduce: (event: SessionEvent) => Session): Pick<TypedHost, 'operate' | 'dispatch' | 'search'> {
  return {
    operate: (operation) => outcomeOf(reduce({ type: 'operate', operation })),
    dispatch: reduce,
    search: (output) => output,
  };
}

/** A session's answer to an operation. What a level does not allow is told by the session too. */
function outcomeOf({ notice }: Session): ReturnType<TypedHost['operate']> {
  if (notice?.kind === 'refused') return fail(notice.error);
  if (notice?.kind === 'done' || notice?.kind === 'looked') return ok(notice.output);
  return fail({ code: 'NotAllowed', message: '' });
}

export interface TypedReport {
  /** How many of the statements were carried out, of how many. */
  readonly done: number;
  readonly of: number;
  /** The statement that stopped it and those behind it, as one line. */
  readonly rest: string;
  /** What there is to be shown: outputs as data, texts as they are. */
  readonly printed: readonly unknown[];
  /** What stopped it, when that was a mistake; a refusal is the session's to tell. */
  readonly mistake?: Mistake | undefined;
  readonly isRefused?: boolean;
  /** What the screen does next: it sends, shows help, or takes a key. */
  readonly next?: Extract<Typed, { kind: 'send' | 'key' | 'help' }> | undefined;
}

export function runTyped(statements: readonly Statement[], host: TypedHost): TypedReport {
  const printed: unknown[] = [];
  const of = statements.length;
  for (const [done, statement] of statements.entries()) {
    const rest = () => joinStatements(statements.slice(done));
    const typed = meaningOf(statement);
    if (typed.kind === 'event') host.dispatch(typed.event);
    else if (typed.kind === 'mistake') return { done, of, rest: rest(), printed, mistake: typed.mistake };
    else if (typed.kind === 'line') {
      const results = runScript([typed.statement], host, host);
      printed.push(...results.flatMap((result) => showResult(result, statement)));
      const error = results.find((result) => result.error)?.error;
      if (error?.kind === 'refused') return { done, of, rest: rest(), printed, isRefused: true };
      if (error) return { done, of, rest: rest(), printed, mistake: error };
    } else return { done: done + 1, of, rest: joinStatements(statements.slice(done + 1)), printed, next: typed };
  }
  return { done: of, of, rest: '', printed };
}

/** Several lines become one that does the same. */
function joinStatements(statements: readonly Statement[]): string {
  return statements.map(({ text }) => text.replace(/\s*\n\s*/g, ' ')).join('; ');
}

/** An edit speaks for itself on the map, unless its output was asked for. */
function showResult({ operation, output, printed }: LineResult, { text }: Statement): readonly unknown[] {
  const isAsked = !operation || findOperation(operation.name)?.effect === 'look' || /--(?:query|output)\b/.test(text);
  if (printed === '' || !isAsked) return [];
  return [/^[[{]/.test(printed) ? output : printed];
}
