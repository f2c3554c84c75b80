// Which thing of the map a player looks at: one after another in reading order and round, 0 is nothing.

import type { Session } from '../../game/session.ts';
import { listThings } from './draw-thing.ts';

function thingsOf({ present, level }: Session): readonly string[] {
  return listThings(present.world, level.start);
}

export function thingIdAt(session: Session, thing: number): string | undefined {
  const things = thingsOf(session);
  const count = things.length + 1;
  return things[(((thing % count) + count) % count) - 1];
}

/** Where a thing stands among them; 0 when it is not there. */
export function thingOf(session: Session, id: string | undefined): number {
  return id === undefined ? 0 : thingsOf(session).indexOf(id) + 1;
}
