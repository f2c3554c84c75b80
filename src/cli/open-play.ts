// What a game is played with, on a screen or line by line: the language, the levels, and the one that was named.

import type { Library } from '../levels/library.ts';
import type { Language } from '../text/language.ts';
import type { Invocation } from './arguments.ts';
import { chooseLanguage } from './language.ts';
import { nearestLevel, openTitles } from './library.ts';
import { sayIn } from './messages.ts';
import { Refusal } from './refusal.ts';
import { refuseUnknownLanguage } from './tell.ts';

export interface OpenedPlay {
  readonly language: Language;
  readonly library: Library;
  /** Undefined where no level was named. */
  readonly levelId: string | undefined;
}

export async function openPlay({ operands, flags }: Pick<Invocation, 'operands' | 'flags'>): Promise<OpenedPlay> {
  const language = chooseLanguage(flags.lang);
  const say = sayIn(language);
  refuseUnknownLanguage(say, flags.lang);
  const library = await openTitles({ flags, say });
  const [name] = operands;
  const levelId = name === undefined ? undefined : library.find(name)?.id;
  if (name === undefined || levelId) return { language, library, levelId };
  const near = nearestLevel(library, name);
  throw new Refusal(say('no-level', { word: name }), near && say('did-you-mean', { word: near }));
}
