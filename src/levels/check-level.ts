// References inside a level file: a goal's machines, event, question and puzzle are there, and no id stands twice.

import type { Problem } from '../cloud/problem.ts';
import type { World } from '../cloud/world.ts';
import { isMachine, type Probe } from '../dataplane/probe.ts';
import { parseAddress } from '../net/address.ts';
import type { LevelFile, Question } from './level.ts';

type Path = readonly (string | number)[];
type Tell = (path: Path, message: string, remedy?: string) => void;

export function checkLevel(file: LevelFile, world: World): readonly Problem[] {
  const problems: Problem[] = [];
  const tell: Tell = (path, message, remedy) => {
    problems.push(remedy === undefined ? { path, message } : { path, message, remedy });
  };
  checkGoals(file, world, tell);
  file.questions.forEach((question, index) => checkQuestion(file, world, question, ['questions', index], tell));
  if (file.predict) checkQuestion(file, world, file.predict, ['predict'], tell);
  file.puzzles.forEach(({ probe, tiles }, index) => {
    checkProbe(world, probe, ['puzzles', index, 'probe'], tell);
    checkUnique(tiles, ['puzzles', index, 'tiles'], tell);
  });
  file.exposureProbes?.forEach((probe, index) => {
    checkProbe(world, probe, ['exposureProbes', index], tell);
  });
  file.wrong.forEach(({ goal }, index) => checkKnown(goal, file.goals, 'goal', ['wrong', index, 'goal'], tell));
  file.faults.forEach(({ goal }, index) => checkKnown(goal, file.goals, 'goal', ['faults', index, 'goal'], tell));
  for (const part of ['goals', 'questions', 'puzzles', 'wrong', 'faults'] as const)
    checkUnique(file[part], [part], tell);
  return problems;
}

function checkGoals(file: LevelFile, world: World, tell: Tell): void {
  file.goals.forEach((goal, index) => {
    const path = ['goals', index];
    checkEvent(file, goal.after, [...path, 'after'], tell);
    checkKnown(goal.pairedWith, file.goals, 'goal', [...path, 'pairedWith'], tell);
    if (goal.expect === 'answer') checkKnown(goal.question, file.questions, 'question', [...path, 'question'], tell);
    else if (goal.expect === 'order') checkKnown(goal.puzzle, file.puzzles, 'puzzle', [...path, 'puzzle'], tell);
    else if ('probe' in goal) checkProbe(world, goal.probe, [...path, 'probe'], tell);
  });
}

function checkQuestion(file: LevelFile, world: World, { reads, choices }: Question, path: Path, tell: Tell): void {
  checkProbe(world, reads.probe, [...path, 'reads', 'probe'], tell);
  checkEvent(file, reads.after, [...path, 'reads', 'after'], tell);
  const twice = choices.find((choice, index) => choices.indexOf(choice) !== index);
  if (twice !== undefined) tell([...path, 'choices'], `${twice} stands twice`);
}

function checkProbe(world: World, { from, to, toRecord }: Probe, path: Path, tell: Tell): void {
  if (Object.hasOwn(world.frames, from)) return;
  if (!isMachine(world, from))
    tell([...path, 'from'], `${from} is no machine of this world`, 'name an instance, a machine outside, or a frame');
  if (to === undefined && toRecord === undefined) tell(path, 'it says nowhere to send', 'give to, or toRecord');
  if (to !== undefined && !isMachine(world, to) && !parseAddress(to))
    tell([...path, 'to'], `${to} is no machine of this world`, 'name an instance, a machine outside, or an address');
}

function checkEvent({ events }: LevelFile, event: string | undefined, path: Path, tell: Tell): void {
  if (event !== undefined && !Object.hasOwn(events, event))
    tell(path, `no event is called ${event}`, `events: ${Object.keys(events).join(', ') || '(none)'}`);
}

type Named = readonly { readonly id: string }[];

function checkKnown(id: string | undefined, known: Named, what: string, path: Path, tell: Tell): void {
  if (id !== undefined && !known.some((one) => one.id === id)) tell(path, `no ${what} is called ${id}`);
}

function checkUnique(named: Named, path: Path, tell: Tell): void {
  named.forEach(({ id }, index) => {
    if (named.findIndex((one) => one.id === id) !== index) tell([...path, index, 'id'], `${id} stands twice`);
  });
}
