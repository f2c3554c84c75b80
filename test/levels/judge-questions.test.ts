import { expect, test } from 'vitest';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { judge } from '../../src/levels/judge.ts';
import type { Level } from '../../src/levels/level.ts';

function levelOf(id: string): Level {
  const level = builtInLibrary().level(id);
  if (!level.ok) throw new Error(`${id} does not read`);
  return level.value;
}

test('a goal that asks a question brings the packet that it asks about', () => {
  const level = levelOf('one-packet-three-sources');
  const results = judge(level, level.start).goals;
  expect(results.map(({ code, exchange }) => [code, exchange?.outcome])).toEqual(
    level.goals.map(() => ['UNANSWERED', 'conversed']),
  );
});

test('a puzzle brings the packet whose way it asks for', () => {
  const level = levelOf('strip-then-swap');
  const results = judge(level, level.start).goals;
  expect(results.every(({ exchange }) => exchange?.request.hops.length)).toBe(true);
});

test('a search that keeps no hops traces nothing for a question', () => {
  const level = levelOf('one-packet-three-sources');
  const results = judge(level, level.start, { recording: false }).goals;
  expect(results.every(({ exchange }) => exchange === undefined)).toBe(true);
});
