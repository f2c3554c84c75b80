// All right answers of a level that a search finds, as a player's own is compared with them: how many there are of each price, and the
// cheapest and the least exposed as commands. For the game's own levels this is worked out ahead (`npm run answers`).

import { printCommand } from '../control/command.ts';
import type { Operation } from '../control/operation.ts';
import { fingerprint } from './fingerprint.ts';
import type { Level } from './level.ts';
import { type Price, priceAnswer } from './score.ts';
import { searchAnswers } from './search.ts';

export type PriceName = keyof Price;

/** So many answers cost the same. */
export type PricedAnswers = readonly [moves: number, dollars: number, exposure: number, count: number];

export interface KnownAnswers {
  /** Every answer of so many edits or fewer is counted. */
  readonly completeTo: number;
  readonly prices: readonly PricedAnswers[];
  /** Command lines; of answers that are equally good, the shortest that the search met first. */
  readonly cheapest: readonly string[];
  readonly leastExposed: readonly string[];
}

interface Priced extends Price {
  readonly edits: readonly Operation[];
}

/** Longer answers than that only add what nobody needs. */
const BEYOND_PAR = 2;

/**
 * Answers up to two edits longer than par, as far as `maxStates` Worlds lead; or `toPar` of them, while those of par's length are looked
 * for. The reference is among them in any case.
 */
export function findAnswers(level: Level, maxStates: number, toPar = maxStates): KnownAnswers {
  const { answers, completeTo } = searchAnswers(level, {
    depth: level.par + BEYOND_PAR,
    maxStates: (length) => (length <= level.par ? toPar : maxStates),
  });
  // Of the longer ones only some are known, and those would look like all.
  const found = answers.length > 0 ? answers : [level.reference];
  const whole = completeTo < level.par ? found : found.filter(({ length }) => length <= completeTo);
  const priced = whole.map((edits) => ({ edits, ...priceAnswer(level, edits) }));
  return {
    completeTo,
    prices: countPrices(priced),
    cheapest: commandsOf(best(priced, 'dollars', 'exposure')),
    leastExposed: commandsOf(best(priced, 'exposure', 'dollars')),
  };
}

function countPrices(priced: readonly Priced[]): readonly PricedAnswers[] {
  const counts = new Map<string, number>();
  for (const { moves, dollars, exposure } of priced) {
    const key = `${moves} ${dollars} ${exposure}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => [...key.split(' ').map(Number), count] as unknown as PricedAnswers);
}

function best(priced: readonly Priced[], first: PriceName, second: PriceName): Priced | undefined {
  return priced.toSorted((a, b) => a[first] - b[first] || a[second] - b[second] || a.moves - b.moves)[0];
}

function commandsOf(answer: Priced | undefined): readonly string[] {
  return answer?.edits.map(printCommand) ?? [];
}

/** What the game ships with, by level; `level` is the fingerprint of the level that it was worked out for. */
export type AnswersFile = Readonly<Record<string, KnownAnswers & { readonly level: string }>>;

/** What is known of a level of this very content; loaded only when a level has been won. */
export async function loadAnswers(id: string, content: unknown): Promise<KnownAnswers | undefined> {
  const { default: file } = await import('../../levels/answers.json');
  const known = (file as unknown as AnswersFile)[id];
  return known?.level === fingerprint(content) ? known : undefined;
}
