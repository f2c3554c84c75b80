// The words of exported files, in every language. Kept out of the catalog: only an export loads this.

import { exports as en } from './en/exports.ts';
import { exports as ko } from './ko/exports.ts';
import type { Language } from './language.ts';

export const EXPORT_WORDS: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { en, ko };
