import { invariant } from '../invariant.ts';
import sources from './built-in.json';
import { type Library, makeLibrary } from './library.ts';
import { parseLevel } from './parse.ts';

/** The levels that ship with the game, compiled into it from levels/ at build time. */
export function builtInLibrary(): Library {
  const library = makeLibrary(sources, parseLevel);
  invariant(library.ok, 'the built-in index of levels does not read');
  return library.value;
}
