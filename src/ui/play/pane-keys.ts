// What the keys do in an open pane, as a pure step: walking the packet, going from goal to goal, scrolling.

import type { Session } from '../../game/session.ts';
import type { KeyName } from '../keys.ts';
import { atEnd, firstLook, lastTap, moveGoal, moveTap, type PlayState } from './play-state.ts';

const SCROLLED_BY: Readonly<Record<string, number>> = { up: -1, k: -1, down: 1, j: 1, 'page-up': -10, 'page-down': 10 };

/** Undefined where the key means nothing to the pane. */
export function paneStep(state: PlayState, session: Session, key: KeyName, motion: boolean): PlayState | undefined {
  const { pane, moving } = state;
  const closed: PlayState = { ...state, pane: 'none', moving: false };
  if (moving && (key === 'space' || key === 'enter')) return atEnd(state, session);
  if (key === 'escape' || key === 'q') return closed;
  if (pane === 'packet' && key === 'enter') return atEnd(state, session);
  if (pane !== 'solved' && (key === 'enter' || key === 'space')) return closed;
  if (pane === 'hints' || pane === 'help' || pane === 'output') return scrollBy(state, SCROLLED_BY[key]);
  return walkStep(state, session, key, motion);
}

function scrollBy(state: PlayState, by: number | undefined): PlayState | undefined {
  return by === undefined ? undefined : { ...state, scroll: Math.max(0, state.scroll + by) };
}

function walkStep(state: PlayState, session: Session, key: KeyName, motion: boolean): PlayState | undefined {
  switch (key) {
    case 'left':
      return moveTap(state, session, -1);
    case 'right':
    case 'l':
      return moveTap(state, session, 1);
    // Elsewhere h opens a hint; whoever walks by h and l wants none.
    case 'h':
      return state.pane === 'packet' ? moveTap(state, session, -1) : undefined;
    case 'home':
      return { ...moveTap(state, session, 0), tap: 0 };
    case 'end':
      return { ...moveTap(state, session, 0), tap: lastTap(session, state.goal) };
    case 'x':
      return { ...moveTap(state, session, 0), tap: firstLook(session, state.goal) };
    case 't':
      return { ...state, pane: 'packet', tables: !(state.pane === 'packet' && state.tables), moving: false };
    case 'up':
    case 'k':
      return moveGoal(state, session, -1);
    case 'down':
    case 'j':
      return moveGoal(state, session, 1);
    case 'page-up':
    case 'page-down':
      return state.pane === 'report' ? scrollBy(state, SCROLLED_BY[key]) : undefined;
    case 'i':
      return { ...state, pane: 'packet', tap: 0, moving: motion };
    default:
      return undefined;
  }
}
