// Rules for the set of levels: what the index lists and what is there, the order of concepts, and the chapters' words.

import * as v from 'valibot';
import { collectProblems, type LevelProblem, type Report } from './contract.ts';
import type { Library } from './library.ts';
import { chapterTextSchema } from './pack-files.ts';

type ReportOn = (level: string) => Report;

export function proveIndex(library: Library): readonly LevelProblem[] {
  const problems: LevelProblem[] = [];
  const reportOn: ReportOn = (level) => (rule, message, remedy) => {
    const one = collectProblems(level);
    one.report(rule, message, remedy);
    problems.push(...one.problems);
  };
  checkListed(library, reportOn);
  checkOrder(library, reportOn);
  checkBestKnown(library, reportOn);
  for (const language of Object.keys(library.sources.chapterTexts)) checkChapterText(library, language, reportOn);
  return problems;
}

function checkListed({ entries, sources }: Library, reportOn: ReportOn): void {
  const ids = entries.map(({ id }) => id);
  for (const { id, chapterId, builtIn } of entries)
    if (!sources.levels[id])
      reportOn(id)(
        'listed',
        builtIn ? 'the game has no level of that name' : 'the index lists it, but there is no file of that name',
        builtIn ? 'see blackfoot levels' : `write ${chapterId}/${id}.yaml`,
      );
  for (const id of Object.keys(sources.levels))
    if (!ids.includes(id))
      reportOn(id)('listed', 'there is a file, but the index does not list it', 'add it to index.yaml');
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index)))
    reportOn(id)('listed', 'the index lists it twice', 'delete one of the two lines');
}

/** Every concept that a level needs has been introduced by an earlier one, and only once. */
function checkOrder(library: Library, reportOn: ReportOn): void {
  const introduced = new Map<string, string>();
  for (const { id, builtIn } of library.entries) {
    const level = library.level(id);
    if (!level.ok) continue;
    // Who cuts the game says what is left out.
    for (const concept of builtIn ? [] : level.value.requires)
      if (!introduced.has(concept))
        reportOn(id)('order', `it requires "${concept}", which no earlier level introduces`);
    for (const concept of level.value.introduces) {
      if (introduced.has(concept))
        reportOn(id)('order', `${introduced.get(concept)} has introduced "${concept}" before`);
      introduced.set(concept, id);
    }
  }
}

const MOST_BEST_KNOWN = 3;

/** A par that is only the best known is for what no search can reach, not for every level that is wide. */
function checkBestKnown(library: Library, reportOn: ReportOn): void {
  const marked = library.entries.filter(({ id }) => {
    const level = library.level(id);
    return level.ok && level.value.bestKnown;
  });
  for (const { id } of marked.slice(MOST_BEST_KNOWN))
    reportOn(id)(
      'par',
      `it is more than the ${MOST_BEST_KNOWN} levels whose par may be the best known`,
      'narrow its tools',
    );
}

/** Each chapter has its title, and each concept its name, in every language that the set has. */
function checkChapterText(library: Library, language: string, reportOn: ReportOn): void {
  const file = `text.${language}.yaml`;
  const texts = v.safeParse(chapterTextSchema, library.sources.chapterTexts[language]);
  if (!texts.success) {
    for (const issue of texts.issues) reportOn(file)('text', issue.message);
    return;
  }
  for (const { id } of library.chapters)
    if (!texts.output.chapters[id]) reportOn(id)('text', `${file} has no title for the chapter`);
  for (const { id } of library.entries) {
    const level = library.level(id);
    for (const concept of level.ok ? level.value.introduces : [])
      if (!texts.output.concepts[concept])
        reportOn(id)('text', `${file} has no name for the concept "${concept}"`, `add concepts.${concept}`);
  }
}
