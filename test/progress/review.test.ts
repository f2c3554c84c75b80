import { describe, expect, test } from 'vitest';
import { applyChange, EMPTY_SAVE, REVIEW_RUNGS, type Save } from '../../src/progress/progress.ts';
import { dueDay, listDue, nextDay, noteAnswered, noteShown } from '../../src/progress/review.ts';

const MONDAY = '2026-03-02T20:15:00.000Z';
const BELIEF = 'top-to-bottom';
const shown = applyChange(EMPTY_SAVE, noteShown([BELIEF], MONDAY));

const answer = (save: Save, right: boolean, now: string) => applyChange(save, noteAnswered(save, BELIEF, right, now));

describe('a belief that was shown', () => {
  // Curriculum, section 1: a fixed ladder of 1, 3, 7 and 21 days.
  test.each([
    [0, '2026-03-03'],
    [1, '2026-03-05'],
    [2, '2026-03-09'],
    [3, '2026-03-23'],
  ])('on rung %i is due on %s', (rung, day) => {
    expect(dueDay({ rung, at: MONDAY })).toBe(day);
  });

  test('is asked about no more once the ladder is climbed', () => {
    expect(dueDay({ rung: REVIEW_RUNGS, at: MONDAY })).toBeUndefined();
    expect(dueDay({ rung: REVIEW_RUNGS - 1, at: MONDAY })).toBeDefined();
  });

  test('is due from the first moment of its day, and not on the day on which it was shown', () => {
    expect(listDue(shown, MONDAY)).toEqual([]);
    expect(listDue(shown, '2026-03-02T23:59:59.999Z')).toEqual([]);
    expect(listDue(shown, '2026-03-03T00:00:00.000Z')).toEqual([BELIEF]);
    expect(nextDay(shown, MONDAY)).toBe('2026-03-03');
  });

  test('climbs with each right answer', () => {
    let save = shown;
    const days: (string | undefined)[] = [];
    for (let rung = 0; rung < REVIEW_RUNGS; rung++) {
      const day = nextDay(save, '2026-03-02T20:15:00.000Z') as string;
      days.push(day);
      save = answer(save, true, `${day}T09:00:00.000Z`);
    }
    expect(days).toEqual(['2026-03-03', '2026-03-06', '2026-03-13', '2026-04-03']);
    expect(listDue(save, '2027-01-01T00:00:00.000Z')).toEqual([]);
  });

  test('falls to the foot of the ladder with a wrong answer, and when it is shown again', () => {
    const high = answer(answer(shown, true, '2026-03-03T09:00:00.000Z'), true, '2026-03-06T09:00:00.000Z');
    expect(high.reviews[BELIEF]?.rung).toBe(2);
    expect(answer(high, false, '2026-03-13T09:00:00.000Z').reviews[BELIEF]?.rung).toBe(0);
    expect(applyChange(high, noteShown([BELIEF], '2026-03-07T09:00:00.000Z')).reviews[BELIEF]?.rung).toBe(0);
  });

  test('with a date that no calendar has is asked about rather than forgotten', () => {
    const save = { reviews: { [BELIEF]: { rung: 0, at: '2026-02-31T00:00:00.000Z' } } };
    expect(listDue(save, '2026-06-01T00:00:00.000Z')).toEqual([BELIEF]);
  });
});

test('those that have waited longest come first', () => {
  const both = applyChange(shown, noteShown(['any-table-will-do'], '2026-03-01T08:00:00.000Z'));
  expect(listDue(both, '2026-04-01T00:00:00.000Z')).toEqual(['any-table-will-do', BELIEF]);
});
