import { listTaps, type Tap } from '../../dataplane/taps.ts';
import type { Exchange } from '../../dataplane/trace.ts';
import type { Session } from '../../game/session.ts';
import { memoByIdentity } from '../../memo.ts';
import type { Taps } from './draw-scrubber.ts';

const tapsOf = memoByIdentity(
  (exchange: Exchange): Taps => ({
    request: [...earlierTries(exchange, 'request'), ...listTaps(exchange.request)],
    reply: exchange.reply
      ? [...earlierTries(exchange, 'reply'), ...listTaps(exchange.reply)]
      : (exchange.bounces?.slice(-1).flatMap(({ signal }) => listTaps(signal)) ?? []),
  }),
);

/** Packets that a device refused and its sender sent again otherwise, each with what the device sent back. */
function earlierTries({ request, reply, bounces = [] }: Exchange, direction: 'request' | 'reply'): readonly Tap[] {
  return bounces.flatMap((bounce) =>
    bounce.direction === direction && bounce.refused !== request && bounce.refused !== reply
      ? [...listTaps(bounce.refused), ...listTaps(bounce.signal)]
      : [],
  );
}

/** The taps of the packet that a goal sent; undefined where it sent none. */
export function goalTaps({ sent }: Session, goal: number): Taps | undefined {
  const exchange = sent?.goals[goal]?.exchange;
  return exchange && tapsOf(exchange);
}
