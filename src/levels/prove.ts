// The level contract, checked: every problem of every level at once, each with its level, its rule and its remedy.
// What each rule guards against stands in levels/README.md.

import { formatPath, type Problem } from '../cloud/problem.ts';
import type { World } from '../cloud/world.ts';
import { applyOperation } from '../control/apply.ts';
import { printCommand } from '../control/command.ts';
import type { Tool } from '../control/form.ts';
import type { Operation } from '../control/operation.ts';
import { judge, worldAfter } from './judge.ts';
import type { Level, LevelText, Question } from './level.ts';
import type { Library } from './library.ts';
import { readAnswer, readOrder } from './reading.ts';
import { searchAnswers } from './search.ts';
import { checkTexts } from './texts.ts';

export interface LevelProblem {
  readonly level: string;
  /** The rule's stable name. */
  readonly rule: string;
  readonly message: string;
  readonly remedy?: string;
}

export interface Proof {
  readonly level: string;
  readonly position: string;
  readonly par: number;
  /** Right answers of par's length; undefined where the search was cut off. */
  readonly answers?: number;
  readonly states: number;
  readonly problems: readonly LevelProblem[];
}

type Report = (rule: string, message: string, remedy?: string) => void;

/** Problems of the set itself: what the index lists and what is there. */
export function proveIndex(library: Library): readonly LevelProblem[] {
  const problems: LevelProblem[] = [];
  const ids = library.entries.map(({ id }) => id);
  for (const id of ids)
    if (!library.sources.levels[id])
      problems.push({
        level: id,
        rule: 'listed',
        message: 'the index lists it, but there is no file of that name',
        remedy: `write <chapter>/${id}.yaml`,
      });
  for (const id of Object.keys(library.sources.levels))
    if (!ids.includes(id))
      problems.push({
        level: id,
        rule: 'listed',
        message: 'there is a file, but the index does not list it',
        remedy: 'add it to index.yaml',
      });
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index)))
    problems.push({ level: id, rule: 'listed', message: 'the index lists it twice' });
  return [...problems, ...checkOrder(library)];
}

/** Every concept that a level needs has been introduced by an earlier one, and only once. */
function checkOrder(library: Library): readonly LevelProblem[] {
  const introduced = new Map<string, string>();
  return library.entries.flatMap(({ id }) => {
    const level = library.level(id);
    if (!level.ok) return [];
    const problems: LevelProblem[] = level.value.requires
      .filter((concept) => !introduced.has(concept))
      .map((concept) => ({
        level: id,
        rule: 'order',
        message: `it requires "${concept}", which no earlier level introduces`,
      }));
    for (const concept of level.value.introduces) {
      if (introduced.has(concept))
        problems.push({
          level: id,
          rule: 'order',
          message: `${introduced.get(concept)} has introduced "${concept}" before`,
        });
      introduced.set(concept, id);
    }
    return problems;
  });
}

