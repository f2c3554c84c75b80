// What the codex screen remembers: what is looked for, which card is chosen, whether it is being read and how far. No drawing.

import type { KeyName } from '../keys.ts';

export interface CodexState {
  readonly query: string;
  /** Of the cards that are found. */
  readonly index: number;
  /** The card has the whole screen. */
  readonly isReading: boolean;
  /** First row shown of a card that is read. */
  readonly scroll: number;
}

/** What the keys move among: the cards that are found, and rows of the card below the last one shown. */
export interface CodexRoom {
  readonly count: number;
  readonly hidden: number;
}

const MOVED_BY: Readonly<Record<string, number>> = { up: -1, down: 1, 'page-up': -10, 'page-down': 10 };
const TURNED_BY: Readonly<Record<string, number>> = { left: -1, h: -1, right: 1, l: 1, tab: 1, 'shift-tab': -1 };
const SCROLLED_BY: Readonly<Record<string, number>> = { ...MOVED_BY, k: -1, j: 1, space: 10 };

/** Undefined: the key leads out of the codex. */
export function codexStep(state: CodexState, key: KeyName, room: CodexRoom): CodexState | undefined {
  return state.isReading ? readStep(state, key, room) : listStep(state, key, room);
}

function listStep(state: CodexState, key: KeyName, { count }: CodexRoom): CodexState | undefined {
  const by = MOVED_BY[key];
  if (by !== undefined) return { ...state, index: within(state.index + by, count - 1) };
  if (key === 'escape') return state.query === '' ? undefined : lookFor(state, '');
  if (key === 'enter' || key === 'right') return count > 0 ? { ...state, isReading: true, scroll: 0 } : state;
  if (key === 'backspace') return lookFor(state, [...state.query].slice(0, -1).join(''));
  if (key === 'space') return state.query === '' ? state : lookFor(state, `${state.query} `);
  return [...key].length === 1 ? lookFor(state, state.query + key) : state;
}

/** Letters that are pasted, or typed at once. */
export function lookFor(state: CodexState, query: string): CodexState {
  return { ...state, query, index: 0 };
}

function readStep(state: CodexState, key: KeyName, { count, hidden }: CodexRoom): CodexState | undefined {
  if (key === 'q' || key === 'c') return undefined;
  if (key === 'escape' || key === 'enter' || key === 'backspace') return { ...state, isReading: false, scroll: 0 };
  const by = SCROLLED_BY[key];
  if (by !== undefined) return { ...state, scroll: within(state.scroll + by, state.scroll + hidden) };
  const turn = TURNED_BY[key];
  return turn === undefined ? state : { ...state, index: (state.index + turn + count) % count, scroll: 0 };
}

function within(wanted: number, last: number): number {
  return Math.max(0, Math.min(last, wanted));
}
