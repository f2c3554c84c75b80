// How the daily packets went: the first win of each date, and all that was sent until then. Later wins change nothing, as in any game
// that everybody plays once a day.

import * as v from 'valibot';
import { dayBefore, isDate } from '../levels/daily/date.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Each goal of one send, in the level's order: met or not. */
const marksSchema = v.pipe(v.string(), v.regex(/^[01]+$/));

export const dailyRecordSchema = v.object({
  /** The generator's version: another one has another puzzle for the date. */
  version: count,
  par: count,
  sends: v.array(marksSchema),
  /** When it was first solved: an ISO 8601 time; and what that answer took. */
  solvedAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  moves: v.optional(count),
  dollars: v.optional(v.pipe(v.number(), v.minValue(0))),
  exposure: v.optional(count),
  stars: v.optional(v.pipe(count, v.maxValue(3))),
});

export type DailyRecord = Readonly<v.InferOutput<typeof dailyRecordSchema>>;
/** By date. */
export type DailyRecords = Readonly<Record<string, DailyRecord>>;

/** The earlier win; where there is none, the longer try. The order of merging makes no difference. */
export function mergeDaily(known: DailyRecord | undefined, added: DailyRecord): DailyRecord {
  if (!known) return added;
  if (known.solvedAt !== added.solvedAt) return (known.solvedAt ?? '~') < (added.solvedAt ?? '~') ? known : added;
  if (known.sends.length !== added.sends.length) return known.sends.length > added.sends.length ? known : added;
  return JSON.stringify(known) < JSON.stringify(added) ? known : added;
}

/** How many days in a row were solved on their own day, up to today, or to yesterday while today's is still open. */
export function streakOf(records: DailyRecords, today: string): number {
  const isKept = (date: string) => records[date]?.solvedAt?.startsWith(date) === true;
  let day = isKept(today) ? today : dayBefore(today);
  let streak = 0;
  for (; isDate(day) && isKept(day); day = dayBefore(day)) streak++;
  return streak;
}
