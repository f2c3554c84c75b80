// The goal checklist: each goal's sentence with its mark, and under a goal that failed, where and why.

import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { titleCode } from '../../dataplane/explain.ts';
import { isStale, type Session } from '../../game/session.ts';
import type { GoalResult } from '../../levels/judge.ts';
import type { Goal, LevelText } from '../../levels/level.ts';
import type { Catalog } from '../../text/catalog.ts';
import { wrapColumns } from '../../text/columns.ts';
import { sayIfKnown } from '../labels.ts';
import { type Line, line, span } from '../lines.ts';
import type { Style } from '../theme.ts';

export interface GoalsOptions {
  readonly session: Session;
  readonly text: LevelText;
  readonly width: number;
  readonly ascii: boolean;
  /** The goal whose packet is looked at. */
  readonly chosen?: number | undefined;
  /** Where and why a goal failed. */
  why(result: GoalResult): string;
}

interface Mark {
  readonly sign: string;
  readonly style: Style;
}

/** Before the first send nothing is known; after an edit what is known is old. */
function goalMark(session: Session, index: number, ascii: boolean): Mark {
  const result = session.sent?.goals[index];
  if (!result) return { sign: ascii ? 'o' : '○', style: 'dim' };
  if (isStale(session)) return { sign: '?', style: 'dim' };
  if (result.code === 'UNANSWERED') return { sign: ascii ? 'o' : '○', style: 'dim' };
  if (result.met) return { sign: ascii ? '+' : '✓', style: 'good' };
  return { sign: ascii ? 'x' : '✗', style: 'bad' };
}

export function drawGoals(options: GoalsOptions): readonly Line[] {
  return options.session.level.goals.flatMap((goal, index) => drawGoal(options, goal, index));
}

function drawGoal(
  { session, text, width, ascii, chosen, why }: GoalsOptions,
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
  return [...rows, ...wrapColumns(why(result), width - 3).map((row) => line('   ', span(row, 'bad')))];
}

/** As many rows as the goals may come to need: each with a line of why it failed. */
export function goalRowsAtMost({ session, text, width }: Pick<GoalsOptions, 'session' | 'text' | 'width'>): number {
  const rows = session.level.goals.map(({ id }) => wrapColumns(text.goals[id] ?? id, width - 3).length + 1);
  return rows.reduce((sum, each) => sum + each, 0);
}

/** Where and why a goal failed, in few words. */
export function sayWhy({ code = '', at, goal }: GoalResult, world: World, catalog: Catalog): string {
  const own = sayIfKnown(catalog, `why.${code}`);
  if (own !== undefined && !('probe' in goal)) return own;
  const place = at ? ` · ${displayName(world, at)}` : '';
  return `${own ?? titleCode(code, catalog)}${place}`;
}
