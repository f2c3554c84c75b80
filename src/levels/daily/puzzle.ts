// From what was drawn to a level's data: the tools, the goals that ask something, and the wrong answers that were found out by trying.

import { invariant } from '../../invariant.ts';
import type { Level } from '../level.ts';
import { parseLevel } from '../parse.ts';
import { buildSpoiled } from './build.ts';
import type { Chance } from './chance.ts';
import type { Drawn, Plan } from './plan.ts';
import { askWhereItEnds, type Prediction } from './predict.ts';
import type { GoalPlan, Lure, Tools } from './region.ts';
import { idsMet, listTrials, tryLures, type Wrong } from './try-lures.ts';

/** The level's file, as an author would have written it, and what its words are to speak of. */
export interface Puzzle {
  readonly drawn: Drawn;
  readonly file: Readonly<Record<string, unknown>>;
  readonly goals: readonly GoalPlan[];
  /** Those of them that should be met at the start and are not. */
  readonly broken: readonly GoalPlan[];
  readonly wrong: readonly Wrong[];
  readonly prediction: Prediction;
}

/** Undefined where nothing is to be mended, or nothing is forbidden. */
export function makePuzzle(id: string, drawn: Drawn, plan: Plan, chance: Chance): Puzzle | undefined {
  const lures = drawn.regions.flatMap((region) => region.lures(drawn.setting));
  const guards = chooseGuards(lures, plan, chance);
  const planned = listGoals(drawn, guards);
  const base = makeBase(id, drawn, guards);
  const trials = listTrials(lures, base.reference);
  const trial = read({ ...base, goals: planned.map(toGoal), wrong: trials.map(({ entry }) => entry) });
  const filed = tryLures(trial, trials);
  const met = idsMet(trial);
  const goals = planned.filter(({ id: goal }) => !met.includes(goal) || filed.some((wrong) => wrong.goal === goal));
  const broken = goals.filter(({ id: goal, expect }) => expect === 'converse' && !met.includes(goal));
  const prediction = broken[0] && askWhereItEnds(trial, broken[0], drawn, chance);
  if (!prediction || goals.every(({ expect }) => expect === 'converse')) return undefined;
  const wrong = filed.filter(({ goal }) => goals.some(({ id: kept }) => kept === goal));
  return {
    ...{ drawn, goals, broken, wrong, prediction },
    file: { ...base, goals: goals.map(toGoal), wrong, predict: prediction.question },
  };
}

/** Lures whose tools are handed out, as many as the plan has goals that forbid something. */
function chooseGuards(lures: readonly Lure[], plan: Plan, chance: Chance): readonly Lure[] {
  return chance.shuffle(lures.filter(({ tools }) => tools)).slice(0, plan.forbidden);
}

/** What must work; and of what must not, that which a handed-out lure could lose. */
function listGoals({ setting, regions, mishaps }: Drawn, guards: readonly Lure[]): readonly GoalPlan[] {
  return regions
    .flatMap((region) => region.goals(setting))
    .filter(({ onlyWith }) => !onlyWith || mishaps.some(({ id }) => onlyWith.includes(id)))
    .filter(({ id, expect }) => expect === 'converse' || guards.some(({ about }) => about === id));
}

function makeBase(id: string, drawn: Drawn, guards: readonly Lure[]) {
  const { setting, mishaps, decoys } = drawn;
  const tools = mergeTools([
    ...[...mishaps, ...decoys].map((mishap) => mishap.tools(setting)),
    ...guards.map((lure) => lure.tools ?? {}),
  ]);
  const reference = inOrder(mishaps.flatMap((mishap) => mishap.repair(setting)));
  return {
    id,
    world: buildSpoiled(drawn),
    tools: Object.entries(tools)
      .sort()
      .map(([name, values]) => ({ [name]: values })),
    reference,
    par: reference.length,
    sources: [...new Set(mishaps.flatMap(({ sources }) => sources))],
  };
}

/** A gateway is attached first: EC2 refuses some edits of what stands behind it until then. */
function inOrder(commands: readonly string[]): readonly string[] {
  const isFirst = (command: string) => command.startsWith('aws ec2 attach-');
  return [...commands.filter(isFirst), ...commands.filter((command) => !isFirst(command))];
}

function mergeTools(all: readonly Tools[]): Tools {
  const merged: Record<string, Record<string, readonly string[]>> = {};
  for (const [name, values] of all.flatMap((tools) => Object.entries(tools))) {
    merged[name] ??= {};
    for (const [parameter, texts] of Object.entries(values))
      merged[name][parameter] = [...new Set([...(merged[name][parameter] ?? []), ...texts])];
  }
  return merged;
}

function toGoal({ id, expect, probe, through }: GoalPlan) {
  return { id, expect, probe, ...(through && { through }) };
}

function read(file: object): Level {
  const level = parseLevel(file);
  invariant(level.ok, `a puzzle does not read: ${level.ok ? '' : JSON.stringify(level.error[0])}`);
  return level.value;
}
