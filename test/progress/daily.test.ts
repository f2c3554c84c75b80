import { describe, expect, test } from 'vitest';
import { type DailyRecord, type DailyRecords, mergeDaily, streakOf } from '../../src/progress/daily.ts';
import { applyChange, EMPTY_SAVE, mergeSaves, parseSave, type Save } from '../../src/progress/progress.ts';

const tried = (...sends: readonly string[]): DailyRecord => ({ version: 1, par: 2, sends: [...sends] });
const won = (at: string, ...sends: readonly string[]): DailyRecord => ({
  ...tried(...sends),
  ...{ solvedAt: `${at}T12:00:00.000Z`, moves: 2, dollars: 7.3, exposure: 0, stars: 3 },
});

describe('of two records of a day', () => {
  test.each([
    ['the earlier win stays', won('2026-11-24', '11'), won('2026-11-25', '01', '11')],
    ['a win stays beside a longer try', won('2026-11-24', '11'), tried('00', '00', '00')],
    ['the longer try stays while there is no win', tried('00', '01'), tried('00')],
  ])('%s, in either order', (_, better, worse) => {
    expect(mergeDaily(better, worse)).toEqual(better);
    expect(mergeDaily(worse, better)).toEqual(better);
    expect(mergeDaily(undefined, worse)).toEqual(worse);
  });

  test('two saves merge to the same, whichever is first, and again to itself', () => {
    const saveWith = (daily: DailyRecords): Save => applyChange(EMPTY_SAVE, { daily });
    const mine = saveWith({ '2026-11-23': won('2026-11-23', '1'), '2026-11-24': tried('0') });
    const theirs = saveWith({ '2026-11-24': won('2026-11-24', '0', '1') });
    const merged = mergeSaves(mine, theirs);
    expect(merged.daily).toEqual({ '2026-11-23': won('2026-11-23', '1'), '2026-11-24': won('2026-11-24', '0', '1') });
    expect(mergeSaves(theirs, mine).daily).toEqual(merged.daily);
    expect(mergeSaves(merged, mine).daily).toEqual(merged.daily);
  });
});

describe('the save', () => {
  test('of an older game has no days and is not damaged', () => {
    const read = parseSave({ version: 1, levels: {}, settings: {} });
    expect(read).toMatchObject({ ok: true, value: { damaged: false, save: { daily: {} } } });
  });

  test('keeps the days that make sense, and says that others did not', () => {
    const daily = { '2026-11-24': won('2026-11-24', '10', '11'), '2026-11-25': { sends: ['maybe'] } };
    const read = parseSave({ version: 1, levels: {}, settings: {}, daily });
    expect(read).toMatchObject({ ok: true, value: { damaged: true } });
    expect(read.ok && Object.keys(read.value.save.daily)).toEqual(['2026-11-24']);
  });
});

describe('a streak', () => {
  const days = (...dates: readonly string[]) => Object.fromEntries(dates.map((date) => [date, won(date, '1')]));

  test.each([
    ['counts today', days('2026-11-23', '2026-11-24'), 2],
    ['stands while today is still open', days('2026-11-22', '2026-11-23'), 2],
    ['goes over the end of a month', days('2026-10-31', '2026-11-01'), 0],
    ['ends at a day that was missed', days('2026-11-21', '2026-11-23', '2026-11-24'), 2],
    ['does not count a day that was solved later', { '2026-11-24': won('2026-11-25', '1') }, 0],
    ['is nothing at first', {}, 0],
  ])('%s', (_, records, streak) => {
    expect(streakOf(records, '2026-11-24')).toBe(streak);
  });

  test('goes over the end of a year', () => {
    expect(streakOf(days('2026-12-30', '2026-12-31', '2027-01-01'), '2027-01-01')).toBe(3);
  });
});
