// A refusal in the player's language, beside the English sentence: that sentence is looked up as one of those known, with its places
// filled; where it is none of them, its code says what it is about.

import { fillMessage, type Values } from './message.ts';

export interface RefusalWords {
  readonly refusals: Readonly<Record<string, string>>;
  readonly refusalKinds: readonly (readonly [code: string, sentence: string])[];
}

/** Undefined where the language needs no other sentence. */
export function explainRefusal(code: string, sentence: string, words: RefusalWords): string | undefined {
  const kind = words.refusalKinds.find(([pattern]) => new RegExp(pattern).test(code));
  return translateSentence(sentence, words) ?? kind?.[1];
}

/** Undefined where it is none of the sentences known. */
export function translateSentence(sentence: string, { refusals }: RefusalWords): string | undefined {
  for (const [english, translated] of Object.entries(refusals)) {
    const values = matchTemplate(english, sentence);
    if (values) return fillMessage(translated, values);
  }
  return undefined;
}

const PLACE = /\{(\w+)\}/g;

/** What stands in the places of a template; undefined where the sentence is another. */
export function matchTemplate(template: string, sentence: string): Values | undefined {
  const pattern = patterns.get(template) ?? toPattern(template);
  patterns.set(template, pattern);
  const match = pattern.exec(sentence);
  return match ? { ...match.groups } : undefined;
}

/** A refusal stays on screen while keys are pressed, and each draws it anew. */
const patterns = new Map<string, RegExp>();

function toPattern(template: string): RegExp {
  const parts = template
    .split(PLACE)
    .map((part, index) => (index % 2 === 1 ? `(?<${part}>.+?)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('')}$`);
}
