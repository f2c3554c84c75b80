// A trace as the taps that a player steps through: one for each step that changes the packet or decides its way. Checks and filters
// that let it pass, ARP, and the internet's carrying ride along with the tap that they come before.

import type { RuleId } from './rules.ts';
import type { Hop, Place, Step, StepKind, Trace } from './step.ts';

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
