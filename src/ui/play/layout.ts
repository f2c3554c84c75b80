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
  /** Rows of the tables in force at the packet's tap, under the goals; 0 where there is no room. */
  readonly atTap: number;
  /** Rows of the command and what was said; none beside a lower pane. */
  readonly said: number;
}

/** How many rows each part would like, its frame left out. */
export interface Wishes {
  /** Rows for the command and what the last event said. */
  readonly said: number;
  /** 0 while no lower pane is open. */
  readonly pane: number;
  /** Whether the tables at a packet's tap are to be seen beside it. */
  readonly atTap: boolean;
  readonly thing: number;
  /** As the goals are now; and when all have failed, so that a failure does not push the menu about. */
  readonly goals: number;
  readonly goalsAtMost: number;
  readonly menu: number;
}

const FRAME = 2;
/** Header and keys. */
const OWN_ROWS = 2;
const LEAST = { map: 6, thing: 6, goals: 4, menu: 7, atTap: 6 } as const;
/** The map gets at least this many rows before a thing is shown beside an open pane. */
const MAP_BESIDE_PANE = 12;

export function columnsOf({ columns }: Size): Pick<Layout, 'left' | 'right'> {
  const right = columns >= 130 ? 48 : columns >= 100 ? 38 : 32;
  return { left: columns - right, right };
}

export function layOut(size: Size, wishes: Wishes): Layout {
  const columns = columnsOf(size);
  if (wishes.pane > 0) return { ...columns, ...besidePane(size.rows - OWN_ROWS, wishes) };
  const body = size.rows - OWN_ROWS - wishes.said;
  const thing = Math.max(LEAST.thing, Math.min(wishes.thing + FRAME, Math.floor(body * 0.43)));
  const goals = rowsOfGoals(body, wishes);
  return { ...columns, map: body - thing, thing, goals, menu: body - goals, pane: 0, atTap: 0, said: wishes.said };
}

function rowsOfGoals(body: number, wishes: Wishes): number {
  const menu = Math.min(wishes.menu + FRAME, body - LEAST.goals);
  const calm = Math.max(wishes.goals, Math.min(wishes.goalsAtMost, body - menu - FRAME)) + FRAME;
  return Math.max(LEAST.goals, Math.min(calm, body - LEAST.menu));
}

function besidePane(body: number, wishes: Wishes): Omit<Layout, 'left' | 'right'> {
  const pane = Math.min(wishes.pane + FRAME, body - LEAST.map);
  const above = body - pane;
  const thing = Math.min(wishes.thing + FRAME, above - MAP_BESIDE_PANE);
  const shown = thing >= LEAST.thing ? thing : 0;
  const below = above - Math.max(LEAST.goals, wishes.goals + FRAME);
  const atTap = wishes.atTap && below >= LEAST.atTap ? below : 0;
  return { map: above - shown, thing: shown, goals: above - atTap, menu: 0, atTap, pane, said: 0 };
}
