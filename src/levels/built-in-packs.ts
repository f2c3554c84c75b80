import { invariant } from '../invariant.ts';
import { borrow } from './borrow.ts';
import sources from './built-in.json';
import packs from './built-in-packs.json';
import { type Library, makeLibrary, type ReadLevel } from './library.ts';

/** Cuts of the game for a room, by name: compiled from levels/packs/. */
export const PACK_NAMES: readonly string[] = Object.keys(packs);

export function isPackName(name: string): boolean {
  return Object.hasOwn(packs, name);
}

export function builtInPack(name: string, readLevel: ReadLevel): Library {
  const own = (packs as Readonly<Record<string, { readonly index: unknown; readonly chapterTexts: object }>>)[name];
  invariant(own, `no pack is called ${name}`);
  const texts = own.chapterTexts as Readonly<Record<string, unknown>>;
  const library = makeLibrary(
    borrow({ index: own.index, levels: {}, texts: {}, chapterTexts: texts }, sources),
    readLevel,
  );
  invariant(library.ok, `the index of the pack ${name} does not read`);
  return library.value;
}
