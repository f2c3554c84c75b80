// Wrong answers are not written down with what they do: each is tried, and filed with the goal that it really leaves unmet.

import { judge, judgeGoal } from '../judge.ts';
import type { Level } from '../level.ts';
import { replay } from '../replay.ts';
import { isAllowed } from '../tools.ts';
import type { Lure } from './region.ts';

export interface Wrong {
  readonly id: string;
  readonly commands: readonly string[];
  readonly code: string;
  readonly goal: string;
}

/** A lure as it stands, and after all has been mended: what it loses may be lost at the start already. */
interface Trial {
  readonly lure: Lure;
  readonly entry: { readonly id: string; readonly commands: readonly string[]; readonly code: string };
}

export function listTrials(lures: readonly Lure[], reference: readonly string[]): readonly Trial[] {
  return lures.flatMap((lure) => [
    { lure, entry: { id: lure.id, commands: lure.commands, code: 'UNTRIED' } },
    { lure, entry: { id: `${lure.id}-afterwards`, commands: [...reference, ...lure.commands], code: 'UNTRIED' } },
  ]);
}

/** `level` has the trials for its wrong answers. Of each lure that the tools allow, the first trial that fails as it should. */
export function tryLures(level: Level, trials: readonly Trial[]): readonly Wrong[] {
  const filed = new Map<string, Wrong>();
  for (const { lure, entry } of trials) {
    const found = filed.has(lure.id) ? undefined : tryOut(level, lure, entry.id);
    if (found) filed.set(lure.id, { id: lure.id, commands: entry.commands, ...found });
  }
  return [...filed.values()];
}

function tryOut(level: Level, { about }: Lure, id: string): Pick<Wrong, 'code' | 'goal'> | undefined {
  const operations = level.wrong.find((wrong) => wrong.id === id)?.operations ?? [];
  if (!operations.every((operation) => isAllowed(level.tools, operation))) return undefined;
  const { world, refusal } = replay(level.start, operations);
  const goal = level.goals.find((each) => each.id === about);
  if (refusal || world === level.start || !goal) return undefined;
  const { code } = judgeGoal(level, world, goal, { recording: false });
  return code === undefined ? undefined : { code, goal: about };
}

export function idsMet(level: Level): readonly string[] {
  return judge(level, level.start, { recording: false }).goals.flatMap(({ goal, met }) => (met ? [goal.id] : []));
}
