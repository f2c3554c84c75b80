// One command line as words, the way a shell splits it: quotes, backslashes and comments, and nothing else of a shell.

import { fail, ok, type Result } from '../result.ts';

/** Splits a line; a `#` at the start of a word begins a comment. Fails on a quote that never ends. */
export function splitWords(line: string): Result<readonly string[], string> {
  const words: string[] = [];
  let word: string | undefined;
  const add = (text: string) => {
    word = (word ?? '') + text;
  };
  let quote: string | undefined;
  for (let i = 0; i < line.length; i++) {
    const char = line[i] as string;
    if (quote) {
      if (char === quote) quote = undefined;
      else if (char === '\\' && quote === '"' && '"\\$`'.includes(line[i + 1] ?? ' ')) add(line[++i] as string);
      else add(char);
    } else if (char === "'" || char === '"') {
      quote = char;
      add('');
    } else if (char === '\\') {
      add(line[++i] ?? '');
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (char === '#' && word === undefined) {
      break;
    } else {
      add(char);
    }
  }
  if (quote) return fail(`a ${quote} is opened and never closed`);
  if (word !== undefined) words.push(word);
  return ok(words);
}
