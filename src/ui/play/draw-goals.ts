// The goal checklist: each goal's sentence with its mark, and under a goal that failed, where and why; while packets are walked, under each
// goal the timeline of its own.

import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { titleCode } from '../../dataplane/explain.ts';
import { isStale, type Session } from '../../game/session.ts';
import type { GoalResult } from '../../levels/judge.ts';
import type { Goal, LevelText } from '../../levels/level.ts';
import type { Catalog } from '../../text/catalog.ts';
import { wrapColumns } from '../../text/columns.ts';
import { sayIfKnown } from '../labels.ts';
import { fitLine, type Line, line, span } from '../lines.ts';
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
  /** While packets are walked: the timeline of a goal's packet, in the place of why it failed. */
  timeline?: ((goal: number) => Line | undefined) | undefined;
}

/** Room for words: behind pointer and sign, and one column before the frame. */
function wordsWidth(width: number): number {
  return width - 4;
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

/** Each goal's rows. */
export function drawGoals(options: GoalsOptions): readonly (readonly Line[])[] {
  return options.session.level.goals.map((goal, index) => [
    ...drawSentence(options, goal, index),
    ...(options.timeline ? drawTimelineRow(options, index) : drawWhy(options, index)),
  ]);
}

function drawSentence(
  { session, text, width, ascii, chosen }: GoalsOptions,
  goal: Goal,
  index: number,
): readonly Line[] {
  const { sign, style } = goalMark(session, index, ascii);
  const words = wrapColumns(text.goals[goal.id] ?? goal.id, wordsWidth(width));
  const pointer = chosen === index ? span(ascii ? '>' : '▸', 'accent') : span(' ');
  return words.map((row, at) =>
    line(
      at === 0 ? pointer : ' ',
      span(at === 0 ? `${sign} ` : '  ', style),
      span(row, chosen === index ? 'heading' : undefined),
    ),
  );
}

function drawTimelineRow({ timeline, width }: GoalsOptions, index: number): readonly Line[] {
  const row = timeline?.(index);
  return row ? [line('   ', ...fitLine(row, wordsWidth(width)))] : [];
}

function drawWhy({ session, width, why }: GoalsOptions, index: number): readonly Line[] {
  const result = session.sent?.goals[index];
  if (!result || result.met || isStale(session)) return [];
  return wrapColumns(why(result), wordsWidth(width)).map((row) => line('   ', span(row, 'bad')));
}

interface FittedGoals {
  readonly lines: readonly Line[];
  readonly hidden: number;
  /** The goal that each line is of. */
  readonly owners: readonly number[];
}

/** As many goals as have room, the chosen one among them, and how many are not there whole. */
export function fitGoals(goals: readonly (readonly Line[])[], height: number, chosen: number | undefined): FittedGoals {
  const all = goals.flat();
  const owners = goals.flatMap((rows, goal) => rows.map(() => goal));
  if (all.length <= height) return { lines: all, hidden: 0, owners };
  const upTo = (goal: number) => goals.slice(0, goal).flat().length;
  const end = chosen === undefined ? height : upTo(chosen + 1);
  const from = Math.min(Math.max(0, end - height), upTo(chosen ?? 0));
  const window = <T>(rows: readonly T[]) => rows.slice(from, from + height);
  const kept = window(owners);
  const isWhole = (rows: readonly Line[], goal: number) =>
    kept.filter((owner) => owner === goal).length === rows.length;
  return { lines: window(all), hidden: goals.filter((rows, goal) => !isWhole(rows, goal)).length, owners: kept };
}

/** As many rows as the goals may come to need: each with a line of why it failed. */
export function goalRowsAtMost({ session, text, width }: Pick<GoalsOptions, 'session' | 'text' | 'width'>): number {
  const rows = session.level.goals.map(({ id }) => wrapColumns(text.goals[id] ?? id, wordsWidth(width)).length + 1);
  return rows.reduce((sum, each) => sum + each, 0);
}

/** Where and why a goal failed, in few words. */
export function sayWhy({ code = '', at, goal }: GoalResult, world: World, catalog: Catalog): string {
  const own = sayIfKnown(catalog, `why.${code}`);
  if (own !== undefined && !('probe' in goal)) return own;
  const place = at ? ` · ${displayName(world, at)}` : '';
  return `${own ?? titleCode(code, catalog)}${place}`;
}
