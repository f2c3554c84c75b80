// What a device sends back to a packet's sender when it does not pass the packet on: a TCP reset, or an ICMP error. Everything else that
// drops a packet is silent. Source: D-NATT (reset), D-MTU (3/4); silence is inferred (vpc-dataplane 11).

import type { Packet } from '../net/packet.ts';
import type { RuleOf } from './step.ts';
import { type Next, note, type Walk } from './walk.ts';

/** A packet on its way back to the sender of the refused one; `send` starts it on a walk of its own. */
export interface Signal {
  readonly packet: Packet;
  send(walk: Walk): Next;
}

/** Notes the answer, so that the sender gets it once this walk is over. Comes before the fault, which ends the walk. */
export function answerSender(
  walk: Walk,
  rule: RuleOf<'answered'>,
  refused: Packet,
  table: string,
  signal: Signal,
): void {
  note(walk, 'answered', rule, refused, signal.packet, table);
  walk.signal = signal;
}
