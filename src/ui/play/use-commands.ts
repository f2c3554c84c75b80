// What the command line does: typed and pasted lines, one after another, their variables, and what is left of them.

import { useRef, useState } from 'react';
import { loadSearch } from '../../control/query.ts';
import type { ScriptHost } from '../../control/script.ts';
import type { Statement } from '../../control/shell-words.ts';
import type { Session, SessionEvent } from '../../game/session.ts';
import { useGame } from '../game-context.ts';
import type { KeyName } from '../keys.ts';
import { TOP_OF_MENU } from './menu-items.ts';
import type { PlayState } from './play-state.ts';
import { printHelp } from './print-help.ts';
import { hostOf, runTyped, type TypedReport } from './run-typed.ts';
import { type Mistake, readTyped } from './typed.ts';

/** What the last line was answered with, beside what the session has to say. */
export interface Said {
  /** Counts the answers, so that each finds the line as it is to be. */
  readonly turn: number;
  readonly mistake?: Mistake | undefined;
  /** The session has told why. */
  readonly isRefused?: boolean;
  /** How far a block came before it stopped. */
  readonly progress?: { readonly done: number; readonly of: number } | undefined;
}

export interface Commands {
  readonly said: Said;
  /** What has been set by name. */
  readonly variables: ReadonlyMap<string, string>;
  run(text: string): void;
  forget(): void;
}

interface CommandOptions {
  readonly session: Session;
  dispatch(event: SessionEvent): Session;
  remember(line: string): void;
  update(change: Partial<PlayState>): void;
  send(): void;
  /** A line has sent a packet of its own. */
  showSent(next: Session): void;
  act(key: KeyName): void;
}

export function useCommands({ session, dispatch, remember, update, send, showSent, act }: CommandOptions): Commands {
  const { catalog } = useGame();
  const [said, setSaid] = useState<Said>({ turn: 0 });
  const answer = (next: Omit<Said, 'turn'>) => setSaid(({ turn }) => ({ ...next, turn: turn + 1 }));
  const variables = useRef(new Map<string, string>()).current;
  const latest = useRef(session);
  latest.current = session;

  const show = (report: TypedReport) => {
    const { done, of, mistake, isRefused = false, next } = report;
    const help = next?.kind === 'help' ? [printHelp(next.words, session.level.tools, catalog)] : [];
    const isStopped = mistake !== undefined || isRefused;
    answer({ mistake, isRefused, progress: isStopped && of > 1 ? { done, of } : undefined });
    update(stateAfter(report, [...report.printed, ...help], isStopped));
    if (latest.current.sends > session.sends) return showSent(latest.current);
    if (next?.kind === 'send') send();
    if (next?.kind === 'key') act(next.key);
  };
  const carryOut = (statements: readonly Statement[], search: ScriptHost['search']) =>
    show(runTyped(statements, { ...hostOf(reduce), search, variables }));
  const reduce = (event: SessionEvent) => {
    latest.current = dispatch(event);
    return latest.current;
  };
  const run = (text: string) => {
    const statements = readTyped(text);
    const isBlock = statements.ok && text.trim().includes('\n');
    for (const line of isBlock ? statements.value.map((each) => each.text) : [text.trim()]) remember(line);
    if (!statements.ok) {
      answer({ mistake: statements.error });
      return update({ asking: 'command', draft: text.trim() });
    }
    const search = loadSearch(statements.value);
    if (!(search instanceof Promise)) return carryOut(statements.value, search);
    void search.then((found) => carryOut(statements.value, found));
  };
  return { said, variables, run, forget: () => answer({}) };
}

/** What stops a block keeps the command line open, with the rest in it. */
function stateAfter({ rest }: TypedReport, printed: readonly unknown[], isStopped: boolean): Partial<PlayState> {
  return {
    asking: isStopped ? 'command' : 'menu',
    draft: rest,
    menu: TOP_OF_MENU,
    highlighted: undefined,
    moving: false,
    printed,
    pane: !isStopped && printed.length > 0 ? 'output' : 'none',
    scroll: 0,
  };
}
