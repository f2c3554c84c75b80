// The flow tables at each tap: which rows stateful devices hold while a packet is there, since when, and how long they have been idle.
// Source: D-NAT, D-NATT, T17 (Hyperplane keeps per-flow state). Simplified: the rows of this exchange's own flows only.

import { NAT_IDLE_SECONDS } from './idle.ts';
import type { NatFlow } from './step.ts';
import type { Tap } from './taps.ts';
import { listTaps } from './taps.ts';
import type { Exchange } from './trace.ts';

export interface FlowRow {
  readonly flow: NatFlow;
  /** `stands`: opened before. `opened`: by this packet. `forgotten`: it was idle for too long. */
  readonly state: 'stands' | 'opened' | 'forgotten';
  readonly idleSeconds: number;
  /** Seconds without a packet after which a NAT gateway forgets it. */
  readonly lifeSeconds: number;
}

/** The rows in force when the request, or its reply, is at one of its taps. */
export function flowsAt(exchange: Exchange, direction: 'request' | 'reply', tap: number): readonly FlowRow[] {
  const standing = rowsBefore(exchange);
  const passed = direction === 'reply' ? listTaps(exchange.request) : listTaps(exchange.request).slice(0, tap + 1);
  const touched = new Set(passed.flatMap(flowsOf));
  const known = standing.map((row) =>
    row.state === 'stands' && touched.has(row.flow) ? { ...row, idleSeconds: 0 } : row,
  );
  const opened = [...touched].filter((flow) => !standing.some((row) => row.flow === flow));
  return [...known, ...opened.map((flow): FlowRow => row(flow, 'opened', 0))];
}

/** What the exchange that opened the connection left behind, and how it has aged. */
function rowsBefore({ opening, idleSeconds = 0 }: Exchange): readonly FlowRow[] {
  const flows = opening ? [...listTaps(opening.request), ...(opening.reply ? listTaps(opening.reply) : [])] : [];
  return [...new Set(flows.flatMap(flowsOf))].map((flow) =>
    row(flow, idleSeconds >= NAT_IDLE_SECONDS ? 'forgotten' : 'stands', idleSeconds),
  );
}

function row(flow: NatFlow, state: FlowRow['state'], idleSeconds: number): FlowRow {
  return { flow, state, idleSeconds, lifeSeconds: NAT_IDLE_SECONDS };
}

function flowsOf({ step: { row: decided } }: Tap): readonly NatFlow[] {
  return decided && 'inside' in decided ? [decided] : [];
}
