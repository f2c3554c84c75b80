// A refusal in the player's language, beside the English sentence: that sentence is looked up as one of those known, with its places
// filled. What fills {kind} and {why} is looked up in turn, as a label or a reason has words of its own.

import { memoByIdentity } from '../memo.ts';
import { fillMessage, type Values } from './message.ts';

/** Sentences by their English ones; none where the language needs no other. */
export type RefusalWords = Readonly<Record<string, string>>;

/** Undefined where it is none of the sentences known. */
export function translateSentence(sentence: string, words: RefusalWords): string | undefined {
  for (const template of mostExactFirst(words)) {
    const values = matchTemplate(template, sentence);
    if (values) return fillMessage(words[template.english] as string, translateValues(values, words));
  }
  return undefined;
}

function translateValues(values: Values, words: RefusalWords): Values {
  const entries = Object.entries(values).map(([place, value]) =>
    place === 'kind' || place === 'why' ? [place, translateSentence(String(value), words) ?? value] : [place, value],
  );
  return Object.fromEntries(entries);
}

interface Template {
  readonly english: string;
  /** What stands between its places. */
  readonly parts: readonly string[];
  readonly pattern: RegExp;
}

/** A sentence with more words of its own goes before one with more in its places: `The gateway {a} is not attached.`, then `{a}: {why}`. */
const mostExactFirst = memoByIdentity((words: RefusalWords): readonly Template[] => {
  const templates = Object.keys(words).map(readTemplate);
  return templates.sort((one, other) => other.parts.join('').length - one.parts.join('').length);
});

const PLACE = /\{(\w+)\}/g;

function readTemplate(english: string): Template {
  const pieces = english.split(PLACE);
  const source = pieces.map((piece, index) =>
    index % 2 === 1 ? `(?<${piece}>.*?)` : piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return {
    english,
    parts: pieces.filter((_, index) => index % 2 === 0),
    pattern: new RegExp(`^${source.join('')}$`, 's'),
  };
}

/** What stands in the places; undefined where the sentence is another, which its words alone mostly tell. */
function matchTemplate({ parts, pattern }: Template, sentence: string): Values | undefined {
  if (!parts.every((part) => sentence.includes(part))) return undefined;
  const match = pattern.exec(sentence);
  return match ? { ...match.groups } : undefined;
}
