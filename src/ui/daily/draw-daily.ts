// The screen of the daily packet but for its menu: the day, its title, how it went, and the last two weeks.

import { DAILY_VERSION, dailyId, dayBefore, weekdayOf } from '../../levels/daily/date.ts';
import { type DailyRecord, streakOf } from '../../progress/daily.ts';
import { wrapColumns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import type { Game } from '../game-context.ts';
import { type Line, line, lineColumns, span } from '../lines.ts';

const DAYS_SHOWN = 14;

export function drawDaily(game: Game, date: string, today: string): readonly Line[] {
  const { catalog, size, progress, levelText, level, say } = game;
  const words = catalog.daily;
  const width = Math.min(size.columns, 90) - 4;
  const paragraph = (text: string, style?: 'dim' | 'warn'): readonly Line[] =>
    wrapColumns(text, width).map((row) => line('  ', span(row, style)));
  const id = dailyId(date);
  const day = [words[`weekday.${weekdayOf(date)}` as keyof typeof words], ...(date === today ? [words.today] : [])];
  return [
    line(span(` ${words.heading}`, 'title')),
    [],
    ...paragraph(words.about, 'dim'),
    [],
    line('  ', span(date, 'heading'), `  ${day.join(', ')}`),
    line('  ', span(levelText(id).title, 'title'), span(`   ${say('briefing.par', { par: level(id).par })}`, 'dim')),
    [],
    ...drawOutcome(game, progress.daily[date]),
    [],
    drawStrip(game, date, today),
    [],
  ];
}

function drawOutcome({ catalog, ascii }: Game, record: DailyRecord | undefined): readonly Line[] {
  const words = catalog.daily;
  if (!record) return [line('  ', words.open)];
  if (record.version !== DAILY_VERSION) return [line('  ', span(words['other-version'], 'dim'))];
  const { solvedAt, moves = 0, par, stars = 0, sends } = record;
  if (solvedAt === undefined) {
    const tried = fillMessage(words[sends.length === 1 ? 'tried-once' : 'tried'], { count: sends.length });
    return [line('  ', span(tried, 'warn'))];
  }
  const [full, empty] = ascii ? ['*', '.'] : ['★', '☆'];
  const figures = fillMessage(words.solved, { moves, par });
  return [line('  ', span(figures, 'good'), '   ', span(full.repeat(stars) + empty.repeat(3 - stars), 'packet'))];
}

/** Day by day up to today, the one looked at in brackets; and the streak. */
function drawStrip({ catalog, progress, ascii }: Game, date: string, today: string): Line {
  const days = [today];
  while (days.length < DAYS_SHOWN) days.unshift(dayBefore(days[0] as string));
  const cells = days.flatMap((day) => {
    const mark = markOf(progress.daily[day], day, ascii);
    return day === date ? [span('[', 'accent'), mark, span(']', 'accent')] : [span(' '), mark, span(' ')];
  });
  const streak = fillMessage(catalog.daily.streak, { streak: streakOf(progress.daily, today) });
  return line(' ', ...cells, span(`   ${streak}`, 'dim'));
}

/** Solved on its day, solved later, tried, or not begun. */
function markOf(record: DailyRecord | undefined, day: string, ascii: boolean) {
  if (!record) return span(ascii ? '.' : '·', 'dim');
  if (record.solvedAt === undefined) return span(ascii ? 'x' : '✗', 'warn');
  if (record.solvedAt.startsWith(day)) return span(ascii ? '+' : '✓', 'good');
  return span(ascii ? 'o' : '○', 'good');
}

/** The result alone on the screen, from its first column, so that it can be marked with the mouse. */
export function drawShare(lines: readonly string[], { catalog, size }: Game): readonly Line[] {
  const about = wrapColumns(catalog.daily['share.about'], size.columns - 2).map((row) => line(span(row, 'dim')));
  return [...about, [], ...lines.flatMap((text) => cut(text, size.columns))];
}

/** A line that is too long goes on in the next row, as the terminal itself would have it. */
function cut(text: string, columns: number): readonly Line[] {
  const whole = line(text);
  return lineColumns(whole) <= columns ? [whole] : wrapColumns(text, columns).map((row) => line(row));
}
