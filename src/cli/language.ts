import { peekLanguage } from '../progress/saved-file.ts';
import { LANGUAGES, type Language, languageOf } from '../text/language.ts';

/** `--lang`, else what the player has set in the game, else the locale. An unknown `--lang` is refused elsewhere. */
export function chooseLanguage(
  flag: string | true | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const wished = [flag, peekLanguage()].find((language) => LANGUAGES.some((known) => known === language));
  return (wished as Language | undefined) ?? languageOf(LC_ALL || LC_MESSAGES || LANG);
}
