// Rules about each goal: every one asks something of its own, and opening everything does not win.

import type { World } from '../cloud/world.ts';
import type { Tool } from '../control/form.ts';
import { OPERATIONS } from '../control/operations/registry.ts';
import { isMachine, type Probe } from '../dataplane/probe.ts';
import { traceExchange } from '../dataplane/trace.ts';
import type { Report } from './contract.ts';
import { listEdits } from './edits.ts';
import { failedAlone, failingGoals, isForbidding } from './goals.ts';
import type { Level } from './level.ts';
import { carryOut, replay } from './replay.ts';

/** `lostAlone`: goals that are known to fail alone in some World. */
export function proveGoals(level: Level, report: Report, lostAlone: ReadonlySet<string> = new Set()): void {
  proveGuarded(level, report);
  proveForbidden(level, report);
  proveLoadBearing(level, lostAlone, report);
}

/** A goal that is met already asks something of the player, because a wrong answer loses it. */
function proveGuarded(level: Level, report: Report): void {
  const worlds = [level.start, ...level.wrong.map(({ operations }) => carryOut(level.start, operations))];
  const lost = new Set(worlds.flatMap((world) => failingGoals(level, world).map(({ id }) => id)));
  for (const { id } of level.goals)
    if (!lost.has(id))
      report(
        'guarded',
        `goal "${id}" is met at the start and no filed wrong answer loses it`,
        'file a wrong answer that does, with the tools it needs',
      );
}

function proveForbidden(level: Level, report: Report): void {
  const forbids = level.goals.some(isForbidding);
  if (!forbids && !level.noForbidden)
    report(
      'forbidden',
      'no goal forbids anything',
      'add a not-deliver or not-converse goal, or state noForbidden: true',
    );
  if (forbids && level.noForbidden) report('forbidden', 'it states noForbidden, yet a goal forbids something');
}

/** How many Worlds around the solved one are tried before a goal counts as one that nothing breaks alone. */
const MUTATIONS = 4000;

/**
 * A goal that is lost only where another is lost too could be left out, and no answer would be right or wrong by it. So for each there is
 * a World in which it fails alone: one that the search met, or the solved one a few edits later, those of the tools tried first.
 * A goal that says what another says from its other end, or at another time, names it as `pairedWith`; then both may fail.
 */
function proveLoadBearing(level: Level, lostAlone: ReadonlySet<string>, report: Report): void {
  const unproved = new Set(level.goals.map(({ id }) => id).filter((id) => !lostAlone.has(id)));
  for (const world of listMutations(level)) {
    if (unproved.size === 0) return;
    for (const id of failedAlone(failingGoals(level, world, 3))) unproved.delete(id);
  }
  for (const id of unproved)
    report(
      'load-bearing',
      `goal "${id}" never fails alone: whatever breaks it breaks another goal too`,
      'leave it out, let it ask something of its own, or name the goal that it repeats as pairedWith',
    );
}

/** Worlds near the solved one: by the tools' moves first, then by whatever a console can do. */
function* listMutations(level: Level): Generator<World> {
  const solved = replay(level.start, level.reference).world;
  for (const { operations } of level.wrong) yield carryOut(solved, operations);
  yield* nearby(solved, level.tools, level.tools);
  yield* nearby(solved, CONSOLE, level.tools);
  yield* nearby(solved, CONSOLE, CONSOLE);
}

const CONSOLE: readonly Tool[] = OPERATIONS.filter(({ effect }) => effect === 'edit').map(({ name }) => ({ name }));

/** Worlds one move away, then those another move further. */
function* nearby(from: World, first: readonly Tool[], second: readonly Tool[]): Generator<World> {
  const near = [...listEdits(from, first)].map(({ world }) => world);
  yield* near;
  let count = 0;
  for (const world of near)
    for (const further of listEdits(world, second)) {
      if (++count > MUTATIONS) return;
      yield further.world;
    }
}

/** "Open everything" is no answer: of the Worlds that the tools can open furthest, some fail a goal that forbids. */
export function provePermitEverything(level: Level, report: Report): void {
  const forbidding = level.goals.filter(isForbidding);
  if (forbidding.length === 0) return;
  const probes = listKnocks(level);
  const wrong = level.wrong.map(({ operations }) => operations);
  const seeds = [[], level.reference, ...wrong, ...wrong.map((operations) => [...level.reference, ...operations])];
  const opened = seeds.map((operations) => openUp(carryOut(level.start, operations), level.tools, probes));
  const widest = Math.max(...opened.map(({ open }) => open));
  const fails = opened.some(
    ({ open, world }) => open === widest && failingGoals({ ...level, goals: forbidding }, world, 1).length > 0,
  );
  if (!fails)
    report(
      'permit-everything',
      'the most open network that the tools can build still meets every goal that forbids something',
      'give a tool that opens too much, or state noForbidden: true and forbid nothing',
    );
}

interface Opened {
  readonly world: World;
  readonly open: number;
}

/** Takes the move that lets most packets through, as long as one lets more through. */
function openUp(from: World, tools: readonly Tool[], probes: readonly Probe[]): Opened {
  let best: Opened = { world: from, open: countOpen(from, probes) };
  for (;;) {
    const before = best.open;
    for (const { world } of listEdits(best.world, tools)) {
      const open = countOpen(world, probes);
      if (open > best.open) best = { world, open };
    }
    if (best.open === before) return best;
  }
}

function countOpen(world: World, probes: readonly Probe[]): number {
  return probes.filter((probe) => traceExchange(world, probe, { recording: false }).outcome !== 'dropped').length;
}

/** Everybody to everybody, in the kinds of traffic that the goals are about; and what goals send to an address. */
function listKnocks({ goals, start }: Level): readonly Probe[] {
  const asked = goals.flatMap((goal) => ('probe' in goal ? [goal.probe] : []));
  const machines = [...Object.keys(start.instances), ...Object.keys(start.internet)];
  const kinds = new Map(asked.map(({ protocol, port }) => [`${protocol}/${port}`, { protocol, port }]));
  const pairs = machines.flatMap((from) => machines.filter((to) => to !== from).map((to) => ({ from, to })));
  return [
    ...asked.filter(({ to }) => to === undefined || !isMachine(start, to)),
    ...pairs.flatMap((pair) => [...kinds.values()].map((kind) => ({ ...pair, ...kind }))),
  ];
}
