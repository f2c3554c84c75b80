import { listTaps } from '../../dataplane/taps.ts';
import type { Exchange } from '../../dataplane/trace.ts';
import type { Session } from '../../game/session.ts';
import { memoByIdentity } from '../../memo.ts';
import type { Taps } from './draw-scrubber.ts';

const tapsOf = memoByIdentity(
  (exchange: Exchange): Taps => ({
    request: listTaps(exchange.request),
    reply: exchange.reply ? listTaps(exchange.reply) : [],
  }),
);

/** The taps of the packet that a goal sent; undefined where it sent none. */
export function goalTaps({ sent }: Session, goal: number): Taps | undefined {
  const exchange = sent?.goals[goal]?.exchange;
  return exchange && tapsOf(exchange);
}
