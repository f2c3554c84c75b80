// Rules that play a level: it is broken at the start, its reference mends it, its wrong answers fail as filed, and no answer is shorter.

import type { World } from '../cloud/world.ts';
import { printCommand } from '../control/command.ts';
import type { Operation } from '../control/operation.ts';
import { traceExchange } from '../dataplane/trace.ts';
import type { Report } from './contract.ts';
import { failedGoals, isForbidding } from './goals.ts';
import { worldAfter } from './judge.ts';
import type { Level, Question } from './level.ts';
import { countMoves } from './moves.ts';
import { proveGoals, provePermitEverything } from './prove-goals.ts';
import { readAnswer, readOrder } from './reading.ts';
import { replay } from './replay.ts';
import { searchAnswers } from './search.ts';
import { isAllowed } from './tools.ts';

export function proveAnswers(level: Level, report: Report, limits: SearchLimits = LIMITS): ParProof {
  proveFrames(level, report);
  proveMends(level, report);
  proveWrongAnswers(level, report);
  proveAsked(level, report);
  provePermitEverything(level, report);
  return provePar(level, report, limits);
}

/** The player stands in for the receive check, so the goals must agree with it. */
function proveFrames(level: Level, report: Report): void {
  const { hosts, frames } = level.start;
  const checking: World = {
    ...level.start,
    hosts: Object.fromEntries(Object.entries(hosts).map(([id, host]) => [id, { ...host, checksFrames: true }])),
    frames: Object.fromEntries(Object.entries(frames).map(([id, frame]) => [id, { ...frame, discarded: false }])),
  };
  for (const goal of level.goals) {
    if (!('probe' in goal) || !frames[goal.probe.from]) continue;
    const passes = traceExchange(checking, goal.probe, { recording: false }).outcome !== 'dropped';
    if (passes === isForbidding(goal))
      report(
        'frame',
        `goal "${goal.id}" expects ${goal.expect} of ${goal.probe.from}, but a checking host ${passes ? 'takes' : 'drops'} it`,
      );
  }
}

/** Something is to be done, and the reference does it, all of it and nothing more. */
export function proveMends(level: Level, report: Report): void {
  if (failedGoals(level, level.start).length === 0)
    report('start', 'the start meets every goal already', 'break something, or ask a question');
  const { world, refusal } = replay(level.start, level.reference);
  if (refusal) {
    report('reference', `the reference is refused at ${refusal.at}: ${refusal.code} ${refusal.message}`);
    return;
  }
  checkAllowed(level, 'the reference', level.reference, report);
  for (const { goal, code, at } of failedGoals(level, world))
    report('reference', `the reference leaves goal "${goal.id}" unmet: ${code} at ${at}`);
  const moves = countMoves(level.reference);
  if (moves !== level.par) report('par', `par is ${level.par} but the reference has ${moves} edits`);
  for (const left of level.reference) {
    const rest = level.reference.filter((operation) => operation !== left);
    const without = replay(level.start, rest);
    if (!without.refusal && failedGoals(level, without.world).length === 0)
      report('reference', `the reference works without ${printCommand(left)}`);
  }
}

function checkAllowed(level: Level, what: string, operations: readonly Operation[], report: Report): void {
  for (const operation of operations)
    if (!isAllowed(level.tools, operation))
      report('tools', `${what} uses what the tools do not allow: ${printCommand(operation)}`);
}

function proveWrongAnswers(level: Level, report: Report): void {
  for (const { id, operations, code, goal } of level.wrong) {
    checkAllowed(level, `wrong answer "${id}"`, operations, report);
    const { world, refusal } = replay(level.start, operations);
    if (refusal) {
      if (refusal.code !== code)
        report('wrong', `wrong answer "${id}" is refused with ${refusal.code}, not with ${code}`);
      continue;
    }
    const codes = failedGoals(level, world)
      .filter((result) => !goal || result.goal.id === goal)
      .map((result) => result.code);
    if (!codes.includes(code))
      report(
        'wrong',
        `wrong answer "${id}" should fail with ${code}${goal ? ` at goal "${goal}"` : ''}, but gives: ${codes.join(', ') || 'a solution'}`,
      );
  }
}

/** Right answers are read from the packet; each must be among the choices, or nobody could give it. */
export function proveAsked(level: Level, report: Report): void {
  const ask = ({ id, reads, choices }: Question) => {
    const right = readAnswer(worldAfter(level, level.start, reads.after), reads);
    if (right === undefined) report('question', `question "${id}" reads a step that the trace does not have`);
    else if (!choices.includes(right))
      report('question', `question "${id}": the packet says ${right}, which is not among the choices`);
  };
  if (level.predict) ask(level.predict);
  level.questions.forEach(ask);
  for (const puzzle of level.puzzles)
    if (readOrder(level.start, puzzle).length < 2)
      report('question', `puzzle "${puzzle.id}" has fewer than two tiles that the trace knows`);
}

export interface ParProof {
  /** No answer has fewer edits than this. */
  readonly atLeast: number;
  /** Right answers of par's length, and of one edit more; undefined where the search was cut off. */
  readonly answers?: number;
  readonly near?: number;
  readonly states: number;
}

/** How many Worlds the search may look at: up to par, and for answers of one edit more; these are not looked for where it is 0. */
export interface SearchLimits {
  readonly all: number;
  readonly near: number;
}

const LIMITS: SearchLimits = { all: 500_000, near: 6000 };

/** No answer is shorter than par; and how many there are of par's length. Goals that fail alone are a by-product of the same search. */
function provePar(level: Level, report: Report, limits: SearchLimits): ParProof {
  const { par, bestKnown, questions, puzzles } = level;
  // Who answers wrongly and then rightly has found no other answer.
  const depth = questions.length + puzzles.length > 0 || limits.near === 0 ? par : par + 1;
  const maxStates = (length: number) => (length > par ? limits.near : bestKnown ? BEST_KNOWN_STATES : limits.all);
  const { answers, states, completeTo, lostAlone } = searchAnswers(level, { depth, maxStates });
  proveGoals(level, report, lostAlone);
  const found = answers.find(({ length }) => length < par);
  if (found) report('par', `par is ${par}, but ${found.length} do: ${found.map(printCommand).join(' ; ')}`);
  const isProved = completeTo >= par - 1;
  if (!isProved && !bestKnown)
    report(
      'par',
      `the search for a shorter answer was cut off after ${states} states`,
      'narrow the tools, or state bestKnown: true',
    );
  if (isProved && bestKnown) report('par', 'it states bestKnown, yet the search proves par', 'leave bestKnown out');
  const ofLength = (length: number) => answers.filter((answer) => answer.length === length).length;
  return {
    atLeast: Math.min(par, completeTo + 1),
    states,
    ...(completeTo >= par && { answers: ofLength(par) }),
    ...(completeTo > par && { near: ofLength(par + 1) }),
  };
}

/** Enough to say how many edits it takes at the least. */
const BEST_KNOWN_STATES = 20_000;
