// A library that has a level for every date besides its own, under the ids `daily-2026-11-24`. What makes them is loaded when the
// library is prepared: the title only needs to know that there is such a level.

import { invariant } from '../../invariant.ts';
import type { Entry, Library } from '../library.ts';
import { parseLevelText } from '../parse-level-text.ts';
import { dateOfDaily } from './date.ts';

type Make = typeof import('./make-level.ts').makeDaily;

export function withDaily(library: Library): Library {
  let make: Make | undefined;
  const made = (date: string) => {
    invariant(make, 'a daily packet is asked for before the library is prepared');
    return make(date);
  };
  return {
    ...library,
    find: (name) => library.find(name) ?? entryOf(name),
    level: (id, ...fault) => {
      const date = dateOfDaily(id);
      return date === undefined ? library.level(id, ...fault) : made(date).level;
    },
    text: (id, ...how) => {
      const date = dateOfDaily(id);
      return date === undefined ? library.text(id, ...how) : parseLevelText(made(date).textIn(how[0]));
    },
    async prepare(id) {
      const isMade = id === undefined || dateOfDaily(id) !== undefined;
      const [making] = await Promise.all([isMade ? import('./make-level.ts') : undefined, library.prepare?.()]);
      make ??= making?.makeDaily;
    },
  };
}

function entryOf(id: string): Entry | undefined {
  const date = dateOfDaily(id);
  return date === undefined
    ? undefined
    : { id, position: date.slice('2026-'.length), chapterId: 'daily', builtIn: true, checkpoint: false };
}
