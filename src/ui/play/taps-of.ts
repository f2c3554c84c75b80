// The taps of the packets that goals sent, and the one where a goal's packet did what it should not.

import { type Taps, tapsOf } from '../../dataplane/taps.ts';
import type { Session } from '../../game/session.ts';
import type { GoalResult } from '../../levels/judge.ts';
import { isDeadEnd } from './draw-timeline.ts';

/** The taps of the packet that a goal sent; undefined where it sent none. */
export function goalTaps({ sent }: Session, goal: number): Taps | undefined {
  const exchange = sent?.goals[goal]?.exchange;
  return exchange && tapsOf(exchange);
}

/** The tap where a goal fails: where its packet died, where it got through and must not, or where it left the way asked for. */
export function failingTap({ met, code, at, exchange }: GoalResult): number | undefined {
  if (met || !exchange) return undefined;
  const taps = tapsOf(exchange);
  const all = [...taps.request, ...taps.reply];
  const arrived = taps.request.length - 1;
  if (code === 'EXPOSED' || code === 'SEEN_AS_ANOTHER') return arrived;
  const strayed = code === 'WRONG_PATH' ? all.findIndex(({ node }) => node === at) : -1;
  if (strayed >= 0) return strayed;
  const dead = all.findLastIndex((_, index) => isDeadEnd({ taps, exchange }, index));
  return dead >= 0 ? dead : all.length - 1;
}
