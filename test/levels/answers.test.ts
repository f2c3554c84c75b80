// The right answers that ship with the levels.

import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../src/control/command.ts';
import { splitWords } from '../../src/control/words.ts';
import { findAnswers, type KnownAnswers, loadAnswers } from '../../src/levels/answers.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { judge } from '../../src/levels/judge.ts';
import type { Level } from '../../src/levels/level.ts';
import { carryOut } from '../../src/levels/replay.ts';
import type { Price } from '../../src/levels/score.ts';
import { listExposure, monthlyCost } from '../../src/levels/score.ts';
import { readFixture } from '../game/first-road.ts';

const library = builtInLibrary();

function play(level: Level, commands: readonly string[]) {
  const edits = commands.map((command) => {
    const words = splitWords(command);
    const read = words.ok ? parseCommand(words.value) : words;
    if (!read.ok) throw new Error(`${command} does not read`);
    return read.value.operation;
  });
  const world = carryOut(level.start, edits);
  const price: Price = {
    moves: edits.length,
    dollars: monthlyCost(level, world),
    exposure: listExposure(level, world).length,
  };
  return { solved: judge(level, world).solved, price };
}

const least = ({ prices }: KnownAnswers, place: 0 | 1 | 2) => Math.min(...prices.map((price) => price[place]));

describe.each(library.entries.map(({ id, position }) => [position, id] as const))('%s %s', (_, id) => {
  test('ships with the answers of its present content; `npm run answers` finds them anew', async () => {
    const level = library.level(id);
    if (!level.ok) throw new Error(`${id} does not read`);
    const known = await loadAnswers(id, library.sources.levels[id]);
    if (!known) throw new Error(`${id} has changed since its answers were found`);
    expect(least(known, 0)).toBe(level.value.par);
    const cheapest = play(level.value, known.cheapest);
    const leastExposed = play(level.value, known.leastExposed);
    expect([cheapest.solved, leastExposed.solved]).toEqual([true, true]);
    expect(cheapest.price.dollars).toBe(least(known, 1));
    expect(leastExposed.price.exposure).toBe(least(known, 2));
  });
});

test('another level of the same name has none', async () => {
  const [entry] = library.entries;
  const content = { ...(library.sources.levels[entry?.id ?? ''] as object), par: 99 };
  expect(await loadAnswers(entry?.id ?? '', content)).toBeUndefined();
  expect(await loadAnswers('no-such-level', {})).toBeUndefined();
});

describe('a search', () => {
  const level = readFixture();

  test('counts every right answer once, by its price, and none that it may not know all of', () => {
    const { prices, completeTo, cheapest } = findAnswers(level, 10_000);
    expect(completeTo).toBe(3);
    expect(prices.every(([moves]) => moves >= 1 && moves <= 3)).toBe(true);
    expect(prices.find(([moves]) => moves === 1)).toEqual([1, expect.any(Number), 0, 1]);
    expect(cheapest).toHaveLength(1);
  });

  test('that is cut off gives what it has, and says how far it is whole', () => {
    const { completeTo, prices } = findAnswers(level, 1);
    expect(completeTo).toBe(0);
    expect(prices.length).toBeLessThanOrEqual(1);
  });
});
