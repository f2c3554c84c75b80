// Levels, Worlds and packs from the disk. YAML is read by a library that knows the place of every value, loaded only here; what is
// wrong in a file is told with its line and column. Input is bounded: size, nesting and aliases.

import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs';
import path, { basename, dirname, join } from 'node:path';
import type { World } from '../cloud/world.ts';
import { readWorld } from '../dataplane/read-world.ts';
import { fail, ok, type Result } from '../result.ts';
import { borrow, listBorrowed } from './borrow.ts';
import { FILE_LIMITS } from './file-limits.ts';
import { type Document, type FileProblem, locateAll } from './file-problem.ts';
import { type LevelSources, type Library, makeLibrary } from './library.ts';
import { parseLevel } from './parse.ts';

type Loaded<T> = Promise<Result<T, readonly FileProblem[]>>;

/** The file's text, or why there is none. */
export function readText(file: string): Result<string, readonly FileProblem[]> {
  try {
    const bytes = readBounded(file, FILE_LIMITS.bytes);
    if (!bytes) return fail([{ file, message: `it holds more than ${FILE_LIMITS.bytes} bytes`, remedy: 'split it' }]);
    return ok(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail([{ file, message: describeSystemError(error as NodeJS.ErrnoException) }]);
  }
}

const CHUNK = 65_536;

/** Undefined when there is more. A pipe or a device does not say how much it holds, so all that counts is what comes. */
function readBounded(file: string, limit: number): Buffer | undefined {
  const descriptor = openSync(file, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let held = 0; held <= limit; ) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const read = readSync(descriptor, chunk, 0, CHUNK, null);
      if (read === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, read));
      held += read;
    }
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}

