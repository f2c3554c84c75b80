// Chance without chance: the same seed text gives the same numbers on every machine, for ever. FNV-1a makes a number of the text, and
// a counter mixed as in SplitMix32 makes the sequence.

export interface Chance {
  /** A whole number from 0 up to, and without, `limit`. */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
  /** The same items in another order. */
  shuffle<T>(items: readonly T[]): readonly T[];
}

export function chanceOf(seed: string): Chance {
  let state = hashOf(seed);
  const below = (limit: number) => {
    state = (state + 0x9e3779b9) >>> 0;
    return Math.floor((mix(state) / 0x1_0000_0000) * limit);
  };
  return {
    below,
    pick: (items) => items[below(items.length)]!,
    shuffle(items) {
      const rest = [...items];
      return items.map(() => rest.splice(below(rest.length), 1)[0]!);
    },
  };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}

function mix(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
