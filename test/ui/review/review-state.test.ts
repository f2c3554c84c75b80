import { describe, expect, test } from 'vitest';
import { BELIEFS } from '../../../src/levels/beliefs.ts';
import { chanceOf } from '../../../src/levels/daily/chance.ts';
import { answer, goOn, interleave, startReview, walk } from '../../../src/ui/review/review-state.ts';

const ITEMS = BELIEFS.slice(0, 2).map((belief) => ({ belief, seed: 'any' }));

test('each answer is counted, and the next question begins afresh', () => {
  const first = answer(startReview(ITEMS), 'igw-1', true);
  expect(first).toMatchObject({ at: 0, choice: 'igw-1', right: 1 });
  const second = goOn(walk({ ...first, thing: 3 }, 5, -2, 9));
  expect(second).toMatchObject({ at: 1, choice: undefined, tap: undefined, thing: 0, right: 1 });
  expect(answer(second, 'nat-a', false).right).toBe(1);
});

test('a packet is walked from where it ended, and not past its ends', () => {
  const state = answer(startReview(ITEMS), 'x', false);
  expect(walk(state, 5, -1, 9).tap).toBe(4);
  expect(walk(walk(state, 8, 1, 9), 8, 1, 9).tap).toBe(8);
  expect(walk({ ...state, tap: 0 }, 5, -1, 9).tap).toBe(0);
});

describe('interleaving', () => {
  const chapterOf = (item: string) => item[0];

  test('keeps two of one chapter apart where that can be helped', () => {
    for (const seed of ['1', '2', '3', '4', '5']) {
      const mixed = interleave(['a1', 'a2', 'b1', 'b2', 'c1'], chapterOf, chanceOf(seed));
      expect([...mixed].sort()).toEqual(['a1', 'a2', 'b1', 'b2', 'c1']);
      expect(mixed.slice(0, 3).map(chapterOf)).not.toEqual(['a', 'a', 'a']);
      expect(chapterOf(mixed[0] as string)).not.toBe(chapterOf(mixed[1] as string));
    }
  });

  test('loses none where all are of one chapter', () => {
    expect([...interleave(['a1', 'a2', 'a3'], chapterOf, chanceOf('x'))].sort()).toEqual(['a1', 'a2', 'a3']);
  });
});
