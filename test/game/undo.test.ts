// Undo is the old World itself, whatever was done in between.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reduceSession, type Session, startSession } from '../../src/game/session.ts';
import { follow, STARTS, TOOLS, walks } from '../control/walk.ts';
import { readFixture } from './first-road.ts';

function times(count: number, type: 'undo' | 'redo', session: Session): Session {
  return Array.from({ length: count }).reduce<Session>((each) => reduceSession(each, { type }), session);
}

test('any walk of edits is undone to the World that it began with, and done again to the one that it led to', () => {
  fc.assert(
    fc.property(walks, (walk) => {
      const start = STARTS[walk.start]!;
      const worlds = [start];
      let session = startSession({ ...readFixture(), start, tools: TOOLS });
      follow(walk, (_before, operation) => {
        const changed = reduceSession(session, { type: 'operate', operation });
        if (changed.present !== session.present) worlds.push(changed.present.world);
        session = changed;
      });
      const edits = worlds.length - 1;
      expect(session.past.length).toBe(edits);
      for (let back = 0; back <= edits; back++)
        expect(times(back, 'undo', session).present.world).toBe(worlds[edits - back]);
      expect(times(edits, 'redo', times(edits, 'undo', session)).present).toBe(session.present);
    }),
  );
});
