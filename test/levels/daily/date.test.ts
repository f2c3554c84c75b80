import { describe, expect, test } from 'vitest';
import { dailyId, dateOfDaily, dayBefore, isDate, weekdayOf } from '../../../src/levels/daily/date.ts';

describe('dates as text', () => {
  test.each(['2026-11-24', '2024-02-29', '2000-02-29', '2026-12-31'])('%s is a date', (text) => {
    expect(isDate(text)).toBe(true);
  });

  test.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-11-31', '2026-1-1', 'today', ''])(
    '%s is none',
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );

  // The platform's own calendar is the judge.
  test('the day of the week and the day before are the calendar’s, through leap years and centuries', () => {
    for (let time = Date.UTC(1999, 0, 1); time < Date.UTC(2101, 0, 1); time += 86_400_000 * 13) {
      const date = new Date(time).toISOString().slice(0, 10);
      expect([date, weekdayOf(date)]).toEqual([date, new Date(time).getUTCDay()]);
      expect(dayBefore(date)).toBe(new Date(time - 86_400_000).toISOString().slice(0, 10));
    }
  });

  test('a puzzle’s id says its date, and no other id does', () => {
    expect(dateOfDaily(dailyId('2026-11-24'))).toBe('2026-11-24');
    for (const id of ['daily', 'daily-', 'daily-2026-02-30', 'unused-gate', '2026-11-24'])
      expect(dateOfDaily(id)).toBeUndefined();
  });
});
