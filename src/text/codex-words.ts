// The words of the codex and of the reviews, in every language. Kept out of the catalog: only the screens that need them load this.

import { beliefs as enBeliefs } from './en/beliefs.ts';
import { concepts as enConcepts } from './en/concepts.ts';
import { beliefs as koBeliefs } from './ko/beliefs.ts';
import { concepts as koConcepts } from './ko/concepts.ts';
import type { Language } from './language.ts';

export interface BeliefText {
  /** As a learner would say it. */
  readonly belief: string;
  /** What is so. */
  readonly so: string;
}

export interface ConceptText {
  readonly name: string;
  /** As a level's card: two or three sentences each. */
  readonly card: readonly string[];
}

interface CodexWords {
  readonly beliefs: Readonly<Record<keyof typeof enBeliefs, BeliefText>>;
  /** Of the concepts that no level introduces. */
  readonly concepts: Readonly<Record<keyof typeof enConcepts, ConceptText>>;
}

export const CODEX_WORDS: Readonly<Record<Language, CodexWords>> = {
  en: { beliefs: enBeliefs, concepts: enConcepts },
  ko: { beliefs: koBeliefs, concepts: koConcepts },
};
