// Which goals a World meets, and why the others fail. A goal marked `after` is judged in the World as it is once the event has happened.

import type { World } from '../cloud/world.ts';
import type { Operation } from '../control/operation.ts';
import { type Exchange, traceExchange } from '../dataplane/trace.ts';
import { memoByIdentity } from '../memo.ts';
import { dearest, monthlyBill } from './bill.ts';
import type { Goal, Level, LimitGoal, ProbeGoal } from './level.ts';
import { readAnswer, readOrder } from './reading.ts';
import { carryOut } from './replay.ts';
import { listExposure } from './score.ts';

export interface GoalResult {
  readonly goal: Goal;
  readonly met: boolean;
  /** Why it is not met: the code of the packet's fault, or of the condition that failed. */
  readonly code?: string;
  /** The component where it failed. */
  readonly at?: string;
  /** What the packets did; for an answer or a puzzle, the packet that it asks about, where hops are kept. */
  readonly exchange?: Exchange;
}

export interface Verdict {
  readonly solved: boolean;
  readonly goals: readonly GoalResult[];
}

export interface JudgeOptions {
  /** Keep hops and steps; true unless told. Without them `through` and `avoids` are still judged. */
  readonly recording?: boolean;
}

export function judge(level: Level, world: World, options: JudgeOptions = {}): Verdict {
  const goals = level.goals.map((goal) => judgeGoal(level, world, goal, options));
  return { solved: goals.every(({ met }) => met), goals };
}

export function judgeGoal(level: Level, world: World, goal: Goal, { recording = true }: JudgeOptions = {}): GoalResult {
  if (goal.expect === 'answer')
    return { ...judgeAnswer(level, world, goal), ...(recording && askedAbout(level, world, goal)) };
  if (goal.expect === 'order')
    return { ...judgeOrder(level, world, goal), ...(recording && askedAbout(level, world, goal)) };
  const then = worldAfter(level, world, goal.after);
  if (goal.expect === 'exposure' || goal.expect === 'dollars') return { goal, ...judgeLimit(level, then, goal) };
  const needsPath = goal.through.length + goal.avoids.length > 0;
  const exchange = traceExchange(then, goal.probe, { recording: recording || needsPath, openedIn: world });
  return { goal, exchange, ...judgeExchange(goal, exchange) };
}

/** The World once an event has happened; EC2's refusals inside an event change nothing. */
export function worldAfter(level: Level, world: World, event: string | undefined): World {
  if (event === undefined) return world;
  return afterEvent(world)(level.events[event] ?? []);
}

const afterEvent = memoByIdentity((world: World) =>
  memoByIdentity((operations: readonly Operation[]) => carryOut(world, operations)),
);

type Judged = Pick<GoalResult, 'met' | 'code' | 'at'>;

function judgeExchange(goal: ProbeGoal, exchange: Exchange): Judged {
  const { outcome, request, reply } = exchange;
  const delivered = outcome !== 'dropped';
  if (goal.expect === 'not-deliver') return delivered ? { met: false, code: 'EXPOSED', at: request.at } : { met: true };
  if (goal.expect === 'not-converse')
    return outcome === 'conversed' ? { met: false, code: 'EXPOSED', at: request.at } : { met: true };
  if (!delivered)
    return { met: false, code: request.fault?.code ?? 'NOT_LISTENING', at: request.fault?.at ?? request.at };
  if (goal.expect === 'converse' && outcome !== 'conversed')
    return { met: false, code: reply?.fault?.code ?? 'NO_REPLY', at: reply?.fault?.at ?? reply?.at ?? request.at };
  return judgePath(goal, exchange);
}

/** Fails at the component that the figure is highest for: there the player looks first. */
function judgeLimit(level: Level, world: World, { expect, atMost }: LimitGoal): Judged {
  if (expect === 'exposure') {
    const exposed = listExposure(level, world);
    return exposed.length <= atMost ? { met: true } : { met: false, code: 'TOO_EXPOSED', ...at(exposed[0]?.to) };
  }
  const bill = monthlyBill(level, world);
  return bill.total <= atMost ? { met: true } : { met: false, code: 'TOO_DEAR', ...at(dearest(bill)[0]?.[0]) };
}

function judgePath(goal: ProbeGoal, { request, reply, seen }: Exchange): Judged {
  const passed = (node: string, path: readonly string[]) => path.includes(node);
  const missed = goal.through.find((node) => !passed(node, request.path) || (reply && !passed(node, reply.path)));
  if (missed) return { met: false, code: 'WRONG_PATH', at: missed };
  const touched = goal.avoids.find((node) => passed(node, request.path) || (reply && passed(node, reply.path)));
  if (touched) return { met: false, code: 'WRONG_PATH', at: touched };
  if (goal.seenAs && seen?.source.address !== goal.seenAs)
    return { met: false, code: 'SEEN_AS_ANOTHER', at: request.at };
  return { met: true };
}

function at(component: string | undefined): Pick<Judged, 'at'> {
  return component === undefined ? {} : { at: component };
}

/** So that the player can walk the packet before answering. */
function askedAbout(
  level: Level,
  world: World,
  goal: Exclude<Goal, ProbeGoal | LimitGoal>,
): Pick<GoalResult, 'exchange'> {
  if (goal.expect === 'order') {
    const puzzle = level.puzzles.find(({ id }) => id === goal.puzzle);
    return puzzle ? { exchange: traceExchange(world, puzzle.probe) } : {};
  }
  const reads = level.questions.find(({ id }) => id === goal.question)?.reads;
  return reads ? { exchange: traceExchange(worldAfter(level, world, reads.after), reads.probe) } : {};
}

function judgeAnswer(level: Level, world: World, goal: Extract<Goal, { expect: 'answer' }>): GoalResult {
  const question = level.questions.find(({ id }) => id === goal.question);
  const given = world.notebook[goal.question]?.[0];
  if (given === undefined) return { goal, met: false, code: 'UNANSWERED', at: goal.question };
  const then = worldAfter(level, world, question?.reads.after);
  const met = question !== undefined && given === readAnswer(then, question.reads);
  return met ? { goal, met } : { goal, met, code: 'WRONG_ANSWER', at: goal.question };
}

function judgeOrder(level: Level, world: World, goal: Extract<Goal, { expect: 'order' }>): GoalResult {
  const puzzle = level.puzzles.find(({ id }) => id === goal.puzzle);
  const given = world.notebook[goal.puzzle] ?? [];
  const expected = puzzle ? readOrder(world, puzzle) : [];
  const firstWrong = given.findIndex((tile, index) => tile !== expected[index]);
  if (firstWrong >= 0) return { goal, met: false, code: 'WRONG_ORDER', at: given[firstWrong] as string };
  return given.length === expected.length
    ? { goal, met: true }
    : { goal, met: false, code: 'UNFINISHED', at: goal.puzzle };
}
