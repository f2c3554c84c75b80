// Which page of the result is open, and how far it is scrolled.

import type { KeyName } from '../keys.ts';

export const PAGES = ['result', 'answers', 'bill'] as const;
export type Page = (typeof PAGES)[number];

export interface ResultState {
  readonly page: Page;
  readonly scroll: number;
}

export const FIRST_PAGE: ResultState = { page: 'result', scroll: 0 };

const TURNS: Readonly<Record<string, number>> = { left: -1, h: -1, 'shift-tab': -1, right: 1, l: 1, tab: 1 };
const SCROLLS: Readonly<Record<string, number>> = { up: -1, k: -1, down: 1, j: 1, 'page-up': -10, 'page-down': 10 };
const SHORTCUTS: Readonly<Record<string, Page>> = { a: 'answers', b: 'bill' };

/** Undefined where the key is not about pages. `most` is how far the page can be scrolled. */
export function pageStep({ page, scroll }: ResultState, key: KeyName, most: number): ResultState | undefined {
  const shortcut = SHORTCUTS[key];
  if (shortcut) return { page: shortcut, scroll: 0 };
  const turn = TURNS[key];
  if (turn !== undefined) {
    const at = (PAGES.indexOf(page) + turn + PAGES.length) % PAGES.length;
    return { page: PAGES[at] as Page, scroll: 0 };
  }
  if (page === 'result') return undefined;
  if (key === 'q' || key === 'escape' || key === 'backspace') return FIRST_PAGE;
  const by = SCROLLS[key];
  return by === undefined ? undefined : { page, scroll: Math.max(0, Math.min(most, scroll + by)) };
}
