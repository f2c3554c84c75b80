// The packet that would have worked, beside the player's own: on the fixture, and on every mistake that the built-in levels have on file.

import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../src/control/command.ts';
import { splitWords } from '../../src/control/words.ts';
import { type Contrast, contrastWith } from '../../src/game/contrast.ts';
import { reduceSession, type Session, startSession } from '../../src/game/session.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import type { Level } from '../../src/levels/level.ts';
import { isOk, NAME_NEIGHBOUR, ROUTE_OUT, readFixture } from './first-road.ts';

const library = builtInLibrary();

const edit = (session: Session, command: string) =>
  reduceSession(session, { type: 'operate', operation: isOk(parseCommand(isOk(splitWords(command)))).operation });
const send = (session: Session) => reduceSession(session, { type: 'send' });
const contrastsOf = (session: Session) => session.sent!.goals.map((result) => contrastWith(session, result));
const stepsOf = (contrast: Contrast | undefined) => [contrast?.yours?.step.kind, contrast?.works?.step.kind];

describe('the packet that works', () => {
  test('parts from the one that died at the first tap at which they do not do the same', () => {
    const [out, quiet] = contrastsOf(send(startSession(readFixture())));
    expect(out).toMatchObject({ at: 1, yours: { node: 'host-a' }, works: { node: 'host-a' } });
    expect(stepsOf(out)).toEqual(['dropped', 'matched-route']);
    expect(out?.exchange.outcome).toBe('conversed');
    // That goal is met.
    expect(quiet).toBeUndefined();
  });

  test('of a goal that forbids ends where the player’s gets through', () => {
    const session = send(edit(edit(startSession(readFixture()), ROUTE_OUT), NAME_NEIGHBOUR));
    const [, quiet] = contrastsOf(session);
    expect(quiet?.works?.step.kind).toBe('dropped');
    expect(quiet?.exchange.outcome).toBe('dropped');
  });

  test('keeps what the player has made, as far as the level’s own answer goes on top of it', () => {
    const elsewhere = ROUTE_OUT.replace('0.0.0.0/0', '203.0.113.9/32');
    const [out] = contrastsOf(send(edit(startSession(readFixture()), elsewhere)));
    expect(out?.world.routeTables['rtb-red']?.routes.map(({ destination }) => destination)).toEqual([
      '10.1.0.0/16',
      '203.0.113.9/32',
      '0.0.0.0/0',
    ]);
  });

  test('is found for nothing that sends no packet', () => {
    const session = send(startSession(isOk(library.level('one-packet-three-sources'))));
    expect(contrastsOf(session).every((contrast) => contrast === undefined)).toBe(true);
  });

  test('meets the goal that the player’s does not, whatever mistake on file was made', () => {
    for (const [session, level] of onFile())
      for (const result of session.sent!.goals) {
        const contrast = contrastWith(session, result);
        if (result.met || !('probe' in result.goal)) expect(contrast).toBeUndefined();
        else if (contrast) expect(contrast.yours, level.id).not.toEqual(contrast.works);
      }
  });
});

function onFile(): readonly (readonly [Session, Level])[] {
  return library.entries.flatMap(({ id }) => {
    const level = isOk(library.level(id));
    return level.wrong.map(({ operations }) => {
      const made = operations.reduce<Session>(
        (session, operation) => reduceSession(session, { type: 'operate', operation }),
        startSession(level),
      );
      return [send(made), level] as const;
    });
  });
}
