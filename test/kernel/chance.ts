// Choices from a seed: the same seed gives the same worlds, on any machine.

export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  whole(below: number): number;
  /** True so many times in a hundred. */
  percent(times: number): boolean;
  pick<T>(choices: readonly T[]): T;
}

/** Mulberry32. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return { whole, percent: (times) => whole(100) < times, pick: (choices) => choices[whole(choices.length)]! };
}
