// After the answer: what the packet did, or what EC2 says; and the refutation in one card.

import { tapsOf } from '../../dataplane/taps.ts';
import type { Exercise } from '../../levels/review/asking.ts';
import { dueDay } from '../../progress/review.ts';
import { CATALOGS } from '../../text/catalog.ts';
import { translateSentence } from '../../text/explain-refusal.ts';
import { fillMessage } from '../../text/message.ts';
import type { Game } from '../game-context.ts';
import type { Line } from '../lines.ts';
import { depthOf, drawScrubber, scrubberRows } from '../play/draw-scrubber.ts';
import { paragraph } from '../play/paragraph.ts';
import { sayChoice } from './draw-question.ts';
import type { ReviewItem, ReviewState } from './review-state.ts';

/** Where the packet's story ends for the question: at its receiver where only the way there was asked about. */
export function lastTap(exercise: Exercise): number {
  if (!exercise.packet) return 0;
  const { request, reply } = tapsOf(exercise.packet.exchange);
  return (isAboutRequest(exercise) ? request.length : request.length + reply.length) - 1;
}

function isAboutRequest({ asks, answer }: Exercise): boolean {
  if (asks.kind === 'question') return asks.direction === 'request';
  return asks.kind !== 'fate' || answer.startsWith('request ');
}

/** Rows that the packet takes, its frame left out; none where there is no packet. */
export function packetRows({ packet }: Exercise, { size }: Game): number {
  return packet ? scrubberRows(depthOf(tapsOf(packet.exchange)), size) : 0;
}

export function drawTold(game: Game, exercise: Exercise, { tap }: ReviewState, width: number): readonly Line[] {
  if (!exercise.packet) return [];
  const { exchange, world } = exercise.packet;
  const taps = tapsOf(exchange);
  const { catalog, border, ascii } = game;
  const index = tap ?? lastTap(exercise);
  const height = packetRows(exercise, game);
  const look = { world, exchange, taps, index, depth: depthOf(taps), showsTables: false };
  return drawScrubber({ ...look, catalog, border, ascii, width, height });
}

/** Right or not, then the belief and what is so, and when it is asked again. */
export function drawVerdict(
  game: Game,
  exercise: Exercise,
  item: ReviewItem,
  choice: string,
  width: number,
): readonly Line[] {
  const { review, beliefs } = CATALOGS[game.language];
  const { belief, so } = beliefs[item.belief.id];
  const isRight = choice === exercise.answer;
  return [
    ...paragraph(sayVerdict(game, exercise, choice), width, isRight ? 'good' : 'bad'),
    ...drawRefusal(game, exercise, width),
    [],
    ...paragraph(`${review.believed} “${belief}”`, width, 'warn'),
    ...paragraph(`${review.so} ${so}`, width),
    ...paragraph(sayWhen(game, item), width, 'dim'),
  ];
}

/** EC2's own words, and beside them those of the player's language. */
function drawRefusal({ catalog }: Game, { refusal }: Exercise, width: number): readonly Line[] {
  if (!refusal) return [];
  const meaning = translateSentence(refusal.message, catalog.refusals);
  return [
    ...paragraph(`${refusal.code}: ${refusal.message}`, width, 'dim'),
    ...(meaning ? paragraph(meaning, width, 'dim') : []),
  ];
}

function sayVerdict(game: Game, exercise: Exercise, choice: string): string {
  const { review } = CATALOGS[game.language];
  const answer = fillMessage(exercise.packet ? review.packet : review.ec2, {
    answer: sayChoice(game, exercise, exercise.answer),
  });
  if (choice === exercise.answer) return `${review.right} ${answer}`;
  return `${review.wrong} ${fillMessage(review.said, { choice: sayChoice(game, exercise, choice) })} ${answer}`;
}

function sayWhen({ language, progress }: Game, { belief }: ReviewItem): string {
  const { review } = CATALOGS[language];
  const record = progress.reviews[belief.id];
  const day = record && dueDay(record);
  return day === undefined ? review.settled : fillMessage(review.again, { day });
}
