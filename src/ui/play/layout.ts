// How the play screen divides itself: two columns, and a lower pane over both when one is open. 80 x 24 is the floor.

import type { Size } from '../game-context.ts';

export const MINIMUM: Size = { columns: 80, rows: 24 };

export interface Layout {
  readonly left: number;
  readonly right: number;
  /** Rows of the map; and under it, of the pane that shows one thing. */
  readonly map: number;
  readonly thing: number;
  /** Rows of the goals; and under them, of the menu. */
  readonly goals: number;
  readonly menu: number;
  /** Rows of the lower pane; 0 while none is open. */
  readonly pane: number;
}

/** Header, the command and what the last event said, keys. */
const OWN_ROWS = 5;
const OWN_ROWS_WITH_PANE = 2;

export function layOut({ columns, rows }: Size, paneRows: number, goalRows: number): Layout {
  const right = columns >= 130 ? 48 : columns >= 100 ? 38 : 32;
  const left = columns - right;
  if (paneRows > 0) {
    const body = rows - OWN_ROWS_WITH_PANE;
    const pane = Math.min(paneRows + 2, body - 6);
    return { left, right, map: body - pane, thing: 0, goals: body - pane, menu: 0, pane };
  }
  const body = rows - OWN_ROWS;
  const thing = Math.max(6, Math.min(10, Math.floor(body * 0.36)));
  const goals = Math.max(4, Math.min(goalRows + 2, body - 7));
  return { left, right, map: body - thing, thing, goals, menu: body - goals, pane: 0 };
}
