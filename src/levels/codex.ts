// The codex: one card for each concept, in the order in which the levels bring them. What a card says is the level's own `card`.

import { type Mark, RULES, type Rule, SOURCES, type SourceCode } from '../dataplane/rules.ts';
import { CATALOGS } from '../text/catalog.ts';
import { LANGUAGES, type Language } from '../text/language.ts';
import { BELIEFS, type Belief } from './beliefs.ts';
import { CONCEPTS, TOLD_BY } from './concepts.ts';
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
    const { introduces = [] } = (sources.levels[id] ?? {}) as { readonly introduces?: readonly string[] };
    const told = Object.keys(TOLD_BY).filter((concept) => TOLD_BY[concept] === id);
    return [...introduces, ...told].map((concept) => ({ concept, levelId: id }));
  });
}

export function cardWords(library: Library, { concept, levelId }: Card, language: Language): CardWords {
  const text = library.text(levelId, language);
  return { name: library.conceptName(concept, language), rule: text.ok ? text.value.card : [] };
}

/** The wrong beliefs that a card corrects. */
export function beliefsCorrectedBy(concept: string): readonly Belief[] {
  return BELIEFS.filter((belief) => belief.concept === concept);
}

/** A card with its words in every language: whoever plays in Korean may look for an English term. */
export interface IndexedCard {
  readonly card: Card;
  readonly names: string;
  readonly words: string;
}

export function indexCards(library: Library): readonly IndexedCard[] {
  return listCards(library).map((card) => {
    const texts = LANGUAGES.map((language) => cardWords(library, card, language));
    const beliefs = beliefsCorrectedBy(card.concept).flatMap(({ id, codes }) => [
      ...LANGUAGES.map((language) => CATALOGS[language].beliefs[id].belief),
      ...codes,
    ]);
    const words = [card.concept, ...texts.flatMap(({ rule }) => rule), ...beliefs];
    return { card, names: asWords(texts.map(({ name }) => name).join(' ')), words: asWords(words.join(' ')) };
  });
}

/** Cards in which a word begins with what is looked for (`nat` is not in `destination`), those called so first. */
export function findCards(cards: readonly IndexedCard[], query: string): readonly Card[] {
  const sought = asWords(query).trimEnd();
  const named = cards.filter(({ names }) => names.includes(sought));
  const others = cards.filter((one) => !named.includes(one) && one.words.includes(sought));
  return [...named, ...others].map(({ card }) => card);
}

function asWords(text: string): string {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')}`.replace(/^ +/, ' ');
}

export interface KnownFrom {
  /** Undefined where nobody has marked it: a level of a pack. */
  readonly mark?: Mark;
  readonly sources: readonly string[];
}

/** Where a card's facts come from, by their marks: the rules' own, or what a pack's level names. */
export function knownFrom({ sources }: Pick<Library, 'sources'>, { concept, levelId }: Card): readonly KnownFrom[] {
  const rules = CONCEPTS[concept]?.rules;
  if (!rules) return [{ sources: sourcesOf(sources.levels[levelId]).map(titleOf) }];
  return MARKS.flatMap((mark) => {
    const codes = rules.map((id): Rule => RULES[id]).flatMap((rule) => (rule.mark === mark ? rule.sources : []));
    return codes.length > 0 ? [{ mark, sources: [...new Set(codes)].map(titleOf) }] : [];
  });
}

const MARKS: readonly Mark[] = ['documented', 'observed', 'talk', 'inferred'];

function sourcesOf(level: unknown): readonly string[] {
  const { sources = [] } = (level ?? {}) as { readonly sources?: readonly string[] };
  return sources;
}

function titleOf(source: string): string {
  return Object.hasOwn(SOURCES, source) ? SOURCES[source as SourceCode] : source;
}
