// A date's puzzle as a level and its words, made once.

import { parseLevel } from '../parse.ts';
import { generateDaily } from './generate.ts';

const known = new Map<string, ReturnType<typeof make>>();

export function makeDaily(date: string) {
  const daily = known.get(date) ?? make(date);
  known.set(date, daily);
  return daily;
}

function make(date: string) {
  const { level, texts } = generateDaily(date);
  const textIn = (language: string): unknown => texts[language as keyof typeof texts] ?? texts.en;
  return { level: parseLevel(level), textIn };
}
