// A pack may name the game's own levels by their ids. It then has their files, and the words of chapters and concepts that it does not say
// itself, without copying any of them.

import * as v from 'valibot';
import type { LevelSources } from './library.ts';

const borrowedSchema = v.object({
  chapters: v.array(
    v.object({ levels: v.array(v.object({ id: v.string(), builtIn: v.optional(v.boolean(), false) })) }),
  ),
});

/** Ids of the game's levels that the index names. */
export function listBorrowed(index: unknown): readonly string[] {
  const read = v.safeParse(borrowedSchema, index);
  if (!read.success) return [];
  return read.output.chapters.flatMap(({ levels }) => levels.flatMap(({ id, builtIn }) => (builtIn ? [id] : [])));
}

export function borrow(own: LevelSources, game: LevelSources): LevelSources {
  const ids = listBorrowed(own.index);
  if (ids.length === 0) return own;
  // A pack speaks the languages that it has words of its own in; one without any speaks all.
  const spoken = Object.keys({ ...own.texts, ...own.chapterTexts });
  const languages = Object.keys(game.texts).filter((language) => spoken.length === 0 || spoken.includes(language));
  const texts = languages.map((language) => [language, addTo(own.texts[language], game.texts[language], ids)] as const);
  const words = languages.map((language) => [
    language,
    addWords(own.chapterTexts[language], game.chapterTexts[language]),
  ]);
  return {
    index: own.index,
    levels: addTo(own.levels, game.levels, ids),
    texts: { ...own.texts, ...Object.fromEntries(texts) },
    chapterTexts: { ...own.chapterTexts, ...Object.fromEntries(words) },
  };
}

type Files = Readonly<Record<string, unknown>>;

/** The game reads each of its levels when it is first asked for, and so it stays. */
function addTo(own: Files = {}, game: Files = {}, ids: readonly string[]): Files {
  const all: Record<string, unknown> = Object.assign(Object.create(null), own);
  for (const id of ids)
    if (Object.hasOwn(game, id) && !Object.hasOwn(all, id))
      Object.defineProperty(all, id, { get: () => game[id], enumerable: true });
  return all;
}

interface Words {
  readonly chapters?: object;
  readonly concepts?: object;
}

function addWords(own: unknown, game: unknown): unknown {
  const [mine, theirs] = [own, game].map((words) => (words ?? {}) as Words) as [Words, Words];
  return {
    ...mine,
    chapters: { ...theirs.chapters, ...mine.chapters },
    concepts: { ...theirs.concepts, ...mine.concepts },
  };
}
