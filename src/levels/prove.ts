// The level contract, checked: every problem of a level at once, each with its rule and its remedy.
// What each rule guards against stands in levels/README.md.

import { formatPath, type Problem } from '../cloud/problem.ts';
import { invariant } from '../invariant.ts';
import { collectProblems, type LevelProblem, type Report } from './contract.ts';
import type { LevelText } from './level.ts';
import type { Library } from './library.ts';
import { parsePool } from './parse.ts';
import { type ParProof, proveAnswers } from './prove-answers.ts';
import { proveFaults } from './prove-faults.ts';
import { checkTexts } from './texts.ts';

export type { LevelProblem } from './contract.ts';
export { proveIndex } from './prove-index.ts';

export interface Proof extends ParProof {
  readonly level: string;
  readonly position: string;
  readonly par: number;
  readonly bestKnown: boolean;
  /** How many faults it may come with; par is that of the hardest. */
  readonly faults?: number;
  readonly problems: readonly LevelProblem[];
}

export function proveLevel(library: Library, id: string, languages: readonly string[]): Proof {
  const position = library.find(id)?.position ?? id;
  const { problems, report } = collectProblems(id);
  const level = library.level(id);
  if (!level.ok) {
    for (const problem of level.error) report('schema', describe(problem), problem.remedy);
    return { level: id, position, par: 0, bestKnown: false, atLeast: 0, states: 0, problems };
  }
  if (level.value.id !== id)
    report('id', `the file is called ${id} but its id is ${level.value.id}`, 'give both the same name');
  const texts = languages.flatMap((language): [string, LevelText][] => {
    const text = readText(library, id, language, report);
    return text ? [[language, text]] : [];
  });
  checkTexts(level.value, texts, report);
  const { par, bestKnown, fault } = level.value;
  if (!fault) return { level: id, position, par, bestKnown, ...proveAnswers(level.value, report), problems };
  const pool = parsePool(library.sources.levels[id]);
  invariant(pool.ok, 'a level that reads has faults that read');
  const { faults } = pool.value;
  const most = Math.max(...faults.map(({ mend }) => mend.length));
  return {
    level: id,
    position,
    par: most,
    bestKnown,
    faults: faults.length,
    ...proveFaults(pool.value, texts, report),
    problems,
  };
}

function describe(problem: Problem): string {
  return `${formatPath(problem.path)}: ${problem.message}`;
}

function readText(library: Library, id: string, language: string, report: Report): LevelText | undefined {
  if (!library.sources.texts[language]?.[id]) {
    report('text', `there is no text in "${language}"`, `write ${id}.${language}.yaml`);
    return undefined;
  }
  const text = library.text(id, language);
  if (text.ok) return text.value;
  for (const problem of text.error) report('text', `${language}: ${describe(problem)}`);
  return undefined;
}