function describeSystemError({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'this file may not be read';
  if (code === 'EISDIR') return 'this is a folder, not a file';
  return message;
}

export async function loadDocument(file: string): Loaded<Document> {
  const text = readText(file);
  if (!text.ok) return text;
  const { parseText } = await import('./parse-text.ts');
  return parseText(file, text.value);
}

export function readWorldFrom(document: Document): Result<World, readonly FileProblem[]> {
  const world = readWorld(document.content);
  return world.ok ? world : fail(locateAll(document, world.error));
}

/** One level file as a library of its own, with the texts that lie beside it. */
export async function loadLevelFile(document: Document): Loaded<Library> {
  const id = basename(document.file).replace(/\.(?:ya?ml|json)$/, '');
  const sources = emptySources(singleIndex(id), { [id]: document.content });
  const problems: FileProblem[] = [];
  for (const [language, file] of textFiles(dirname(document.file), id)) {
    const text = await loadDocument(file);
    if (text.ok) sources.texts[language] = { [id]: text.value.content };
    else problems.push(...text.error);
  }
  if (problems.length > 0) return fail(problems);
  const library = makeLibrary(sources, parseLevel);
  if (!library.ok) return fail(locateAll(document, library.error));
  const level = library.value.level(id);
  return level.ok ? library : fail(locateAll(document, level.error));
}

function singleIndex(id: string) {
  return { chapters: [{ id: 'file', number: 0, levels: [{ number: 1, id }] }] };
}

function textFiles(folder: string, id: string): readonly (readonly [string, string])[] {
  return listFiles(folder).flatMap((name) => {
    const language = TEXT_FILE.exec(name)?.groups;
    return language?.id === id ? [[language.language as string, join(folder, name)] as const] : [];
  });
}

const TEXT_FILE = /^(?<id>.+)\.(?<language>[a-z]{2}(?:-[A-Z]{2})?)\.ya?ml$/;

interface DraftSources {
  index: unknown;
  levels: Record<string, unknown>;
  texts: Record<string, Record<string, unknown>>;
  chapterTexts: Record<string, unknown>;
}

/** A record that holds nothing but what is put into it: an author may well call a level `constructor`. */
function byName<T>(): Record<string, T> {
  return Object.create(null);
}

function emptySources(index: unknown = undefined, levels: Record<string, unknown> = byName()): DraftSources {
  return { index, levels, texts: byName(), chapterTexts: byName() };
}

export interface Pack {
  readonly library: Library;
  /** The level files by id, to tell where in them something stands. */
  readonly documents: Readonly<Record<string, Document>>;
  /** The same of the texts, by language and id: `en/first-road`. */
  readonly textDocuments: Readonly<Record<string, Document>>;
}

/** A folder with an index.yaml, laid out as the built-in levels are. */
export async function loadPack(folder: string): Loaded<Pack> {
  if (!existsSync(join(folder, 'index.yaml')))
    return fail([
      {
        file: folder,
        message: 'this folder is not a pack of levels',
        remedy: 'a pack has an index.yaml; see levels/README.md',
      },
    ]);
  const sources = emptySources();
  const documents = byName<Document>();
  const textDocuments = byName<Document>();
  const problems: FileProblem[] = [];
  let index: Document | undefined;
  for (const file of listPackFiles(folder)) {
    const document = leadsOut(folder, file) ? fail([leavingLink(file)]) : await loadDocument(file);
    if (!document.ok) problems.push(...document.error);
    else if (file === join(folder, 'index.yaml')) index = document.value;
    else if (!place(sources, documents, textDocuments, document.value))
      problems.push({ file, message: 'another chapter has a file of this name', remedy: 'rename one of them' });
  }
  if (problems.length > 0 || !index) return fail(problems);
  const library = makeLibrary(await withBorrowed({ ...sources, index: index.content }), parseLevel);
  return library.ok ? ok({ library: library.value, documents, textDocuments }) : fail(locateAll(index, library.error));
}

/** The game's levels are loaded only for a pack that names some. */
async function withBorrowed(own: LevelSources): Promise<LevelSources> {
  if (listBorrowed(own.index).length === 0) return own;
  const { builtInLibrary } = await import('./built-in.ts');
  return borrow(own, builtInLibrary().sources);
}

/** Whether a link in the pack shows a file from elsewhere: a pack that somebody sent must not. */
function leadsOut(folder: string, file: string): boolean {
  return existsSync(file) && !isWithin(realpathSync(folder), realpathSync(file));
}

/** Both as `realpath` gives them. The folder may be a drive's own, which ends in a separator, and a drive may be written in either case. */
export function isWithin(folder: string, file: string, { relative, isAbsolute, sep } = path): boolean {
  const way = relative(folder, file);
  return way !== '' && way.split(sep)[0] !== '..' && !isAbsolute(way);
}

function leavingLink(file: string): FileProblem {
  return { file, message: 'this link leads out of the pack', remedy: 'copy the file into the pack' };
}

function listPackFiles(folder: string): readonly string[] {
  const chapters = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folders = [folder, ...chapters.map(({ name }) => join(folder, name))];
  return folders.flatMap((chapter) => listFiles(chapter).map((name) => join(chapter, name)));
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();
}

/** False when the place is taken. */
function place(
  sources: DraftSources,
  documents: Record<string, Document>,
  textDocuments: Record<string, Document>,
  document: Document,
): boolean {
  const name = basename(document.file);
  const text = TEXT_FILE.exec(name)?.groups as { id: string; language: string } | undefined;
  if (!text) {
    const id = name.replace(/\.ya?ml$/, '');
    documents[id] ??= document;
    return put(sources.levels, id, document.content);
  }
  if (text.id === 'text') return put(sources.chapterTexts, text.language, document.content);
  textDocuments[`${text.language}/${text.id}`] ??= document;
  sources.texts[text.language] ??= byName();
  return put(sources.texts[text.language] as Record<string, unknown>, text.id, document.content);
}

function put(record: Record<string, unknown>, key: string, content: unknown): boolean {
  if (Object.hasOwn(record, key)) return false;
  record[key] = content;
  return true;
}
