// The sentences of the sub-commands, without those of the screens: what a command says must not wait for what it never shows.

import { commands as en } from '../text/en/commands.ts';
import { commands as ko } from '../text/ko/commands.ts';
import type { Language } from '../text/language.ts';
import { fillMessage, type Values } from '../text/message.ts';

export type MessageKey = keyof typeof en;

/** Says a sentence in the player's language. */
export type Say = (key: MessageKey, values?: Values) => string;

const MESSAGES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, ko };

export function sayIn(language: Language): Say {
  return (key, values) => fillMessage(MESSAGES[language][key], values);
}
