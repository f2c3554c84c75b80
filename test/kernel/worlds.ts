// The worlds that are compared: those of every level (as it starts, solved, after each filed wrong answer, after its events), the test worlds,
// and random ones from a seed.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { World } from '../../src/cloud/world.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { worldAfter } from '../../src/levels/judge.ts';
import type { Level } from '../../src/levels/level.ts';
import { replay } from '../../src/levels/replay.ts';
import { randomWorld } from './random-world.ts';

export interface Candidate {
  readonly name: string;
  readonly world: World;
  /** What its own goals ask, beside what is always asked. */
  readonly probes: readonly Probe[];
}

export function levelWorlds(): Candidate[] {
  const library = builtInLibrary();
  return library.entries.flatMap(({ id, position }) => {
    const level = library.level(id);
    return level.ok ? statesOf(`${position} ${id}`, level.value) : [];
  });
}

function statesOf(name: string, level: Level): Candidate[] {
  const probes = level.goals.flatMap((goal) => ('probe' in goal ? [goal.probe] : []));
  const events = new Set(level.goals.flatMap(({ after }) => after ?? []));
  const answers = [{ id: 'solved', operations: level.reference }, ...level.wrong];
  const states = [
    { id: 'start', world: level.start },
    ...answers.map(({ id, operations }) => ({ id, world: replay(level.start, operations).world })),
  ];
  return states.flatMap(({ id, world }) => [
    { name: `${name}: ${id}`, world, probes },
    ...[...events].map((event) => ({
      name: `${name}: ${id}, then ${event}`,
      world: worldAfter(level, world, event),
      probes,
    })),
  ]);
}

export function fileWorlds(folder: string): Candidate[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.flatMap((name) => {
    const read = readWorld(parse(readFileSync(join(folder, name), 'utf8')));
    return read.ok ? [{ name, world: read.value, probes: [] }] : [];
  });
}

export function* randomWorlds(seed: number, many: number): Generator<Candidate> {
  for (let number = 0; number < many; number++)
    yield { name: `random world ${seed + number}`, world: randomWorld(seed + number), probes: [] };
}
