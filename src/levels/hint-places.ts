// Where there is something to see in a level: what a hint that says where to look may name.

import { displayName } from '../cloud/lookup.ts';
import { diagnose } from '../dataplane/diagnose.ts';
import { traceExchange } from '../dataplane/trace.ts';
import { judge, worldAfter } from './judge.ts';
import type { Level } from './level.ts';
import { carryOut } from './replay.ts';

/** Components at which packets or filed wrong answers fail, those that the reference edits, and those that a question is about. */
export function placesOf(level: Level): readonly string[] {
  const ids = [...faultyPlaces(level), ...failingPlaces(level), ...editedPlaces(level), ...askedPlaces(level)];
  return [...new Set(ids.flatMap((id) => [id, displayName(level.start, id)]))];
}

/** Whatever stands between the start and its goals, also behind the first fault. */
function faultyPlaces(level: Level): readonly string[] {
  return level.goals.flatMap((goal) => {
    if (!('probe' in goal)) return [];
    return diagnose(worldAfter(level, level.start, goal.after), goal.probe).map(({ at }) => at);
  });
}

function failingPlaces(level: Level): readonly string[] {
  const worlds = [level.start, ...level.wrong.map(({ operations }) => carryOut(level.start, operations))];
  return worlds.flatMap((world) => judge(level, world, { recording: false }).goals.flatMap(({ at }) => at ?? []));
}

function editedPlaces({ reference }: Level): readonly string[] {
  return reference.flatMap(({ input }) =>
    Object.values(input)
      .flat()
      .filter((value) => typeof value === 'string'),
  );
}

function askedPlaces(level: Level): readonly string[] {
  const probes = [...level.questions.map(({ reads }) => reads.probe), ...level.puzzles.map(({ probe }) => probe)];
  return probes.flatMap((probe) => {
    const { request, reply } = traceExchange(level.start, probe);
    return [...request.path, ...(reply?.path ?? [])];
  });
}
