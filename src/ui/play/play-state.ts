// What the play screen itself remembers: which pane is open, which goal and tap are looked at, how far the menu is. No rules of the game.

import { isSolved, type Session } from '../../game/session.ts';
import { countAnswers, type MenuState, TOP_OF_MENU } from './menu-items.ts';
import { failingTap, goalTaps } from './taps-of.ts';

export type Pane = 'none' | 'packet' | 'report' | 'hints' | 'help' | 'output' | 'solved';
export type Asking = 'menu' | 'command' | 'predict';

export interface PlayState {
  readonly pane: Pane;
  readonly asking: Asking;
  readonly menu: MenuState;
  /** Where at the top of the menu the cursor begins. */
  readonly menuAt: number;
  /** What the menu's cursor stands on. */
  readonly highlighted?: string | undefined;
  readonly goal: number;
  readonly tap: number;
  /** In the scrubber: the tables in force at the tap, in the place of the packet. */
  readonly tables: boolean;
  /** While true the packet walks by itself. */
  readonly moving: boolean;
  /** First row shown of a long pane. */
  readonly scroll: number;
  /** The thing looked at on the map. */
  readonly thing: number;
  /** The tick beside a prediction. */
  readonly isSure: boolean;
  /** What the command line opens with: what is left of a block that was stopped. */
  readonly draft: string;
  /** What typed commands have printed: outputs as data, texts as they are. */
  readonly printed: readonly unknown[];
}

export const START: PlayState = {
  pane: 'none',
  asking: 'menu',
  menu: TOP_OF_MENU,
  menuAt: 0,
  goal: 0,
  tap: 0,
  tables: false,
  moving: false,
  scroll: 0,
  thing: 0,
  isSure: false,
  draft: '',
  printed: [],
};

/**
 * After a send: the first goal that failed, its packet walking to where it died; or, when all is well, the first goal's and then the win.
 * A packet that was asked for alone goes before all others.
 */
export function afterSend(state: PlayState, session: Session, motion: boolean, asked?: number): PlayState {
  const results = session.sent?.goals ?? [];
  const firstLost = results.findIndex(({ met }) => !met);
  const goal = asked ?? Math.max(0, firstLost);
  const next: PlayState = { ...state, asking: 'menu', menu: TOP_OF_MENU, goal, tap: 0, scroll: 0, moving: false };
  if (motion && lastTap(session, goal) > 0) return { ...next, pane: 'packet', moving: true };
  return atEnd(next, session);
}

/** Where a packet's walk leads: to the win, or to the report with all that is wrong. */
export function atEnd(state: PlayState, session: Session): PlayState {
  return { ...state, tap: lastTap(session, state.goal), moving: false, pane: isSolved(session) ? 'solved' : 'report' };
}

/** The tap where the packet of a goal ended. */
export function lastTap(session: Session, goal: number): number {
  const taps = goalTaps(session, goal);
  return taps ? Math.max(0, taps.request.length + taps.reply.length - 1) : 0;
}

/** Where a look at a packet begins: where its goal fails, or where it was sent. */
export function firstLook({ sent }: Session, goal: number): number {
  const result = sent?.goals[goal];
  return (result && failingTap(result)) ?? 0;
}

/** One step of a packet that walks by itself. Where it died it stays in sight; a win speaks for itself. */
export function walkOn(state: PlayState, session: Session): PlayState {
  if (!state.moving) return state;
  const last = lastTap(session, state.goal);
  if (state.tap < last) return { ...state, tap: state.tap + 1 };
  return isSolved(session) ? atEnd(state, session) : { ...state, moving: false };
}

export function moveTap(state: PlayState, session: Session, by: number): PlayState {
  const last = lastTap(session, state.goal);
  if (state.pane !== 'packet') return { ...state, pane: 'packet', tap: last, moving: false };
  return { ...state, tap: Math.max(0, Math.min(last, state.tap + by)), moving: false };
}

export function moveGoal(state: PlayState, session: Session, by: number): PlayState {
  const count = session.level.goals.length;
  const goal = (state.goal + by + count) % count;
  const tap = state.pane === 'packet' ? firstLook(session, goal) : lastTap(session, goal);
  return { ...state, goal, tap, moving: false, scroll: 0 };
}

export function openPage({ menuAt, thing }: PlayState, value: string, menu: MenuState): Partial<PlayState> {
  return { menu, menuAt: toolAt(value) ?? menuAt, highlighted: undefined, thing: value === 'all' ? 0 : thing };
}

/** Where the menu goes on after an edit: a puzzle's next step, the next question, or where it was. */
export function afterChoice({ menu, menuAt }: PlayState, next: Session, value: string): Partial<PlayState> {
  const at = toolAt(value) ?? menuAt;
  if (menu.tool?.values?.Question) return { menuAt: Math.min(at + 1, next.level.tools.length) };
  const hasMore = menu.tool?.name === 'PlaceTile' && countAnswers(next.present.world, menu) > 0;
  return { menuAt: at, ...(hasMore && { menu }) };
}

function toolAt(value: string): number | undefined {
  return value.startsWith('tool:') ? Number(value.slice('tool:'.length)) : undefined;
}
