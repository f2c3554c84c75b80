// The whole game of one level between two key presses: a state and what each event makes of it. Screens draw a Session and send events.
// Undo is the list of past Worlds, without end; nothing here knows a clock or a screen.

import type { World } from '../cloud/world.ts';
import { applyOperation } from '../control/apply.ts';
import type { Operation, OperationError, Output } from '../control/operation.ts';
import { findOperation } from '../control/operations/registry.ts';
import { diagnose, type Finding } from '../dataplane/diagnose.ts';
import { type GoalResult, judge, worldAfter } from '../levels/judge.ts';
import type { Level } from '../levels/level.ts';
import { movesOf } from '../levels/moves.ts';
import { readAnswer } from '../levels/reading.ts';
import { listExposure, monthlyCost, priceAnswer } from '../levels/score.ts';
import { isAllowed } from '../levels/tools.ts';
import { memoByIdentity } from '../memo.ts';

/** One state of the network that the player has made, and the edit that led to it. */
export interface Snapshot {
  readonly world: World;
  readonly moves: number;
  readonly edit?: Operation;
}

/** What became of the goals when the packets were last sent. */
export interface Sent {
  readonly world: World;
  readonly solved: boolean;
  readonly goals: readonly GoalResult[];
}

export interface Prediction {
  /** Undefined: the player passed. */
  readonly choice?: string;
  /** How sure the player said to be; undefined where nobody asked. */
  readonly sure?: boolean;
  readonly right?: string;
  /** Set once the packets have been sent. */
  readonly met?: boolean;
  /** The question is about the network as it began, and the packets were sent in another. */
  readonly ofStart?: boolean;
}

/** What the last event had to say. Wrong network, refused edit and lookups are different things and look different. */
export type Notice =
  | { readonly kind: 'refused'; readonly operation: Operation; readonly error: OperationError }
  | { readonly kind: 'not-allowed'; readonly operation: Operation }
  | { readonly kind: 'done'; readonly operation: Operation; readonly output: Output; readonly unchanged: boolean }
  | { readonly kind: 'looked'; readonly operation: Operation; readonly output: Output }
  /** Without an operation it was a reset that was undone or made again. */
  | { readonly kind: 'undone' | 'redone'; readonly operation?: Operation | undefined }
  | { readonly kind: 'reset' }
  | { readonly kind: 'nothing-to-undo' }
  | { readonly kind: 'nothing-to-redo' };

export interface Session {
  readonly level: Level;
  readonly past: readonly Snapshot[];
  readonly present: Snapshot;
  readonly future: readonly Snapshot[];
  /** The network before the last edit, undo, redo or reset: what differs from it is what that changed. */
  readonly before?: World | undefined;
  readonly sends: number;
  readonly sent?: Sent | undefined;
  readonly prediction?: Prediction | undefined;
  /** How many rungs of the hints are open, 0 to 4. */
  readonly hints: number;
  /** Sends and edits since the last rung was opened: the next one waits for some. */
  readonly tries: number;
  readonly notice?: Notice | undefined;
}

export type SessionEvent =
  | { readonly type: 'operate'; readonly operation: Operation }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'reset' }
  | { readonly type: 'predict'; readonly choice?: string; readonly sure?: boolean }
  | { readonly type: 'send' }
  | { readonly type: 'hint' };

export const HINT_RUNGS = 4;
/** A hint costs nothing but that something is tried first, and be it a send that changes nothing. */
const HINT_TRIES = 2;

/** How many tries are still to be made before the next rung opens. The first is open from the start. */
export function triesToHint({ hints, tries }: Session): number {
  return hints === 0 || hints === HINT_RUNGS ? 0 : Math.max(0, HINT_TRIES - tries);
}

export function startSession(level: Level): Session {
  return { level, past: [], present: { world: level.start, moves: 0 }, future: [], sends: 0, hints: 0, tries: 0 };
}

export function reduceSession(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case 'operate':
      return operate(session, event.operation);
    case 'undo':
      return undo(session);
    case 'redo':
      return redo(session);
    case 'reset':
      return reset(session);
    case 'predict':
      return predict(session, event);
    case 'send':
      return send(session);
    case 'hint':
      return openHint(session);
  }
}

function operate(session: Session, operation: Operation): Session {
  const { level, present } = session;
  const isLook = findOperation(operation.name)?.effect === 'look';
  if (!isLook && !isAllowed(level.tools, operation)) return { ...session, notice: { kind: 'not-allowed', operation } };
  const applied = applyOperation(present.world, operation);
  const tries = session.tries + (isLook ? 0 : 1);
  if (!applied.ok) return { ...session, tries, notice: { kind: 'refused', operation, error: applied.error } };
  const { world, output } = applied.value;
  if (isLook) return { ...session, notice: { kind: 'looked', operation, output } };
  const notice: Notice = { kind: 'done', operation, output, unchanged: world === present.world };
  if (notice.unchanged) return { ...session, tries, notice };
  return { ...goTo(session, { world, moves: present.moves + movesOf(operation), edit: operation }), tries, notice };
}

