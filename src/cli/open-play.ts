// What a game is played with, on a screen or line by line: the language, the levels, and the one that was named.

import { dailyId } from '../levels/daily/date.ts';
import { withDaily } from '../levels/daily/library.ts';
import type { Library } from '../levels/library.ts';
import type { Language } from '../text/language.ts';
import type { Invocation } from './arguments.ts';
import { chooseLanguage } from './language.ts';
import { nearestLevel, openPack, openTitles, unreadable } from './library.ts';
import { type Say, sayIn } from './messages.ts';
import { Refusal } from './refusal.ts';
import { refuseUnknownLanguage } from './tell.ts';
import { todayUtc } from './today.ts';

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
  const library = await openLevels(flags, say);
  const [word] = operands;
  const name = word === 'daily' ? dailyId(todayUtc()) : word;
  const levelId = name === undefined ? undefined : library.find(name)?.id;
  if (name === undefined || levelId) return { language, library, levelId };
  const near = nearestLevel(library, name);
  throw new Refusal(say('no-level', { word: name }), near && say('did-you-mean', { word: near }));
}

async function openLevels(flags: Invocation['flags'], say: Say): Promise<Library> {
  if (typeof flags.pack !== 'string') return openTitles({ flags, say });
  const [pack, { listUnplayable }] = await Promise.all([openPack(flags.pack, say), import('./playable-pack.ts')]);
  const problems = listUnplayable(pack, flags.pack);
  if (problems.length > 0) throw unreadable(say, problems);
  return withDaily(pack.library);
}
