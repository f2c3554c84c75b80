// What a wrong state says about itself, on the fixture and on every mistake that the built-in levels have on file.

import { describe, expect, test } from 'vitest';
import {
  filedMistake,
  firstUnmet,
  misplacedTile,
  missingTiles,
  mistakeAtOnce,
  nextFault,
} from '../../src/game/insight.ts';
import { reduceSession, type Session, startSession } from '../../src/game/session.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import type { Level, WrongAnswer } from '../../src/levels/level.ts';
import { isOk, readFixture } from './first-road.ts';

const library = builtInLibrary();
const levels = library.entries.map(({ id }) => isOk(library.level(id)));
const onFile = levels.flatMap((level) => level.wrong.map((wrong) => [level, wrong] as const));

function make(level: Level, { operations }: WrongAnswer): Session {
  return operations.reduce<Session>(
    (session, operation) => reduceSession(session, { type: 'operate', operation }),
    startSession(level),
  );
}

describe('a mistake on file', () => {
  test.each(
    onFile
      .filter(([, { operations }]) => operations.length > 0)
      .map(([level, wrong]) => [level.id, wrong.id, level, wrong] as const),
  )('%s: %s is known when it is made', (_, id, level, wrong) => {
    const made = make(level, wrong);
    const sent = reduceSession(made, { type: 'send' });
    const known = sent.sent?.goals.map((result) => filedMistake(sent, result)?.id) ?? [];
    expect([...known, mistakeAtOnce(made)?.id]).toContain(id);
  });

  test('is not seen in another answer, nor where the goal is met', () => {
    const sent = reduceSession(startSession(readFixture()), { type: 'send' });
    expect(sent.sent?.goals.map((result) => filedMistake(sent, result))).toEqual([undefined, undefined]);
  });

  test('is forgotten when the edit is undone', () => {
    const level = readFixture();
    const made = make(level, level.wrong[0] as WrongAnswer);
    const undone = reduceSession(reduceSession(made, { type: 'undo' }), { type: 'send' });
    expect(undone.sent?.goals.map((result) => filedMistake(undone, result))).toEqual([undefined, undefined]);
  });
});

describe('a puzzle', () => {
  const level = isOk(library.level('strip-then-swap'));
  const tile = (session: Session, id: string) =>
    reduceSession(session, { type: 'operate', operation: { name: 'PlaceTile', input: { Puzzle: 'out', Tile: id } } });
  const sentWith = (...tiles: readonly string[]) =>
    reduceSession(tiles.reduce(tile, startSession(level)), { type: 'send' });
  const resultOf = (session: Session) => session.sent!.goals[0]!;

  test('names the first tile out of place, and the step that the packet has there', () => {
    const session = sentWith('out-table', 'out-strip');
    expect(misplacedTile(session, resultOf(session))).toMatchObject({
      position: 2,
      tile: 'out-strip',
      shows: { node: 'host-a', step: { kind: 'looked-up-mapping' } },
    });
  });

  test('counts what is still to come when all is right so far', () => {
    const session = sentWith('out-table', 'out-mapping');
    expect(misplacedTile(session, resultOf(session))).toBeUndefined();
    expect(missingTiles(session, resultOf(session))).toBe(4);
  });
});

describe('the next fault', () => {
  test('is the first on the way of the first goal that is not met, sent or not', () => {
    const session = startSession(isOk(library.level('three-missing-things')));
    const fault = { finding: { code: 'NO_ROUTE_TO_DESTINATION', at: 'rtb-edge' } };
    expect(nextFault(session)).toMatchObject(fault);
    expect(nextFault(reduceSession(session, { type: 'send' }))).toMatchObject(fault);
  });

  test('moves on with the edits', () => {
    const level = isOk(library.level('three-missing-things'));
    const edited = level.reference.reduce<Session>(
      (session, operation) => reduceSession(session, { type: 'operate', operation }),
      reduceSession(startSession(level), { type: 'send' }),
    );
    expect(nextFault(edited)).toBeUndefined();
  });
});

describe('what a hint says of a half-solved network', () => {
  const after = (level: Level, count: number) =>
    level.reference
      .slice(0, count)
      .reduce<Session>(
        (session, operation) => reduceSession(session, { type: 'operate', operation }),
        startSession(level),
      );

  test.each(levels.map((level) => [level.id, level] as const))(
    '%s: it speaks only of what is not mended',
    (_, level) => {
      for (let count = 0; count <= level.reference.length; count++) {
        const session = after(level, count);
        const { goals } = reduceSession(session, { type: 'send' }).sent!;
        const unmet = goals.filter(({ met }) => !met).map(({ goal }) => goal.id);
        expect(firstUnmet(session)?.goal.id).toBe(unmet[0]);
        if (unmet.length === 0) expect(nextFault(session)).toBeUndefined();
      }
    },
  );

  test.each(onFile.map(([level, wrong]) => [level.id, wrong.id, level, wrong] as const))(
    '%s after %s: there is always something to say',
    (_, __, level, wrong) => {
      const session = make(level, wrong);
      expect(nextFault(session) ?? firstUnmet(session)).toBeDefined();
    },
  );
});
