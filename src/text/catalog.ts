// The languages of the game. A language is a folder with the same files as en/, whose keys the type check holds equal, and a line here.

import { commands as enCommands } from './en/commands.ts';
import { explain as enExplain } from './en/explain.ts';
import { game as enGame } from './en/game.ts';
import { commands as koCommands } from './ko/commands.ts';
import { explain as koExplain } from './ko/explain.ts';
import { game as koGame } from './ko/game.ts';

export interface Catalog {
  /** The language's own name for itself. */
  readonly name: string;
  /** Sentences about steps, faults and rows. */
  readonly explain: Readonly<Record<keyof typeof enExplain, string>>;
  /** The screens. */
  readonly game: Readonly<Record<keyof typeof enGame, string>>;
  /** The sub-commands. */
  readonly commands: Readonly<Record<keyof typeof enCommands, string>>;
}

export const CATALOGS = {
  en: { name: 'English', explain: enExplain, game: enGame, commands: enCommands },
  ko: { name: '한국어', explain: koExplain, game: koGame, commands: koCommands },
} as const satisfies Readonly<Record<string, Catalog>>;

export type Language = keyof typeof CATALOGS;

export const LANGUAGES = Object.keys(CATALOGS) as readonly Language[];

/** The language that a locale such as `ko_KR.UTF-8` asks for; English when it is none of ours. */
export function languageOf(locale: string | undefined): Language {
  const code = locale?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === code) ?? 'en';
}
