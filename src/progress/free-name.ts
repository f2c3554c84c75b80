import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A name beside the save that no file has: what was kept before stays too. */
export function freeName(path: string, word: string): string {
  const nth = (number: number) =>
    join(dirname(path), `${basename(path, '.json')}.${word}${number === 1 ? '' : `-${number}`}.json`);
  let number = 1;
  while (existsSync(nth(number))) number++;
  return nth(number);
}
