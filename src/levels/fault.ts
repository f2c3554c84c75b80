// A network that works, and one thing that has befallen it: the level that somebody opens a ticket about.

import type { Problem } from '../cloud/problem.ts';
import type { Probe } from '../dataplane/probe.ts';
import { traceExchange } from '../dataplane/trace.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Fault, Level, Question } from './level.ts';
import { replay } from './replay.ts';

export function befall(healthy: Level, fault: Fault): Result<Level, readonly Problem[]> {
  const { world, refusal } = replay(healthy.start, fault.operations);
  if (refusal)
    return fail([
      { path: ['faults', fault.id], message: `it is refused at ${refusal.at}: ${refusal.code} ${refusal.message}` },
    ]);
  const goal = healthy.goals.find(({ id }) => id === fault.goal);
  const predict = goal && 'probe' in goal ? askWhere(healthy, world, goal.probe) : undefined;
  const { mend: reference } = fault;
  return ok({ ...healthy, start: world, reference, par: reference.length, ...(predict && { predict }), fault });
}

/** Nodes that a prediction offers. */
const CHOICES = 5;

/** Where does it end? The nodes that the packet passes when all is well, and where it ends now. */
function askWhere(healthy: Level, broken: Level['start'], probe: Probe): Question {
  const now = traceExchange(broken, probe);
  const direction = now.outcome === 'delivered' ? 'reply' : 'request';
  const right = now[direction]?.hops.at(-1)?.node ?? '';
  const others = traceExchange(healthy.start, probe)[direction]?.path ?? [];
  const offered = [...new Set(others)].filter((node) => node !== right).slice(0, CHOICES - 1);
  const choices = [...offered, right].sort();
  return { id: 'where-it-ends', reads: { probe, direction, when: 'after', field: 'node' }, choices };
}
