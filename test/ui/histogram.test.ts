import { describe, expect, test } from 'vitest';
import { barLength, makeBars } from '../../src/ui/result/histogram.ts';

const counted = [
  { value: 3, count: 5 },
  { value: 1, count: 2 },
  { value: 3, count: 1 },
  { value: 2, count: 9 },
];

describe('bars', () => {
  test('stand in order, equal values together, yours marked', () => {
    expect(makeBars(counted, 2, 5, String)).toEqual([
      { label: '1', count: 2, isYours: false },
      { label: '2', count: 9, isYours: true },
      { label: '3', count: 6, isYours: false },
    ]);
  });

  test('have a place for an answer that nobody looked for', () => {
    expect(makeBars(counted, 7, 5, String).at(-1)).toEqual({ label: '7', count: 1, isYours: true });
  });

  test.each([
    ['a place of its own', 1, ['1', '2+'], [true, false]],
    ['its place among the rest', 3, ['1', '2+'], [false, true]],
  ])('that have no room become one, and yours keeps %s', (_, yours, labels, marks) => {
    const bars = makeBars(counted, yours, 2, String);
    expect(bars.map(({ label }) => label)).toEqual(labels);
    expect(bars.map(({ isYours }) => isYours)).toEqual(marks);
    expect(bars.map(({ count }) => count)).toEqual([2, 15]);
  });
});

test.each([
  [10, 10, 8, 8],
  [5, 10, 8, 4],
  [1, 500, 8, 1],
  [0, 10, 8, 0],
])('%i of %i in %i columns takes %i', (count, most, columns, length) => {
  expect(barLength(count, most, columns)).toBe(length);
});
