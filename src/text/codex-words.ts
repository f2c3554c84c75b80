// The words of the codex and of the reviews, in every language. Kept out of the catalog: only the screens that need them load this.

import { beliefs as enBeliefs } from './en/beliefs.ts';
import { codex as enCodex } from './en/codex.ts';
import { review as enReview } from './en/review.ts';
import { beliefs as koBeliefs } from './ko/beliefs.ts';
import { codex as koCodex } from './ko/codex.ts';
import { review as koReview } from './ko/review.ts';
import type { Language } from './language.ts';

export interface BeliefText {
  /** As a learner would say it. */
  readonly belief: string;
  /** What is so. */
  readonly so: string;
}

interface CodexWords {
  /** The screen of the codex. */
  readonly codex: Readonly<Record<keyof typeof enCodex, string>>;
  /** The screen of the reviews. */
  readonly review: Readonly<Record<keyof typeof enReview, string>>;
  readonly beliefs: Readonly<Record<keyof typeof enBeliefs, BeliefText>>;
}

export const CODEX_WORDS: Readonly<Record<Language, CodexWords>> = {
  en: { codex: enCodex, review: enReview, beliefs: enBeliefs },
  ko: { codex: koCodex, review: koReview, beliefs: koBeliefs },
};
