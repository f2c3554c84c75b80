// A network that works, and one thing that has befallen it: the level that somebody opens a ticket about.

import type { Problem } from '../cloud/problem.ts';
import { traceExchange } from '../dataplane/trace.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Fault, Level, ProbeGoal, Question } from './level.ts';
import { countMoves } from './moves.ts';
import { replay } from './replay.ts';

export function befall(healthy: Level, fault: Fault): Result<Level, readonly Problem[]> {
  const { world, refusal } = replay(healthy.start, fault.operations);
  if (refusal)
    return fail([
      { path: ['faults', fault.id], message: `it is refused at ${refusal.at}: ${refusal.code} ${refusal.message}` },
    ]);
  const goal = healthy.goals.find(({ id }) => id === fault.goal);
  const predict = goal && 'probe' in goal ? askWhere(healthy, world, goal) : undefined;
  const { mend: reference } = fault;
  return ok({ ...healthy, start: world, reference, par: countMoves(reference), ...(predict && { predict }), fault });
}

/** Nodes that a prediction offers. */
const CHOICES = 5;

/** Where does it end? The nodes that the packet passes when all is well, those that it passes now, and where it ends. */
function askWhere(healthy: Level, broken: Level['start'], { probe, expect }: ProbeGoal): Question {
  const now = traceExchange(broken, probe);
  const asksBack = now.outcome === 'delivered' && expect !== 'not-deliver';
  const direction = asksBack ? 'reply' : 'request';
  const right = now[direction]?.hops.at(-1)?.node ?? '';
  const passed = [...(traceExchange(healthy.start, probe)[direction]?.path ?? []), ...(now[direction]?.path ?? [])];
  const offered = [...new Set(passed)].filter((node) => node !== right).slice(0, CHOICES - 1);
  const choices = [...offered, right].sort();
  return { id: 'where-it-ends', reads: { probe, direction, when: 'after', field: 'node' }, choices };
}
