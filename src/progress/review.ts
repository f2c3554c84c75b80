// When a belief that the player has shown comes up again: after 1, 3, 7 and 21 days, a fixed ladder; a wrong answer leads back to its
// foot. Days are whole days in UTC, so that whoever plays each evening is asked each evening.

import { type Change, type Progress, REVIEW_RUNGS, type ReviewRecord } from './progress.ts';

const DAYS: readonly number[] = [1, 3, 7, 21];
const DAY_MS = 86_400_000;

/** The day (2026-11-24) from which it is due; undefined once the ladder has been climbed. */
export function dueDay({ rung, at }: ReviewRecord): string | undefined {
  const days = DAYS[rung];
  if (days === undefined) return undefined;
  const due = Date.parse(at) + days * DAY_MS;
  // A date that no calendar has, such as February 31: ask today rather than never.
  return Number.isNaN(due) ? at.slice(0, 10) : new Date(due).toISOString().slice(0, 10);
}

/** Ids of the beliefs that are due now, those that have waited longest first. */
export function listDue({ reviews }: Pick<Progress, 'reviews'>, now: string): readonly string[] {
  return waiting(reviews).flatMap(({ id, day }) => (day <= now ? [id] : []));
}

/** When the next one is due that is not due yet. */
export function nextDay({ reviews }: Pick<Progress, 'reviews'>, now: string): string | undefined {
  return waiting(reviews).find(({ day }) => day > now)?.day;
}

function waiting(reviews: Progress['reviews']): readonly { readonly id: string; readonly day: string }[] {
  return Object.entries(reviews)
    .flatMap(([id, record]) => {
      const day = dueDay(record);
      return day === undefined ? [] : [{ id, day }];
    })
    .sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1));
}

/** Beliefs shown in a level begin the ladder, or begin it again. */
export function noteShown(ids: readonly string[], now: string): Change {
  return { reviews: Object.fromEntries(ids.map((id) => [id, { rung: 0, at: now }])) };
}

export function noteAnswered({ reviews }: Pick<Progress, 'reviews'>, id: string, right: boolean, now: string): Change {
  const rung = reviews[id]?.rung ?? 0;
  return { reviews: { [id]: { rung: right ? Math.min(rung + 1, REVIEW_RUNGS) : 0, at: now } } };
}
