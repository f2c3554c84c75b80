// WORLD and LEVEL on the command line: a level of the library, a file, or `empty`.

import { existsSync } from 'node:fs';
import type { World } from '../cloud/world.ts';
import { emptyWorld, readWorld } from '../dataplane/read-world.ts';
import { invariant } from '../invariant.ts';
import type { Document } from '../levels/file-problem.ts';
import type { Level } from '../levels/level.ts';
import { nearestLevel, openShelf, openTitles, readLevel, type Shelf, unreadable } from './library.ts';
import { Refusal } from './refusal.ts';
import type { Call } from './run-command.ts';

export async function findWorld(call: Call, word: string): Promise<World> {
  if (word === 'empty') return emptyWorld();
  const builtIn = await findBuiltInWorld(call, word);
  if (builtIn) return builtIn;
  const shelf = await openShelf(call, word);
  const entry = shelf.library.find(word);
  if (entry) return readLevel(shelf, entry.id, call.say).start;
  if (!existsSync(word)) throw refuseUnknown(call, 'no-world', shelf, word);
  const document = await openDocument(call, word);
  if (isLevel(document.content)) return (await openLevelFile(call, document)).level.start;
  const { readWorldFrom } = await import('../levels/load.ts');
  const world = readWorldFrom(document);
  if (!world.ok) throw unreadable(call.say, world.error);
  return world.value;
}

/** A level's World alone: to read the whole level takes every operation, which is more than all the rest that a trace needs. */
async function findBuiltInWorld(call: Call, word: string): Promise<World | undefined> {
  if (typeof call.flags.pack === 'string') return undefined;
  const { find, faults, sources } = await openTitles(call);
  const entry = find(word);
  // Something has befallen a level with faults before it starts, and a daily packet has no file.
  if (!entry || faults(entry.id).length > 0 || !Object.hasOwn(sources.levels, entry.id)) return undefined;
  const { world: input } = sources.levels[entry.id] as { readonly world: unknown };
  const world = readWorld(input);
  invariant(world.ok, `the world of ${entry.id} does not read`);
  return world.value;
}

/** A level with the library that holds its words. */
export interface FoundLevel {
  readonly shelf: Shelf;
  readonly id: string;
  readonly level: Level;
}

export async function findLevel(call: Call, word: string): Promise<FoundLevel> {
  const shelf = await openShelf(call, word);
  const entry = shelf.library.find(word);
  if (entry) return { shelf, id: entry.id, level: readLevel(shelf, entry.id, call.say) };
  if (!existsSync(word)) throw refuseUnknown(call, 'no-level', shelf, word);
  const document = await openDocument(call, word);
  if (!isLevel(document.content)) throw new Refusal(call.say('not-a-level-file', { file: word }));
  return openLevelFile(call, document);
}

function refuseUnknown({ say }: Call, key: 'no-level' | 'no-world', { library }: Shelf, word: string): Refusal {
  const close = nearestLevel(library, word);
  return new Refusal(say(key, { word }), close ? say('did-you-mean', { word: close }) : say('see-levels'));
}

async function openDocument({ say }: Call, file: string): Promise<Document> {
  const { loadDocument } = await import('../levels/load.ts');
  const document = await loadDocument(file);
  if (!document.ok) throw unreadable(say, document.error);
  return document.value;
}

/** A level has a world in it; a world has not. */
function isLevel(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'world' in content;
}

async function openLevelFile({ say }: Call, document: Document): Promise<FoundLevel> {
  const { loadLevelFile } = await import('../levels/load.ts');
  const library = await loadLevelFile(document);
  if (!library.ok) throw unreadable(say, library.error);
  const id = library.value.entries[0]?.id as string;
  const shelf = { library: library.value, documents: { [id]: document } };
  return { shelf, id, level: readLevel(shelf, id, say) };
}
