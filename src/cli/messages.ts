// The sentences of the sub-commands.

import { CATALOGS, type Catalog } from '../text/catalog.ts';
import type { Language } from '../text/language.ts';
import { fillMessage, type Values } from '../text/message.ts';

export type MessageKey = keyof Catalog['commands'];

/** Says a sentence in the player's language. */
export type Say = (key: MessageKey, values?: Values) => string;

export function sayIn(language: Language): Say {
  return (key, values) => fillMessage(CATALOGS[language].commands[key], values);
}