/** A reset can be undone too: it is one more state. */
function reset(session: Session): Session {
  if (session.present.world === session.level.start) return { ...session, notice: { kind: 'nothing-to-undo' } };
  return { ...goTo(session, { world: session.level.start, moves: 0 }), notice: { kind: 'reset' } };
}

function goTo(session: Session, present: Snapshot): Session {
  const past = [...session.past, session.present];
  return { ...session, past, present, future: [], before: session.present.world, notice: undefined };
}

function undo(session: Session): Session {
  const previous = session.past.at(-1);
  if (!previous) return { ...session, notice: { kind: 'nothing-to-undo' } };
  const { present } = session;
  const notice: Notice = { kind: 'undone', operation: present.edit };
  return {
    ...session,
    past: session.past.slice(0, -1),
    present: previous,
    future: [present, ...session.future],
    before: present.world,
    notice,
  };
}

function redo(session: Session): Session {
  const [next, ...future] = session.future;
  if (!next) return { ...session, notice: { kind: 'nothing-to-redo' } };
  const notice: Notice = { kind: 'redone', operation: next.edit };
  const past = [...session.past, session.present];
  return { ...session, past, present: next, future, before: session.present.world, notice };
}

function openHint(session: Session): Session {
  if (session.hints === HINT_RUNGS || triesToHint(session) > 0) return session;
  return { ...session, hints: session.hints + 1, tries: 0 };
}

/** Only what is said before the first send is a prediction. */
function predict(session: Session, { choice, sure }: Extract<SessionEvent, { type: 'predict' }>): Session {
  if (session.prediction || session.sends > 0 || !session.level.predict) return session;
  if (choice === undefined) return { ...session, prediction: {} };
  return { ...session, prediction: { choice, ...(sure !== undefined && { sure }) } };
}

function send(session: Session): Session {
  const { level, present, prediction } = session;
  const { solved, goals } = judge(level, present.world);
  const sent: Sent = { world: present.world, solved, goals };
  return {
    ...session,
    sends: session.sends + 1,
    tries: session.tries + 1,
    sent,
    prediction: settle(session, prediction),
    notice: undefined,
  };
}

/** The packet itself answers the prediction, in the network as the level started. */
function settle({ level, sends, present }: Session, prediction: Prediction | undefined): Prediction | undefined {
  if (!level.predict || sends > 0) return prediction;
  const reads = level.predict.reads;
  const right = readAnswer(worldAfter(level, level.start, reads.after), reads);
  if (right === undefined) return prediction;
  const ofStart = present.world !== level.start && { ofStart: true };
  return {
    ...prediction,
    right,
    ...ofStart,
    ...(prediction?.choice !== undefined && { met: prediction.choice === right }),
  };
}

/** Whether the network has changed since the packets were last sent. */
export function isStale({ sent, present }: Session): boolean {
  return sent !== undefined && sent.world !== present.world;
}

export function isSolved(session: Session): boolean {
  return session.sent?.solved === true && !isStale(session);
}

/** Everything that stands between the ends of a goal that failed. */
export function findingsFor({ level, sent }: Session, { goal, met }: GoalResult): readonly Finding[] {
  if (met || !sent || !('probe' in goal) || (goal.expect !== 'converse' && goal.expect !== 'deliver')) return [];
  return diagnose(worldAfter(level, sent.world, goal.after), goal.probe);
}

export interface Score {
  readonly moves: number;
  readonly par: number;
  /** US dollars a month. */
  readonly cost: number;
  /** Deliveries that nobody asked for. */
  readonly exposure: number;
}

export function scoreOf({ level, present }: Session): Score {
  const { world, moves } = present;
  return { moves, par: level.par, cost: monthlyCost(level, world), exposure: listExposure(level, world).length };
}

/** What the level's own answer scores; worked out once for each level. */
export const referenceScore = memoByIdentity((level: Level): Score => {
  const { dollars, exposure } = priceAnswer(level, level.reference);
  return { moves: level.par, par: level.par, cost: dollars, exposure };
});

/** One star for a right answer, one for par, one for an answer as cheap and as closed as the reference. */
export function starsOf(session: Session): number {
  if (!isSolved(session)) return 0;
  const score = scoreOf(session);
  const reference = referenceScore(session.level);
  const atPar = score.moves <= score.par;
  const frugal = score.cost <= reference.cost && score.exposure <= reference.exposure;
  return 1 + Number(atPar) + Number(frugal);
}
