import { describe, expect, test } from 'vitest';
import { chanceOf } from '../../../src/levels/daily/chance.ts';

function numbers(seed: string, count: number, limit = 1000): readonly number[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, () => chance.below(limit));
}

describe('chance from a seed', () => {
  test('gives the numbers that it gave when the first puzzles were made', () => {
    expect(numbers('1/2026-11-24/1', 6)).toMatchInlineSnapshot(`
      [
        218,
        758,
        617,
        458,
        424,
        357,
      ]
    `);
  });

  test('gives the same numbers for the same seed, and others for another', () => {
    expect(numbers('a', 50)).toEqual(numbers('a', 50));
    expect(numbers('a', 50)).not.toEqual(numbers('b', 50));
  });

  test('stays below its limit and meets every number under it', () => {
    expect(new Set(numbers('any', 500, 7))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
  });

  test('prefers no number', () => {
    const counts = new Map<number, number>();
    for (const number of numbers('dice', 6000, 6)) counts.set(number, (counts.get(number) ?? 0) + 1);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  test('shuffles into another order of the same items', () => {
    const items = Array.from({ length: 20 }, (_, index) => index);
    const shuffled = chanceOf('cards').shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(items);
  });
});
