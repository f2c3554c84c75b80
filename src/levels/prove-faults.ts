// Rules for a level that comes with another fault each time: the network works without them, every fault fails its goal with its code, is
// mended in no fewer edits than its reference, can be diagnosed, and its ticket gives nothing away.

import type { World } from '../cloud/world.ts';
import { printCommand } from '../control/command.ts';
import type { Operation } from '../control/operation.ts';
import { diagnose } from '../dataplane/diagnose.ts';
import type { Report } from './contract.ts';
import { listEdits } from './edits.ts';
import { befall } from './fault.ts';
import { failingGoals, isForbidding } from './goals.ts';
import { judge } from './judge.ts';
import type { Fault, Level, LevelText } from './level.ts';
import type { Pool } from './parse.ts';
import { type ParProof, proveAsked, proveMends } from './prove-answers.ts';
import { proveGoals } from './prove-goals.ts';
import { makeStateKey } from './state-key.ts';

export function proveFaults(
  { level, faults }: Pool,
  texts: readonly (readonly [string, LevelText])[],
  report: Report,
): ParProof {
  for (const { id } of failingGoals(level, level.start))
    report('fault', `without any fault goal "${id}" is not met`, 'the world of a level with faults works');
  proveGoals(asWrongAnswers(level, faults), report);
  proveDifferent(level, faults, report);
  let states = 0;
  for (const fault of faults) {
    const broken = befall(level, fault);
    if (!broken.ok) {
      for (const { message } of broken.error) report('fault', `fault "${fault.id}": ${message}`);
      continue;
    }
    const reportHere: Report = (rule, message, remedy) => report(rule, `fault "${fault.id}": ${message}`, remedy);
    proveSymptom(broken.value, fault, reportHere);
    proveMends(broken.value, reportHere);
    proveAsked(broken.value, reportHere);
    states += proveShortest(broken.value, reportHere);
    for (const [language, text] of texts) checkTicket(level, fault, language, text, reportHere);
  }
  return { atLeast: 1, states };
}

/** The faults are what can go wrong with the goals, so the rules about goals take them for wrong answers. */
function asWrongAnswers(level: Level, faults: readonly Fault[]): Level {
  return { ...level, reference: [], wrong: faults };
}

function proveDifferent(level: Level, faults: readonly Fault[], report: Report): void {
  const keyOf = makeStateKey();
  const known = new Map<string, string>();
  for (const fault of faults) {
    const broken = befall(level, fault);
    const key = broken.ok ? keyOf(broken.value.start) : fault.id;
    const twin = known.get(key);
    if (twin) report('fault', `faults "${twin}" and "${fault.id}" leave the same network`, 'take one of them away');
    known.set(key, fault.id);
  }
}

/** Its goal fails with its code; and where a packet is missing, the diagnosis finds something. */
function proveSymptom(broken: Level, { goal: id, code }: Fault, report: Report): void {
  const result = judge(broken, broken.start, { recording: false }).goals.find(({ goal }) => goal.id === id);
  if (!result || result.code !== code)
    report('fault', `goal "${id}" should fail with ${code}, but gives: ${result?.code ?? 'nothing wrong'}`);
  const goal = result?.goal;
  if (goal && 'probe' in goal && !isForbidding(goal) && !result.met && !isDiagnosed(broken.start, goal.probe))
    report('fault', `nothing is found between the two ends of goal "${id}"`, 'let the ticket be about another goal');
}

function isDiagnosed(world: World, probe: Parameters<typeof diagnose>[1]): boolean {
  return diagnose(world, probe).length > 0;
}

/** Every single edit is tried: a fault of one edit can be mended by the menus, and one of two cannot be mended by one. */
function proveShortest(broken: Level, report: Report): number {
  // The goal of the ticket comes first, and mostly ends the matter.
  const goals = broken.goals.toSorted(
    (a, b) => Number(b.id === broken.fault?.goal) - Number(a.id === broken.fault?.goal),
  );
  let tried = 0;
  let shortest: Operation | undefined;
  for (const { operation, world } of listEdits(broken.start, broken.tools)) {
    tried++;
    if (failingGoals({ ...broken, goals }, world, 1).length === 0) shortest ??= operation;
  }
  if (broken.par > 1 && shortest)
    report('par', `its reference takes ${broken.par} edits, but one does: ${printCommand(shortest)}`);
  if (broken.par === 1 && !shortest) report('tools', 'no move of the menus mends it', 'let the tools offer the mend');
  return tried;
}

/** A ticket says what somebody sees. What it must not name is the part that is to be edited. */
function checkTicket(level: Level, fault: Fault, language: string, text: LevelText, report: Report): void {
  const lines = text.tickets?.[fault.id];
  if (!lines) {
    report('text', `${language}: it has no ticket`, `add tickets.${fault.id}`);
    return;
  }
  const { instances, internet } = level.start;
  const named = fault.mend
    .flatMap(({ input }) => Object.values(input).flat())
    .filter((value) => typeof value === 'string' && /^[a-z0-9]+-[a-z0-9-]+$/.test(value))
    .filter((id) => !Object.hasOwn(instances, id as string) && !Object.hasOwn(internet, id as string));
  for (const id of named)
    if (lines.some((line) => line.includes(id as string)))
      report('ticket', `${language}: its ticket names ${id}, which is to be edited`, 'tell what somebody sees');
}
