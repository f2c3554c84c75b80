// What the prover asks of a level's goals in one World.

import type { World } from '../cloud/world.ts';
import { type GoalResult, judge, judgeGoal } from './judge.ts';
import type { Goal, Level } from './level.ts';

/** Goals that the World does not meet, in the level's order; no more than `most` of them. */
export function failingGoals(level: Level, world: World, most = Number.POSITIVE_INFINITY): readonly Goal[] {
  const failing: Goal[] = [];
  for (const goal of level.goals) {
    if (failing.length >= most) break;
    if (!judgeGoal(level, world, goal, { recording: false }).met) failing.push(goal);
  }
  return failing;
}

/** What is wrong with each goal that the World does not meet. */
export function failedGoals(level: Level, world: World): readonly GoalResult[] {
  return judge(level, world, { recording: false }).goals.filter(({ met }) => !met);
}

/** Of up to three failing goals, those that fail with no other beside them but the one they are paired with. */
export function failedAlone(failing: readonly Goal[]): readonly string[] {
  const [one, other, ...more] = failing;
  if (!one || more.length > 0) return [];
  if (!other) return [one.id];
  return one.pairedWith === other.id || other.pairedWith === one.id ? [one.id, other.id] : [];
}

export function isForbidding({ expect }: Goal): boolean {
  return expect === 'not-deliver' || expect === 'not-converse' || expect === 'exposure';
}
