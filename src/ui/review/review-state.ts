// What the review screen remembers: which beliefs are asked about today, at which one it is, and what was answered. No drawing.

import type { Belief } from '../../levels/beliefs.ts';
import type { Chance } from '../../levels/daily/chance.ts';

export interface ReviewItem {
  readonly belief: Belief;
  /** From when it was last asked: the same question until it is answered, another one afterwards. */
  readonly seed: string;
}

export interface ReviewState {
  readonly items: readonly ReviewItem[];
  readonly at: number;
  /** Set once the question has been answered. */
  readonly choice?: string | undefined;
  readonly right: number;
  /** The tap that is looked at; undefined until the player walks the packet. */
  readonly tap?: number | undefined;
  /** The thing looked at on the map; 0 is none. */
  readonly thing: number;
}

export function startReview(items: readonly ReviewItem[]): ReviewState {
  return { items, at: 0, right: 0, thing: 0 };
}

export function answer(state: ReviewState, choice: string, isRight: boolean): ReviewState {
  return { ...state, choice, right: state.right + Number(isRight) };
}

export function goOn(state: ReviewState): ReviewState {
  return { ...state, at: state.at + 1, choice: undefined, tap: undefined, thing: 0 };
}

/** One tap on or back from where the packet is looked at. */
export function walk(state: ReviewState, from: number, by: number, taps: number): ReviewState {
  return { ...state, tap: Math.max(0, Math.min(taps - 1, (state.tap ?? from) + by)) };
}

/** Mixed, and no two in a row from the same chapter where that can be helped: which chapter it is should not give the answer away. */
export function interleave<T>(
  items: readonly T[],
  chapterOf: (item: T) => string | undefined,
  chance: Chance,
): readonly T[] {
  const rest = [...chance.shuffle(items)];
  const mixed: T[] = [];
  while (rest.length > 0) {
    const last = mixed.at(-1);
    const other = rest.findIndex((item) => last === undefined || chapterOf(item) !== chapterOf(last));
    mixed.push(...rest.splice(Math.max(0, other), 1));
  }
  return mixed;
}
