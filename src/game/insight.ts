// What a wrong state says about itself: the filed mistake that it is, the tile that is out of place, the fault to look at next.

import type { World } from '../cloud/world.ts';
import { printCommand } from '../control/command.ts';
import type { Operation } from '../control/operation.ts';
import type { Finding } from '../dataplane/diagnose.ts';
import type { Step } from '../dataplane/step.ts';
import { type GoalResult, judge, worldAfter } from '../levels/judge.ts';
import type { Level, WrongAnswer } from '../levels/level.ts';
import { readOrder } from '../levels/reading.ts';
import { findingsFor, isStale, type Sent, type Session } from './session.ts';

/** The edits that led to the present network, oldest first. */
export function editsOf({ past, present }: Session): readonly Operation[] {
  const states = [...past, present];
  const freshAt = states.findLastIndex(({ edit }) => edit === undefined);
  return states.slice(freshAt + 1).flatMap(({ edit }) => edit ?? []);
}

/** The wrong answer on file that this is: the same code at the same goal, after the same edits. */
export function filedMistake(session: Session, { goal, met, code }: GoalResult): WrongAnswer | undefined {
  if (met) return undefined;
  return findFiled(
    session.level,
    editsOf(session),
    (wrong) => wrong.code === code && (wrong.goal ?? goal.id) === goal.id,
  );
}

/** The same for an edit that EC2 has just refused, or that was accepted and changed nothing: no packet need go to see it. */
export function mistakeAtOnce(session: Session): WrongAnswer | undefined {
  const { notice, level } = session;
  const isIdle = notice?.kind === 'done' && notice.unchanged;
  if (notice?.kind !== 'refused' && !isIdle) return undefined;
  const tried = printCommand(notice.operation);
  return findFiled(level, [...editsOf(session), notice.operation], ({ code, operations }) =>
    notice.kind === 'refused' ? code === notice.error.code : operations.map(printCommand).at(-1) === tried,
  );
}

function findFiled(
  { wrong }: Level,
  edits: readonly Operation[],
  fits: (wrong: WrongAnswer) => boolean,
): WrongAnswer | undefined {
  const made = new Set(edits.map(printCommand));
  const isMade = ({ operations }: WrongAnswer) =>
    operations.length > 0 && operations.every((operation) => made.has(printCommand(operation)));
  return wrong
    .filter((answer) => fits(answer) && isMade(answer))
    .sort((a, b) => b.operations.length - a.operations.length)[0];
}

export interface Misplaced {
  /** Counted from 1. */
  readonly position: number;
  readonly tile: string;
  /** What the packet does there, and where; undefined when it has no step left. */
  readonly shows?: { readonly step: Step; readonly node: string } | undefined;
}

/** The first tile of a puzzle that is not where the packet has it. */
export function misplacedTile({ level, sent }: Session, { goal, code, exchange }: GoalResult): Misplaced | undefined {
  if (goal.expect !== 'order' || code !== 'WRONG_ORDER' || !sent || !exchange) return undefined;
  const puzzle = level.puzzles.find(({ id }) => id === goal.puzzle);
  if (!puzzle) return undefined;
  const expected = readOrder(sent.world, puzzle);
  const given = sent.world.notebook[puzzle.id] ?? [];
  const at = given.findIndex((tile, index) => tile !== expected[index]);
  const right = puzzle.tiles.find(({ id }) => id === expected[at]);
  const steps = exchange[puzzle.direction]?.hops.flatMap(({ node, steps }) => steps.map((step) => ({ step, node })));
  const shows = right && steps?.find(({ step, node }) => step.kind === right.step && (right.node ?? node) === node);
  return { position: at + 1, tile: given[at] as string, shows };
}

/** How many tiles a puzzle still wants. */
export function missingTiles({ level, sent }: Session, { goal }: GoalResult): number {
  const puzzle = goal.expect === 'order' ? level.puzzles.find(({ id }) => id === goal.puzzle) : undefined;
  if (!puzzle || !sent) return 0;
  return readOrder(sent.world, puzzle).length - (sent.world.notebook[puzzle.id] ?? []).length;
}

export interface NextFault {
  readonly world: World;
  readonly finding: Finding;
}

/** What the packets would do in the network as it is now, sent or not. */
function judgeNow(session: Session): Sent {
  const { level, present, sent } = session;
  return sent && !isStale(session) ? sent : { world: present.world, ...judge(level, present.world) };
}

/** The first goal that the network as it is now does not meet. */
export function firstUnmet(session: Session): GoalResult | undefined {
  return judgeNow(session).goals.find(({ met }) => !met);
}

/** What stands first in the way of the first goal that is not met, in the network as it is now. */
export function nextFault(session: Session): NextFault | undefined {
  const { level } = session;
  const now = judgeNow(session);
  for (const result of now.goals) {
    const [finding] = findingsFor({ ...session, sent: now }, result);
    if (finding) return { world: worldAfter(level, now.world, result.goal.after), finding };
  }
  return undefined;
}
