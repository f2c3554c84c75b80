// All levels of a set, in playing order: the built-in ones, or a pack's. A level is read when it is first asked for.

import * as v from 'valibot';
import { type Problem, toProblem } from '../cloud/problem.ts';
import { fail, ok, type Result } from '../result.ts';
import { type Level, type LevelText, slugSchema } from './level.ts';
import { chapterTextSchema, indexSchema } from './pack-files.ts';
import { parseLevelText } from './parse-level-text.ts';

/** The files of a set of levels as they were read, before any is checked. */
export interface LevelSources {
  readonly index: unknown;
  readonly levels: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly chapterTexts: Readonly<Record<string, unknown>>;
}

export interface Entry {
  readonly id: string;
  /** `2.7` */
  readonly position: string;
  readonly chapterId: string;
  /** In a pack: it is one of the game's own. */
  readonly builtIn?: boolean;
  /** In a room: here all come together again before they go on. */
  readonly checkpoint?: boolean;
}

export interface Chapter {
  readonly id: string;
  readonly number: number;
  readonly entries: readonly Entry[];
}

export interface Library {
  readonly chapters: readonly Chapter[];
  readonly entries: readonly Entry[];
  /** The entry that a player means by `2.7`, `three-missing-things` or `2.7-three-missing-things`. */
  find(name: string): Entry | undefined;
  /** A level with faults comes with the one that is named, or with the first. */
  level(id: string, fault?: string): Result<Level, readonly Problem[]>;
  /** The level's words; English where the language has none, else any that there are. The story ends with what is known of the fault. */
  text(id: string, language: string, fault?: string): Result<LevelText, readonly Problem[]>;
  /** The faults that a level may come with, in the file's order. */
  faults(id: string): readonly FaultEntry[];
  /** What the set is called, where it is a pack that says so. */
  packText(language: string): { readonly title: string; readonly about: string } | undefined;
  chapterText(id: string, language: string): { readonly title: string; readonly about: string };
  /** What a concept is called; its id where nobody has named it. */
  conceptName(id: string, language: string): string;
  readonly sources: LevelSources;
  /** To be awaited before that level, or any when none is named, is read, where there is such a thing to wait for. */
  prepare?(id?: string): Promise<void>;
}

export interface FaultEntry {
  readonly id: string;
  /** The number of the wrong belief that it shows. */
  readonly breaks?: number | undefined;
}

/** How a level is read. It is given, because it takes the whole simulator and every operation, and the title needs none of them. */
export type ReadLevel = (input: unknown, fault?: string) => Result<Level, readonly Problem[]>;

export function makeLibrary(sources: LevelSources, readLevel: ReadLevel): Result<Library, readonly Problem[]> {
  const index = v.safeParse(indexSchema, sources.index ?? { chapters: [] });
  if (!index.success) return fail(index.issues.map(toProblem));
  const chapters = index.output.chapters.map(({ id, number, levels }) => ({
    id,
    number,
    entries: levels.map(({ number: place, ...level }) => ({ ...level, position: `${number}.${place}`, chapterId: id })),
  }));
  const entries = chapters.flatMap((chapter) => chapter.entries);
  const level = remember((id, fault) => readLevel(sources.levels[id], fault));
  const text = remember((id, language = 'en') =>
    parseLevelText(firstOf([language, 'en', ...Object.keys(sources.texts)], (known) => sources.texts[known]?.[id])),
  );
  const words = remember((language) => readChapterText(sources.chapterTexts[language]));
  const faults = remember((id) => listFaults(sources.levels[id]));
  return ok({
    chapters,
    entries,
    find: (name) =>
      entries.find(({ id, position }) => name === id || name === position || name === `${position}-${id}`),
    level,
    text(id, language, fault) {
      const words = text(id, language);
      const told = fault ?? faults(id)[0]?.id;
      return words.ok && told !== undefined ? ok(tellFault(words.value, told)) : words;
    },
    faults,
    packText: (language) => words(language)?.pack ?? words('en')?.pack,
    chapterText: (id, language) =>
      words(language)?.chapters[id] ?? words('en')?.chapters[id] ?? { title: id, about: '' },
    conceptName: (id, language) => words(language)?.concepts[id] ?? words('en')?.concepts[id] ?? id,
    sources,
  });
}

/** Asks no further than it must: each language is a file. */
function firstOf<T, R>(all: readonly T[], find: (each: T) => R | undefined): R | undefined {
  for (const each of all) {
    const found = find(each);
    if (found) return found;
  }
  return undefined;
}

function remember<T>(read: (id: string, of?: string) => T): (id: string, of?: string) => T {
  const known = new Map<string, T>();
  return (id, of) => {
    const key = of === undefined ? id : `${id}/${of}`;
    const value = known.get(key) ?? read(id, of);
    known.set(key, value);
    return value;
  };
}

const faultsSchema = v.object({ faults: v.array(v.object({ id: slugSchema, breaks: v.optional(v.number()) })) });

/** Without reading the level, which takes the whole simulator. */
function listFaults(input: unknown): readonly FaultEntry[] {
  const found = v.safeParse(faultsSchema, input);
  return found.success ? found.output.faults : [];
}

function tellFault(text: LevelText, fault: string): LevelText {
  return { ...text, story: [...text.story, ...(text.tickets?.[fault] ?? [])] };
}

type ChapterText = v.InferOutput<typeof chapterTextSchema>;

function readChapterText(text: unknown): ChapterText | undefined {
  const read = v.safeParse(chapterTextSchema, text);
  return read.success ? read.output : undefined;
}
