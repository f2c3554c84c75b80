// The packet that the scrubber looks at: its goal's exchange, the network that it was sent in, and the tap.

import type { World } from '../../cloud/world.ts';
import { type Taps, tapsOf } from '../../dataplane/taps.ts';
import type { Exchange } from '../../dataplane/trace.ts';
import type { Sent, Session } from '../../game/session.ts';
import { worldAfter } from '../../levels/judge.ts';
import { memoByIdentity } from '../../memo.ts';
import { depthOf } from './draw-scrubber.ts';
import type { PlayState } from './play-state.ts';

export interface LookedAt {
  readonly world: World;
  readonly exchange: Exchange;
  readonly taps: Taps;
  readonly index: number;
}

/** Undefined before the first send, and for a goal that sends no packet. */
export function lookAt({ level, sent }: Session, { goal, tap }: Pick<PlayState, 'goal' | 'tap'>): LookedAt | undefined {
  const result = sent?.goals[goal];
  if (!sent || !result?.exchange) return undefined;
  const world = worldAfter(level, sent.world, result.goal.after);
  return { world, exchange: result.exchange, taps: tapsOf(result.exchange), index: tap };
}

/** The most wraps around any packet of the last send. */
export function sendDepth({ sent }: Session): number {
  return sent ? deepest(sent) : 0;
}

const deepest = memoByIdentity(({ goals }: Sent) =>
  Math.max(0, ...goals.map(({ exchange }) => (exchange ? depthOf(tapsOf(exchange)) : 0))),
);
