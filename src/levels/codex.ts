// The codex: one card for each concept, in the order in which the levels bring them. What a card says is the level's own `card`; the
// few concepts without a level have words of their own.

import { CODEX_WORDS } from '../text/codex-words.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import { BELIEFS, type Belief } from './beliefs.ts';
import { KNOWN_AFTER, type SideConcept } from './concepts.ts';
import type { Library } from './library.ts';

export interface Card {
  readonly concept: string;
  /** The level that makes it known. */
  readonly levelId: string;
}

export interface CardWords {
  readonly name: string;
  readonly rule: readonly string[];
}

/** The levels are not read whole for this: a codex opens at once. */
export function listCards({ entries, sources }: Pick<Library, 'entries' | 'sources'>): readonly Card[] {
  return entries.flatMap(({ id }) => {
    const own = conceptsOf(sources.levels[id]).map((concept) => ({ concept, levelId: id }));
    const beside = (Object.keys(KNOWN_AFTER) as SideConcept[]).filter((concept) => KNOWN_AFTER[concept] === id);
    return [...own, ...beside.map((concept) => ({ concept, levelId: id }))];
  });
}

function conceptsOf(level: unknown): readonly string[] {
  const { introduces = [] } = (level ?? {}) as { readonly introduces?: readonly string[] };
  return introduces;
}

export function cardWords(library: Library, { concept, levelId }: Card, language: Language): CardWords {
  if (isSide(concept)) {
    const { name, card } = CODEX_WORDS[language].concepts[concept];
    return { name, rule: card };
  }
  const text = library.text(levelId, language);
  return { name: library.conceptName(concept, language), rule: text.ok ? text.value.card : [] };
}

function isSide(concept: string): concept is SideConcept {
  return Object.hasOwn(KNOWN_AFTER, concept);
}

/** The wrong beliefs that a card corrects. */
export function beliefsCorrectedBy(concept: string): readonly Belief[] {
  return BELIEFS.filter((belief) => belief.concept === concept);
}

/** The card in small letters and in every language, to be searched through: whoever plays in Korean may look for an English term. */
export function searchText(library: Library, card: Card): string {
  const words = LANGUAGES.flatMap((language) => {
    const { name, rule } = cardWords(library, card, language);
    const beliefs = beliefsCorrectedBy(card.concept).flatMap(({ id, codes }) => [
      CODEX_WORDS[language].beliefs[id].belief,
      ...codes,
    ]);
    return [name, ...rule, ...beliefs];
  });
  return [card.concept, ...words].join('\n').toLowerCase();
}
