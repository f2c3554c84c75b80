// A goal's packet beside the packet that works: the same goal in the nearest network in which all packets do what they should, and the tap at which the
// two part. Nearest to the player's own: what they have made stays, as far back as the filed answer can still be put on top of it.

import type { World } from '../cloud/world.ts';
import { type Tap, tapsOf } from '../dataplane/taps.ts';
import type { Exchange } from '../dataplane/trace.ts';
import { failingGoals } from '../levels/goals.ts';
import { type GoalResult, judgeGoal, worldAfter } from '../levels/judge.ts';
import type { Level } from '../levels/level.ts';
import { carryOut } from '../levels/replay.ts';
import { memoByIdentity } from '../memo.ts';
import type { Session } from './session.ts';

export interface Contrast {
  /** The network in which the packet works. */
  readonly world: World;
  readonly exchange: Exchange;
  /** The tap where the two part, counted over the request and then the reply. */
  readonly at: number;
  /** What each does there; undefined where one has no further tap. */
  readonly yours: Tap | undefined;
  readonly works: Tap | undefined;
  /** They part because the sender's own record names another address: that address is what the player is to find. */
  readonly byRecord: boolean;
}

/** Undefined for a goal that is met or sends no packet, and where the packets do the same all the way. */
export function contrastWith(session: Session, { goal, met, exchange }: GoalResult): Contrast | undefined {
  if (met || !exchange || !('probe' in goal)) return undefined;
  const { level } = session;
  const right = nearestRight(session);
  if (!right) return undefined;
  const working = judgeGoal(level, right, goal);
  if (!working.exchange) return undefined;
  const [yours, works] = [allTaps(exchange), allTaps(working.exchange)];
  const at = yours.findIndex((tap, index) => !isSame(tap, works[index]));
  const parting = at >= 0 ? at : yours.length;
  if (parting >= Math.max(yours.length, works.length)) return undefined;
  const world = worldAfter(level, right, goal.after);
  const byRecord = parting === 0 && goal.probe.toRecord !== undefined;
  return { world, exchange: working.exchange, at: parting, yours: yours[parting], works: works[parting], byRecord };
}

function allTaps(exchange: Exchange): readonly Tap[] {
  const { request, reply } = tapsOf(exchange);
  return [...request, ...reply];
}

/** Whether two packets do the same at a tap: the same step at the same place, by the same row, with the same packet after it. */
function isSame(one: Tap, other: Tap | undefined): boolean {
  const said = ({ node, step: { kind, rule, row, after } }: Tap) => JSON.stringify([node, kind, rule, row, after]);
  return other !== undefined && said(one) === said(other);
}

/** The player's network, or the last one of its past, that the level's own answer still makes right. */
function nearestRight({ level, past, sent }: Session): World | undefined {
  if (!sent) return undefined;
  const own = [...past.map(({ world }) => world), sent.world];
  const since = own.slice(0, own.indexOf(sent.world) + 1).reverse();
  return [...since, level.start].map((world) => mended(level)(world)).find((world) => world !== null) ?? undefined;
}

const mended = memoByIdentity((level: Level) =>
  memoByIdentity((world: World): World | null => {
    const right = carryOut(world, level.reference);
    // Answers move no packet.
    return failingGoals(level, right).some((goal) => 'probe' in goal) ? null : right;
  }),
);
