// Dates as text, 2026-11-24, without a clock: which there are, the day of the week, and the ids of their puzzles.

/** Counts what changes the puzzles: another version has others on the same dates. */
export const DAILY_VERSION = 1;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const PREFIX = 'daily-';

/** Whether the calendar has such a day. */
export function isDate(text: string): boolean {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (!year || !month || !day || month > 12) return false;
  return day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** 0 is Sunday. Sakamoto's method. */
export function weekdayOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] as number;
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
}

export function dayBefore(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (day > 1) return format(year, month, day - 1);
  return month > 1 ? format(year, month - 1, daysIn(year, month - 1)) : format(year - 1, 12, 31);
}

export function dayAfter(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (day < daysIn(year, month)) return format(year, month, day + 1);
  return month < 12 ? format(year, month + 1, 1) : format(year + 1, 1, 1);
}

function format(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
}

export function dailyId(date: string): string {
  return PREFIX + date;
}

/** The date of a puzzle's id; undefined where it is no such id. */
export function dateOfDaily(id: string): string | undefined {
  const date = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : '';
  return isDate(date) ? date : undefined;
}
