// What the mouse does on the play screen, as pure steps: a click chooses a thing of the map, a goal or a tap, the wheel walks or scrolls.

import type { Session } from '../../game/session.ts';
import { TOP_OF_MENU } from './menu-items.ts';
import { firstLook, lastTap, moveTap, type PlayState } from './play-state.ts';
import { thingOf } from './things.ts';

/** Opens what it is and what can be done with it; not while something else is asked. */
export function clickThing(state: PlayState, session: Session, id: string): PlayState {
  const thing = thingOf(session, id);
  if (state.asking !== 'menu' || thing === 0) return state;
  const menu = { ...TOP_OF_MENU, about: id };
  return { ...state, pane: 'none', moving: false, thing, menu, highlighted: undefined };
}

/** In the scrubber its packet, else what became of it; before the first send there is neither. */
export function clickGoal(state: PlayState, session: Session, goal: number): PlayState {
  if (state.asking !== 'menu' || !session.sent) return state;
  const isWalking = state.pane === 'packet';
  const tap = isWalking ? firstLook(session, goal) : lastTap(session, goal);
  return { ...state, pane: isWalking ? 'packet' : 'report', goal, tap, moving: false, scroll: 0 };
}

/** The packet of a goal, at one of the taps of its timeline. */
export function clickTap(state: PlayState, goal: number, tap: number): PlayState {
  return state.asking === 'menu' && state.pane === 'packet' ? { ...state, goal, tap, moving: false } : state;
}

/** Undefined where the arrow keys do what the wheel should. */
export function turnWheel(state: PlayState, session: Session, by: number): PlayState | undefined {
  if (state.pane === 'packet') return moveTap(state, session, by);
  if (state.pane === 'report') return { ...state, scroll: Math.max(0, state.scroll + by) };
  return undefined;
}