export function proveLevel(library: Library, id: string, languages: readonly string[]): Proof {
  const position = library.find(id)?.position ?? id;
  const problems: LevelProblem[] = [];
  const report: Report = (rule, message, remedy) => {
    problems.push({ level: id, rule, message, ...(remedy && { remedy }) });
  };
  const level = library.level(id);
  if (!level.ok) {
    for (const problem of level.error) report('schema', describe(problem), problem.remedy);
    return { level: id, position, par: 0, states: 0, problems };
  }
  if (level.value.id !== id)
    report('id', `the file is called ${id} but its id is ${level.value.id}`, 'give both the same name');
  const texts = languages.flatMap((language): [string, LevelText][] => {
    const text = readText(library, id, language, report);
    return text ? [[language, text]] : [];
  });
  checkTexts(level.value, texts, report);
  const search = proveRules(level.value, report);
  return { level: id, position, par: level.value.par, ...search, problems };
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

function proveRules(level: Level, report: Report): { answers?: number; states: number } {
  proveStart(level, report);
  proveReference(level, report);
  proveWrongAnswers(level, report);
  proveQuestions(level, report);
  return provePar(level, report);
}

function proveStart(level: Level, report: Report): void {
  const { goals, solved } = judge(level, level.start, { recording: false });
  if (solved) report('start', 'the start meets every goal already', 'break something, or ask a question');
  for (const { goal, met } of goals) {
    const mustReach = goal.expect === 'converse' || goal.expect === 'deliver';
    if (!mustReach || !met) continue;
    if (!level.wrong.some((wrong) => wrong.goal === goal.id))
      report(
        'guarded',
        `goal "${goal.id}" is met at the start and no filed wrong answer breaks it`,
        'file a wrong answer with this goal',
      );
  }
}

function proveReference(level: Level, report: Report): void {
  const { world, refusal } = play(level.start, level.reference);
  if (refusal) {
    report('reference', `the reference is refused at ${refusal.at}: ${refusal.code} ${refusal.message}`);
    return;
  }
  for (const operation of level.reference)
    if (!isAllowed(level.tools, operation))
      report('tools', `the reference uses what the tools do not allow: ${printCommand(operation)}`);
  for (const { goal, met, code, at } of judge(level, world, { recording: false }).goals)
    if (!met) report('reference', `the reference leaves goal "${goal.id}" unmet: ${code} at ${at}`);
  if (level.reference.length !== level.par)
    report('par', `par is ${level.par} but the reference has ${level.reference.length} edits`);
  level.reference.forEach((operation, index) => {
    const without = play(
      level.start,
      level.reference.filter((_, other) => other !== index),
    );
    if (!without.refusal && judge(level, without.world, { recording: false }).solved)
      report('reference', `the reference works without ${printCommand(operation)}`);
  });
}

interface Played {
  readonly world: World;
  readonly refusal?: { readonly at: string; readonly code: string; readonly message: string };
}

function play(start: World, operations: readonly Operation[]): Played {
  let world = start;
  for (const operation of operations) {
    const applied = applyOperation(world, operation);
    if (!applied.ok) return { world, refusal: { at: printCommand(operation), ...applied.error } };
    world = applied.value.world;
  }
  return { world };
}

export function isAllowed(tools: readonly Tool[], { name, input }: Operation): boolean {
  return tools.some(
    (tool) =>
      tool.name === name &&
      Object.entries(tool.values ?? {}).every(([parameter, values]) => {
        const value = input[parameter];
        return (
          value === undefined || (Array.isArray(value) ? value : [value]).every((item) => values.includes(String(item)))
        );
      }),
  );
}

function proveWrongAnswers(level: Level, report: Report): void {
  for (const { id, operations, code, goal } of level.wrong) {
    const { world, refusal } = play(level.start, operations);
    if (refusal) {
      if (refusal.code !== code)
        report('wrong', `wrong answer "${id}" is refused with ${refusal.code}, not with ${code}`);
      continue;
    }
    const failed = judge(level, world, { recording: false }).goals.filter(({ met }) => !met);
    const codes = failed.filter((result) => !goal || result.goal.id === goal).map((result) => result.code);
    if (!codes.includes(code))
      report(
        'wrong',
        `wrong answer "${id}" should fail with ${code}${goal ? ` at goal "${goal}"` : ''}, but gives: ${codes.join(', ') || 'a solution'}`,
      );
    for (const operation of operations)
      if (!isAllowed(level.tools, operation))
        report('tools', `wrong answer "${id}" uses what the tools do not allow: ${printCommand(operation)}`);
  }
}

/** Right answers are read from the packet; each must be among the choices, or nobody could give it. */
function proveQuestions(level: Level, report: Report): void {
  const ask = (question: Question) => {
    const right = readAnswer(worldAfter(level, level.start, question.reads.after), question.reads);
    if (right === undefined) report('question', `question "${question.id}" reads a step that the trace does not have`);
    else if (!question.choices.includes(right))
      report('question', `question "${question.id}": the packet says ${right}, which is not among the choices`);
  };
  if (level.predict) ask(level.predict);
  level.questions.forEach(ask);
  for (const puzzle of level.puzzles)
    if (readOrder(level.start, puzzle).length < 2)
      report('question', `puzzle "${puzzle.id}" has fewer than two tiles that the trace knows`);
}

/** No answer is shorter than par; and how many there are of par's length. */
function provePar(level: Level, report: Report): { answers?: number; states: number } {
  if (level.par === 0) return { states: 1 };
  const shorter = searchAnswers(level, { depth: level.par - 1, first: true });
  const found = shorter.answers[0];
  if (found) report('par', `par is ${level.par}, but ${found.length} do: ${found.map(printCommand).join(' ; ')}`);
  if (!shorter.complete)
    report('par', `the search for a shorter answer was cut off after ${shorter.states} states`, 'narrow the tools');
  const atPar = searchAnswers(level, { depth: level.par, maxStates: 60_000 });
  return { states: atPar.states, ...(atPar.complete && { answers: atPar.answers.length }) };
}
