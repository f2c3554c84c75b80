// The answers and tiles that the player has given so far.

import type { Session } from '../../game/session.ts';
import type { Level, LevelText } from '../../levels/level.ts';
import { columns, wrapColumns } from '../../text/columns.ts';
import { type Line, line, span } from '../lines.ts';
import type { Room } from './draw-tables.ts';

export function hasNotebook({ questions, puzzles }: Level): boolean {
  return questions.length + puzzles.length > 0;
}

export function drawNotebook(session: Session, text: LevelText, { width, height }: Room): readonly Line[] {
  const { level, present } = session;
  const given = level.questions.map(({ id }, index) => ({
    number: ` ${index + 1}  `,
    question: text.questions[id] ?? id,
    answer: answerIn(present.world.notebook[id]?.[0], text),
  }));
  const whole = given.flatMap((each) => drawAnswer(each, width));
  // Where there is no room for both, an answered question gives way to its answer.
  const answers =
    whole.length <= height
      ? whole
      : given.flatMap((each) => drawAnswer({ ...each, question: each.answer || each.question, answer: '' }, width));
  const puzzles = level.puzzles.map(({ id }) => ({ id, tiles: drawTiles(session, id, text, width - 3) }));
  const room = Math.max(1, Math.floor((height - answers.length) / Math.max(1, puzzles.length)) - 1);
  return [
    ...answers,
    ...puzzles.flatMap(({ id, tiles }) => [
      line(span(` ${text.puzzles[id] ?? id}`, 'dim')),
      // The newest are what the player goes on from.
      ...tiles.slice(-room).map((row) => line('  ', ...row)),
    ]),
  ];
}

function answerIn(given: string | undefined, text: LevelText): string {
  return given === undefined ? '' : (text.choices[given] ?? given);
}

interface Answered {
  readonly number: string;
  readonly question: string;
  readonly answer: string;
}

/** The question, and its answer behind it or, where that is too long, under it. */
function drawAnswer({ number, question, answer }: Answered, width: number): readonly Line[] {
  const indent = ' '.repeat(columns(number));
  // One column stays free before the frame.
  const room = width - columns(number) - 1;
  const [first = '', ...others] = wrapColumns(question, room);
  const rows = [
    line(span(number, 'dim'), span(first, answer ? 'dim' : undefined)),
    ...others.map((row) => line(indent, span(row, answer ? 'dim' : undefined))),
  ];
  if (answer === '') return rows;
  const last = others.at(-1) ?? first;
  if (columns(last) + 2 + columns(answer) <= room)
    return [...rows.slice(0, -1), line(...(rows.at(-1) as Line), '  ', span(answer, 'accent'))];
  return [...rows, ...wrapColumns(answer, room).map((row) => line(indent, span(row, 'accent')))];
}

/** The steps of a puzzle as they have been put so far, numbered. */
export function drawTiles({ present }: Session, puzzle: string, text: LevelText, width: number): readonly Line[] {
  return (present.world.notebook[puzzle] ?? []).flatMap((tile, index) => {
    const number = `${index + 1} `.padStart(3);
    const rows = wrapColumns(text.tiles[tile] ?? tile, width - 3);
    return rows.map((row, at) => line(span(at === 0 ? number : '   ', 'dim'), span(row, 'accent')));
  });
}
