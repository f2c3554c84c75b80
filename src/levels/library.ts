// All levels of a set, in playing order: the built-in ones, or a pack's. A level is read when it is first asked for.

import * as v from 'valibot';
import { type Problem, toProblem } from '../cloud/problem.ts';
import { fail, ok, type Result } from '../result.ts';
import { type Level, type LevelText, slugSchema } from './level.ts';
import { parseLevelText } from './parse-level-text.ts';

const indexSchema = v.strictObject({
  chapters: v.array(
    v.strictObject({
      id: slugSchema,
      number: v.number(),
      /** Numbers are the curriculum's, so that "2.7" keeps its meaning while levels are still being added. */
      levels: v.array(v.strictObject({ number: v.number(), id: slugSchema })),
    }),
  ),
});

export const chapterTextSchema = v.strictObject({
  chapters: v.record(slugSchema, v.strictObject({ title: v.string(), about: v.string() })),
  concepts: v.optional(v.record(slugSchema, v.string()), {}),
});

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
  level(id: string): Result<Level, readonly Problem[]>;
  /** The level's words; English where the language has none. */
  text(id: string, language: string): Result<LevelText, readonly Problem[]>;
  chapterText(id: string, language: string): { readonly title: string; readonly about: string };
  /** What a concept is called; its id where nobody has named it. */
  conceptName(id: string, language: string): string;
  readonly sources: LevelSources;
  /** To be awaited before the first level is read, where there is such a thing to wait for. */
  prepare?(): Promise<void>;
}

/** How a level is read. It is given, because it takes the whole simulator and every operation, and the title needs none of them. */
export type ReadLevel = (input: unknown) => Result<Level, readonly Problem[]>;

export function makeLibrary(sources: LevelSources, readLevel: ReadLevel): Result<Library, readonly Problem[]> {
  const index = v.safeParse(indexSchema, sources.index ?? { chapters: [] });
  if (!index.success) return fail(index.issues.map(toProblem));
  const chapters = index.output.chapters.map(({ id, number, levels }) => ({
    id,
    number,
    entries: levels.map((level) => ({ id: level.id, position: `${number}.${level.number}`, chapterId: id })),
  }));
  const entries = chapters.flatMap((chapter) => chapter.entries);
  const level = remember((id: string) => readLevel(sources.levels[id]));
  const text = remember((key: string) => {
    const [language = '', id = ''] = key.split('/');
    return parseLevelText([language, 'en', ...Object.keys(sources.texts)].map((known) => sources.texts[known]?.[id]).find(Boolean));
  });
  return ok({
    chapters,
    entries,
    find: (name) =>
      entries.find(({ id, position }) => name === id || name === position || name === `${position}-${id}`),
    level,
    text: (id, language) => text(`${language}/${id}`),
    chapterText: (id, language) =>
      readFirst(sources, language, ({ chapters }) => chapters[id]) ?? { title: id, about: '' },
    conceptName: (id, language) => readFirst(sources, language, ({ concepts }) => concepts[id]) ?? id,
    sources,
  });
}

function remember<T>(read: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const value = known.get(key) ?? read(key);
    known.set(key, value);
    return value;
  };
}

type ChapterText = v.InferOutput<typeof chapterTextSchema>;

/** In the language asked for, or in English. */
function readFirst<T>(
  { chapterTexts }: LevelSources,
  language: string,
  pick: (text: ChapterText) => T | undefined,
): T | undefined {
  for (const candidate of [language, 'en']) {
    const texts = v.safeParse(chapterTextSchema, chapterTexts[candidate]);
    const found = texts.success ? pick(texts.output) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
