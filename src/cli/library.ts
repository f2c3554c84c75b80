// The levels that a command works on: those of the game, or of the folder behind --pack.

import { existsSync } from 'node:fs';
import type { Problem } from '../cloud/problem.ts';
import { formatPath } from '../cloud/problem.ts';
import { nearest } from '../control/nearest.ts';
import { builtInLibraryForLater } from '../levels/built-in-for-later.ts';
import { withDaily } from '../levels/daily/library.ts';
import { type Document, type FileProblem, formatFileProblem, locateAll } from '../levels/file-problem.ts';
import type { Level } from '../levels/level.ts';
import type { Library } from '../levels/library.ts';
import type { Pack } from '../levels/load.ts';
import type { Say } from './messages.ts';
import { Refusal } from './refusal.ts';
import type { Call } from './run-command.ts';

/** Levels, and where their files say what; the built-in ones have no files. */
export interface Shelf {
  readonly library: Library;
  readonly documents: Readonly<Record<string, Document>>;
}

/** With `word`, only the level that it names may be read. */
export async function openShelf({ flags, say }: Pick<Call, 'flags' | 'say'>, word?: string): Promise<Shelf> {
  if (typeof flags.pack === 'string') return openPack(flags.pack, say);
  const { builtInLibrary } = await import('../levels/built-in.ts');
  const library = withDaily(builtInLibrary());
  await library.prepare?.(word === undefined ? undefined : (library.find(word)?.id ?? word));
  return { library, documents: {} };
}

/** The same for who wants names and order first: `prepare` must have been awaited before a level is read. */
export async function openTitles({ flags, say }: Pick<Call, 'flags' | 'say'>): Promise<Library> {
  return typeof flags.pack === 'string'
    ? (await openPack(flags.pack, say)).library
    : withDaily(builtInLibraryForLater());
}

/** A pack of the game by its name, or a folder. */
export async function openPack(folder: string, say: Say): Promise<Pack> {
  const { builtInPack, isPackName, PACK_NAMES } = await import('../levels/built-in-packs.ts');
  if (isPackName(folder)) {
    const { parseLevel } = await import('../levels/parse.ts');
    return { library: builtInPack(folder, parseLevel), documents: {}, textDocuments: {} };
  }
  if (!existsSync(folder)) {
    const near = nearest(folder, PACK_NAMES);
    throw new Refusal(
      say('no-pack', { word: folder }),
      say('known-packs', { words: PACK_NAMES.join(', ') }) + (near ? ` ${say('did-you-mean', { word: near })}` : ''),
    );
  }
  const { loadPack } = await import('../levels/load.ts');
  const pack = await loadPack(folder);
  if (!pack.ok) throw unreadable(say, pack.error);
  return pack.value;
}

/** A file that is broken in a thousand places is mended from the top. */
const MOST_TOLD = 20;

export function unreadable(say: Say, problems: readonly FileProblem[]): Refusal {
  const told = problems.slice(0, MOST_TOLD).map(formatFileProblem);
  const more = problems.length > told.length ? [say('more-problems', { count: problems.length - told.length })] : [];
  return new Refusal([say('unreadable'), ...told, ...more].join('\n'));
}

/** The level of an entry; one that does not read is told with its places. */
export function readLevel({ library, documents }: Shelf, id: string, say: Say): Level {
  const level = library.level(id);
  if (!level.ok) throw unreadable(say, locateProblems(documents[id], id, level.error));
  return level.value;
}

export function locateProblems(
  document: Document | undefined,
  id: string,
  problems: readonly Problem[],
): readonly FileProblem[] {
  if (document) return locateAll(document, problems);
  return problems.map((problem) => ({
    ...problem,
    file: id,
    message: `${formatPath(problem.path)}: ${problem.message}`,
  }));
}

export function nearestLevel(library: Library, word: string): string | undefined {
  return nearest(
    word,
    library.entries.flatMap(({ id, position }) => [id, position, `${position}-${id}`]),
  );
}
