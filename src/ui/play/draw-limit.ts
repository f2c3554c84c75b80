// What became of a goal on a figure of the score: the figure, what it may be at most, and what makes it so high.

import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { dearest, monthlyBill } from '../../levels/bill.ts';
import { worldAfter } from '../../levels/judge.ts';
import type { Level, LimitGoal } from '../../levels/level.ts';
import { listExposure } from '../../levels/score.ts';
import type { Catalog } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';
import { sayIfKnown } from '../labels.ts';
import type { Line } from '../lines.ts';
import type { GoalReport } from './draw-goal-report.ts';
import { paragraph } from './paragraph.ts';

/** Causes told; the goal is not met by reading more of them. */
const TOLD = 6;

export function drawLimit({ session, result, catalog, width }: GoalReport, goal: LimitGoal): readonly Line[] {
  const { level, sent } = session;
  const world = worldAfter(level, sent?.world ?? level.start, goal.after);
  const { figure, limit, causes } =
    goal.expect === 'exposure' ? exposureOf(level, world, goal) : billOf(level, world, goal, catalog);
  const key = result.met ? 'report.within' : 'report.over-limit';
  return [
    ...paragraph(fillMessage(catalog.game[key], { figure, limit }), width, result.met ? 'good' : 'bad'),
    ...(result.met ? [] : causes.slice(0, TOLD).flatMap((cause) => paragraph(cause, width, 'dim'))),
  ];
}

interface Told {
  readonly figure: string;
  readonly limit: string;
  readonly causes: readonly string[];
}

function exposureOf(level: Level, world: World, { atMost }: LimitGoal): Told {
  const exposed = listExposure(level, world);
  const causes = exposed.map(
    ({ from, to, traffic }) => `${displayName(world, from)} → ${displayName(world, to)}  ${traffic}`,
  );
  return { figure: String(exposed.length), limit: String(atMost), causes };
}

function billOf(level: Level, world: World, { atMost }: LimitGoal, catalog: Catalog): Told {
  const bill = monthlyBill(level, world);
  const causes = dearest(bill).map(
    ([at, dollars]) => `${sayIfKnown(catalog, `bill.${at}`) ?? displayName(world, at)}  ${inDollars(dollars)}`,
  );
  return { figure: inDollars(bill.total), limit: inDollars(atMost), causes };
}

function inDollars(amount: number): string {
  return `$${amount.toFixed(2)}`;
}
