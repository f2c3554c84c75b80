// One figure of all right answers as a few bars, with the player's place among them.

export interface Bar {
  readonly label: string;
  readonly count: number;
  /** The player's answer stands here. */
  readonly isYours: boolean;
}

export interface Counted {
  readonly value: number;
  readonly count: number;
}

/** At most `most` bars, smallest first. What has no room is one bar, from its smallest value upwards. */
export function makeBars(
  counted: readonly Counted[],
  yours: number,
  most: number,
  format: (value: number) => string,
): readonly Bar[] {
  const counts = new Map<number, number>();
  for (const { value, count } of counted) counts.set(value, (counts.get(value) ?? 0) + count);
  // A longer answer than any that was looked for is right all the same.
  if (!counts.has(yours)) counts.set(yours, 1);
  const values = [...counts.keys()].sort((a, b) => a - b);
  const single = values.length > most ? values.slice(0, most - 1) : values;
  const bars = single.map((value) => ({
    label: format(value),
    count: counts.get(value) ?? 0,
    isYours: value === yours,
  }));
  const rest = values.slice(single.length);
  if (rest.length === 0) return bars;
  const count = rest.reduce((sum, value) => sum + (counts.get(value) ?? 0), 0);
  return [...bars, { label: `${format(rest[0] as number)}+`, count, isYours: rest.includes(yours) }];
}

/** How long the bar of a count is: one column at least for what exists. */
export function barLength(count: number, most: number, columns: number): number {
  return count === 0 ? 0 : Math.max(1, Math.round((count / Math.max(1, most)) * columns));
}
