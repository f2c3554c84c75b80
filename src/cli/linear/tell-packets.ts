// What the packets did, in words: which goals are met, why the others are not, and a packet step by step.

import type { Finding } from '../../dataplane/diagnose.ts';
import { findingsFor, referenceScore, type Session, scoreOf, starsOf } from '../../game/session.ts';
import { type GoalResult, worldAfter } from '../../levels/judge.ts';
import type { Level } from '../../levels/level.ts';
import type { Entry } from '../../levels/library.ts';
import { lineText } from '../../ui/lines.ts';
import { drawGoalReport } from '../../ui/play/draw-goal-report.ts';
import { drawPrediction } from '../../ui/play/draw-notice.ts';
import { sayIn as sayCommandsIn } from '../messages.ts';
import { writeTranscript } from '../transcript.ts';
import type { Open } from './linear.ts';
import { UNBROKEN, words } from './sentences.ts';

export function tellSent(open: Open, next: Entry | undefined): readonly string[] {
  const { session, text, catalog } = open;
  const results = session.sent?.goals ?? [];
  return [
    ...words(drawPrediction(session, text, catalog, UNBROKEN)),
    ...tellFirstLost(open, results),
    ...results.flatMap((result, index) => tellGoal(open, result, index)),
    ...(session.sent?.solved ? tellWin(open, next) : [open.say('sent.unsolved')]),
  ];
}

/** The way of the first packet that did not do what it should: there is the lesson. */
function tellFirstLost(open: Open, results: readonly GoalResult[]): readonly string[] {
  const at = results.findIndex(({ met, exchange }) => !met && exchange);
  return at < 0 ? [] : tellExchange(open, at, []);
}

function tellGoal({ session, text, catalog, say }: Open, result: GoalResult, index: number): readonly string[] {
  const goal = text.goals[result.goal.id] ?? result.goal.id;
  const [, ...report] = drawGoalReport({ session, result, text, catalog, width: UNBROKEN });
  const title = say(result.met ? 'goal.met' : 'goal.unmet', { number: index + 1, goal });
  return [title, ...(result.met ? [] : report.map((row) => `  ${lineText(row).trim()}`))];
}

function tellWin({ session, text, say, catalog, level }: Open, next: Entry | undefined): readonly string[] {
  const { moves, par, cost, exposure } = scoreOf(session);
  const reference = referenceScore(level);
  const values = { moves, par, dollars: cost.toFixed(2), exposure };
  const theirs = { dollars: reference.cost.toFixed(2), exposure: reference.exposure };
  return [
    say('won', { stars: starsOf(session) }),
    say('score', values),
    say('won.reference', theirs),
    catalog.game['result.card'],
    ...text.card,
    say(next ? 'won.next' : 'won.last', { position: next?.position ?? '' }),
  ];
}

/** A goal's packet there and back, every step a sentence, and everything that stands in its way. */
export function tellPacket(open: Open, at: number): readonly string[] {
  const result = open.session.sent?.goals[at];
  return tellExchange(open, at, result ? findingsFor(open.session, result) : []);
}

function tellExchange(
  { session, level, linear, say }: Open,
  at: number,
  findings: readonly Finding[],
): readonly string[] {
  const result = session.sent?.goals[at];
  const probe = result && probeOf(level, result);
  if (!result?.exchange || !probe) return [say('packet.none', { number: at + 1 })];
  const told = { world: worldOf(session, result), probe, exchange: result.exchange, findings };
  const { language } = linear;
  const transcript = writeTranscript(told, { say: sayCommandsIn(language), language });
  return [say('packet', { number: at + 1 }), ...transcript.split('\n')];
}

function worldOf({ level, sent, present }: Session, { goal }: GoalResult) {
  return worldAfter(level, sent?.world ?? present.world, goal.after);
}

/** The packet that a goal sends, or that it asks about. */
function probeOf({ questions, puzzles }: Level, { goal }: GoalResult) {
  if ('probe' in goal) return goal.probe;
  if (goal.expect === 'order') return puzzles.find(({ id }) => id === goal.puzzle)?.probe;
  return goal.expect === 'answer' ? questions.find(({ id }) => id === goal.question)?.reads.probe : undefined;
}
