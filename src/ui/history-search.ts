// Ctrl-R: looking for a line typed before by any piece of it, newest first. A pure step, like the rest of the command line's editing.

import type { KeyName } from './keys.ts';

export interface HistorySearch {
  readonly pattern: string;
  /** The line found, as a place in the history; undefined while there is none. */
  readonly at?: number | undefined;
}

/** What a key means to a search: it goes on, or it ends by taking the line, or by leaving all as it was. */
export type SearchStep =
  | { readonly kind: 'search'; readonly search: HistorySearch }
  /** `key` is still to be done, on the line found. */
  | { readonly kind: 'take'; readonly line: string | undefined }
  | { readonly kind: 'leave' };

export function searchStep(search: HistorySearch, key: KeyName, history: readonly string[]): SearchStep {
  const { pattern, at } = search;
  if (key === 'escape' || key === 'ctrl-g') return { kind: 'leave' };
  if (key === 'ctrl-r') return go(pattern, older(pattern, (at ?? history.length) - 1, history) ?? at);
  if (key === 'ctrl-s') return go(pattern, newer(pattern, (at ?? history.length) + 1, history) ?? at);
  if (key === 'backspace') return look(pattern.slice(0, -1), history.length - 1, history);
  const letter = key === 'space' ? ' ' : key;
  if ([...letter].length === 1) return look(pattern + letter, at ?? history.length - 1, history);
  return { kind: 'take', line: foundLine(search, history) };
}

export function foundLine({ at }: HistorySearch, history: readonly string[]): string | undefined {
  return at === undefined ? undefined : history[at];
}

function go(pattern: string, at: number | undefined): SearchStep {
  return { kind: 'search', search: { pattern, at } };
}

function look(pattern: string, from: number, history: readonly string[]): SearchStep {
  return go(pattern, pattern === '' ? undefined : older(pattern, from, history));
}

/** Case counts only when it was typed. */
function fits(pattern: string, line: string): boolean {
  return (pattern === pattern.toLowerCase() ? line.toLowerCase() : line).includes(pattern);
}

function older(pattern: string, from: number, history: readonly string[]): number | undefined {
  for (let at = from; at >= 0; at--) if (fits(pattern, history[at] as string)) return at;
  return undefined;
}

function newer(pattern: string, from: number, history: readonly string[]): number | undefined {
  for (let at = from; at < history.length; at++) if (fits(pattern, history[at] as string)) return at;
  return undefined;
}
