// Where in the levels a belief can be asked about: the filed wrong answers that show it, and the questions of the levels that break it.
// Read from the files as they are, so that no level is parsed for it.

import type { Library } from '../library.ts';

export interface Clue {
  readonly levelId: string;
  /** Which of the level's wrong answers left the network that is asked about; left out: the level's own prediction. */
  readonly wrong?: number;
}

interface RawLevel {
  readonly breaks?: readonly number[];
  readonly predict?: unknown;
  readonly faults?: readonly unknown[];
  readonly wrong?: readonly { readonly breaks?: number }[];
}

export function listClues({ entries, sources }: Pick<Library, 'entries' | 'sources'>, number: number): readonly Clue[] {
  return entries.flatMap(({ id: levelId }): Clue[] => {
    const { breaks = [], predict, faults = [], wrong = [] } = (sources.levels[levelId] ?? {}) as RawLevel;
    // A level that draws its fault anew each time is no network to ask about.
    if (faults.length > 0) return [];
    const own = predict !== undefined && breaks[0] === number ? [{ levelId }] : [];
    const filed = wrong.flatMap(({ breaks: shown }, index) => (shown === number ? [{ levelId, wrong: index }] : []));
    return [...own, ...filed];
  });
}
