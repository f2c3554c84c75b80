import { invariant } from '../invariant.ts';
import sources from './built-in.json';
import { type Library, makeLibrary, type ReadLevel } from './library.ts';

/** The levels that ship with the game, before what reads a level is loaded: the title is on screen by then. */
export function builtInLibraryForLater(): Library {
  let readLevel: ReadLevel | undefined;
  const library = makeLibrary(sources, (input, fault) => {
    invariant(readLevel, 'a level is read before the library is prepared');
    return readLevel(input, fault);
  });
  invariant(library.ok, 'the built-in index of levels does not read');
  const prepare = async () => {
    readLevel = (await import('./parse.ts')).parseLevel;
  };
  return { ...library.value, prepare };
}
