import { describe, expect, test } from 'vitest';
import { displayName } from '../../src/cloud/lookup.ts';
import type { World } from '../../src/cloud/world.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { worldAfter } from '../../src/levels/judge.ts';
import type { Level } from '../../src/levels/level.ts';
import { replay } from '../../src/levels/replay.ts';

// The known numbers of the simulator: in every built-in level, at the start, solved, and after its events, who reaches whom.
// A row sends to a column: = answered, > arrives and no answer comes back, x never arrives. Why not stands below each table.
// A changed cell is a changed rule: agree with it by vpc-dataplane before the snapshot is updated.

const library = builtInLibrary();

describe.each(library.chapters.filter(({ entries }) => entries.length > 0))(
  'who reaches whom in chapter $number',
  ({ id, entries }) => {
    test('stands as recorded', async () => {
      const tables = entries.flatMap(({ id: levelId, position }) => {
        const level = library.level(levelId);
        return level.ok ? tablesOf(level.value, `${position} ${levelId}`) : [];
      });
      await expect(`${tables.join('\n\n')}\n`).toMatchFileSnapshot(`./__snapshots__/${id}.txt`);
    });
  },
);

/** One table for each state of a level; states alike share one. */
function tablesOf(level: Level, title: string): readonly string[] {
  const states = new Map<string, string[]>();
  for (const [name, world] of statesOf(level)) {
    const drawn = table(world);
    states.set(drawn, [...(states.get(drawn) ?? []), name]);
  }
  return [...states].map(([drawn, names]) => `${title}: ${names.join(' = ')}\n${drawn}`);
}

function statesOf(level: Level): readonly (readonly [string, World])[] {
  const solved = replay(level.start, level.reference).world;
  const later = Object.keys(level.events).map(
    (event) => [`solved, after ${event}`, worldAfter(level, solved, event)] as const,
  );
  return [['start', level.start], ['solved', solved], ...later];
}

interface Cell {
  readonly mark: '=' | '>' | 'x';
  readonly why: string;
}

function table(world: World): string {
  const machines = [...Object.keys(world.instances), ...Object.keys(world.internet)];
  const names = machines.map((id) => displayName(world, id));
  const width = Math.max(...names.map(({ length }) => length)) + 2;
  const reasons = new Map<string, string[]>();
  const rows = machines.map((from, row) => {
    const cells = machines.map((to, column) => {
      if (from === to || isOutside(world, from, to)) return '.';
      const { mark, why } = reach(world, from, to);
      if (why) reasons.set(why, [...(reasons.get(why) ?? []), `${names[row]} → ${names[column]}`]);
      return mark;
    });
    return [names[row] as string, ...cells].map((text) => text.padEnd(width)).join('');
  });
  const head = ['', ...names].map((text) => text.padEnd(width)).join('');
  const frames = Object.keys(world.frames).map((id) => describeFrame(world, id));
  const legend = [...reasons].map(([why, pairs]) => `  ${why}: ${pairs.join(', ')}`);
  return [head, ...rows, ...legend, ...frames].map((line) => line.trimEnd()).join('\n');
}

/** What machines of the internet do among themselves is not ours to simulate. */
function isOutside(world: World, from: string, to: string): boolean {
  return Object.hasOwn(world.internet, from) && Object.hasOwn(world.internet, to);
}

function reach(world: World, from: string, to: string): Cell {
  const { outcome, request, reply } = traceExchange(world, { from, to }, { recording: false });
  if (outcome === 'conversed') return { mark: '=', why: '' };
  const { fault } = outcome === 'dropped' ? request : (reply ?? request);
  const mark = outcome === 'dropped' ? 'x' : '>';
  return { mark, why: `${mark} ${fault?.code} at ${fault?.at}` };
}

/** A frame that is already on the wire: let in, or why not. */
function describeFrame(world: World, frameId: string): string {
  const { outcome, request } = traceExchange(world, { from: frameId }, { recording: false });
  const { fault } = request;
  return `  ${frameId}: ${outcome === 'delivered' ? `> in at ${request.at}` : `x ${fault?.code} at ${fault?.at}`}`;
}
