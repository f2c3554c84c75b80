// The goal checklist: each goal's sentence with its mark, and under a goal that failed, where and why.

import { displayName } from '../../cloud/lookup.ts';
import { isStale, type Session } from '../../game/session.ts';
import type { Goal, LevelText } from '../../levels/level.ts';
import { wrapColumns } from '../../text/columns.ts';
import { type Line, line, span } from '../lines.ts';
import type { Style } from '../theme.ts';

export interface GoalsOptions {
  readonly session: Session;
  readonly text: LevelText;
  readonly width: number;
  readonly ascii: boolean;
  /** The goal whose packet is looked at. */
  readonly chosen?: number | undefined;
  /** A code in plain words. */
  titleCode(code: string): string;
}

interface Mark {
  readonly sign: string;
  readonly style: Style;
}

/** Before the first send nothing is known; after an edit what is known is old. */
export function goalMark(session: Session, index: number, ascii: boolean): Mark {
  const result = session.sent?.goals[index];
  if (!result) return { sign: ascii ? 'o' : '○', style: 'dim' };
  if (isStale(session)) return { sign: '?', style: 'dim' };
  if (result.met) return { sign: ascii ? '+' : '✓', style: 'good' };
  return { sign: ascii ? 'x' : '✗', style: 'bad' };
}

export function drawGoals(options: GoalsOptions): readonly Line[] {
  return options.session.level.goals.flatMap((goal, index) => drawGoal(options, goal, index));
}

function drawGoal(
  { session, text, width, ascii, chosen, titleCode }: GoalsOptions,
  goal: Goal,
  index: number,
): readonly Line[] {
  const { sign, style } = goalMark(session, index, ascii);
  const words = wrapColumns(text.goals[goal.id] ?? goal.id, width - 3);
  const pointer = chosen === index ? span(ascii ? '>' : '▸', 'accent') : span(' ');
  const rows = words.map((row, at) =>
    line(
      at === 0 ? pointer : ' ',
      span(at === 0 ? `${sign} ` : '  ', style),
      span(row, chosen === index ? 'heading' : undefined),
    ),
  );
  const result = session.sent?.goals[index];
  if (!result || result.met || isStale(session)) return rows;
  const place = result.at ? ` · ${displayName(session.level.start, result.at)}` : '';
  const why = wrapColumns(`${titleCode(result.code ?? '')}${place}`, width - 5);
  return [...rows, ...why.map((row) => line('   ', span(row, 'bad')))];
}
