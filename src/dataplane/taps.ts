// A trace as the taps that a player steps through: one for each step that changes the packet or decides its way. Checks and filters
// that let it pass, ARP, and the internet's carrying ride along with the tap that they come before.

import { memoByIdentity } from '../memo.ts';
import type { RuleId } from './rules.ts';
import type { Hop, Place, Step, StepKind, Trace } from './step.ts';
import type { Exchange } from './trace.ts';

export interface Tap {
  readonly index: number;
  readonly node: string;
  readonly place: Place;
  /** The step that the tap is about. */
  readonly step: Step;
  /** What happened on the way to it, since the tap before. */
  readonly also: readonly Step[];
}

const QUIET_KINDS: ReadonlySet<StepKind> = new Set(['resolved-arp', 'checked', 'filtered']);
const QUIET_RULES: ReadonlySet<RuleId> = new Set(['internet']);

export function listTaps(trace: Pick<Trace, 'hops'>): readonly Tap[] {
  const taps: Tap[] = [];
  let waiting: { readonly hop: Hop; readonly step: Step }[] = [];
  const open = (hop: Hop, step: Step, also: readonly Step[]) =>
    taps.push({ index: taps.length, node: hop.node, place: hop.place, step, also });
  for (const hop of trace.hops)
    for (const step of hop.steps) {
      if (isQuiet(step)) {
        waiting.push({ hop, step });
        continue;
      }
      open(
        hop,
        step,
        waiting.map((quiet) => quiet.step),
      );
      waiting = [];
    }
  const last = waiting.pop();
  if (last)
    open(
      last.hop,
      last.step,
      waiting.map(({ step }) => step),
    );
  return taps;
}

function isQuiet({ kind, rule }: Step): boolean {
  return QUIET_KINDS.has(kind) || QUIET_RULES.has(rule);
}

/** An exchange's taps, there and back. */
export interface Taps {
  readonly request: readonly Tap[];
  readonly reply: readonly Tap[];
}

export const tapsOf = memoByIdentity(
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
