// The question before the first send: where does the packet of a broken goal end? The choices lie on the way that it would take if
// all were well, and where it really ends is read from the trace, as everywhere.

import { readWorld } from '../../dataplane/read-world.ts';
import { type Exchange, traceExchange } from '../../dataplane/trace.ts';
import { invariant } from '../../invariant.ts';
import type { Level } from '../level.ts';
import { readAnswer } from '../reading.ts';
import { buildHealthy } from './build.ts';
import type { Chance } from './chance.ts';
import type { Drawn } from './plan.ts';
import type { GoalPlan } from './region.ts';

export interface Prediction {
  readonly goal: GoalPlan;
  readonly direction: 'request' | 'reply';
  readonly question: { readonly id: string; readonly reads: object; readonly choices: readonly string[] };
}

const CHOICES = 4;

/** Undefined where the packet's way has no two places to choose from. */
export function askWhereItEnds(level: Level, goal: GoalPlan, drawn: Drawn, chance: Chance): Prediction | undefined {
  const { reply } = traceExchange(level.start, goal.probe);
  const direction = reply?.fault ? 'reply' : 'request';
  const reads = { probe: goal.probe, direction, field: 'node' } as const;
  const right = readAnswer(level.start, { when: 'after', ...reads });
  if (right === undefined) return undefined;
  // The sender is no place to choose: everybody knows that the packet was there.
  const [, ...way] = exchangeInHealth(drawn, goal)[direction]?.path ?? [];
  const places = [...new Set([...way, right])];
  const others = chance.shuffle(places.filter((place) => place !== right)).slice(0, CHOICES - 1);
  const choices = places.filter((place) => place === right || others.includes(place));
  return choices.length < 2 ? undefined : { goal, direction, question: { id: 'where-it-ends', reads, choices } };
}

function exchangeInHealth(drawn: Drawn, { probe }: GoalPlan): Exchange {
  const world = readWorld(buildHealthy(drawn));
  invariant(world.ok, 'a puzzle’s network does not read before anything has gone wrong');
  return traceExchange(world.value, probe);
}
