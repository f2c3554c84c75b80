// Where the cursor of the chapter map goes: always to the next level that is not solved. Nothing is locked.

import type { Chapter, Entry, Library } from '../levels/library.ts';
import type { Progress } from '../progress/progress.ts';

type Map = Pick<Library, 'entries'>;

/** The level to stand on: the one left unsolved, or the first unsolved behind it, from the start again if need be. */
export function nextToPlay({ entries }: Map, { levels }: Progress, from: string | undefined): string | undefined {
  const isOpen = ({ id }: Entry) => !levels[id]?.solved;
  const at = Math.max(
    0,
    entries.findIndex(({ id }) => id === from),
  );
  return (entries.slice(at).find(isOpen) ?? entries.find(isOpen) ?? entries[at])?.id;
}

/** The chapter before or after, and in it the first level to play. */
export function turnChapter(
  chapters: readonly Chapter[],
  progress: Progress,
  open: string | undefined,
  by: number,
): string | undefined {
  const filled = filledChapters(chapters);
  const at = filled.findIndex(({ id }) => id === open);
  const next = filled[(at + by + filled.length) % filled.length];
  return next && nextToPlay(next, progress, undefined);
}

export function filledChapters(chapters: readonly Chapter[]): readonly Chapter[] {
  return chapters.filter(({ entries }) => entries.length > 0);
}
