// A pack is looked over before it is played: what would stop the game in the middle of a level is told at the start, with its place.

import { join } from 'node:path';
import type { Problem } from '../cloud/problem.ts';
import type { Document, FileProblem } from '../levels/file-problem.ts';
import type { Library } from '../levels/library.ts';
import type { Pack } from '../levels/load.ts';

/** One broken file of a pack is often broken in every line. */
const TOLD_PER_FILE = 3;

export function listUnplayable({ library, documents, textDocuments }: Pack, folder: string): readonly FileProblem[] {
  const index = join(folder, 'index.yaml');
  if (library.entries.length === 0)
    return [{ file: index, message: 'no level is listed', remedy: 'list one under chapters; see levels/README.md' }];
  const own = library.entries.filter(({ id, builtIn }) => !builtIn || library.sources.levels[id] === undefined);
  return own.flatMap(({ id }) => [
    ...levelProblems(library, id, documents[id], index),
    ...textProblems(library, id, textDocuments, index),
  ]);
}

function levelProblems(library: Library, id: string, document: Document | undefined, index: string) {
  if (!document)
    return [
      { file: index, message: `${id} is listed, and there is no ${id}.yaml`, remedy: 'write it, or take it out' },
    ];
  const level = library.level(id);
  return level.ok ? [] : located(document, level.error);
}

function textProblems(library: Library, id: string, documents: Pack['textDocuments'], index: string) {
  const written = Object.entries(documents).filter(([key]) => key.endsWith(`/${id}`));
  if (written.length === 0)
    return [{ file: index, message: `${id} has no words in any language`, remedy: `write ${id}.en.yaml` }];
  return written.flatMap(([key, document]) => {
    const text = library.text(id, key.slice(0, key.indexOf('/')));
    return text.ok ? [] : located(document, text.error);
  });
}

function located(document: Document, problems: readonly Problem[]): readonly FileProblem[] {
  return problems.slice(0, TOLD_PER_FILE).map((problem) => document.locate(problem));
}
