// What a player is noted to believe, on the fixture and on every mistake that the built-in levels have on file.

import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../src/control/command.ts';
import { splitWords } from '../../src/control/words.ts';
import { beliefsShown, conceptInView } from '../../src/game/beliefs.ts';
import { reduceSession, type Session, type SessionEvent, startSession } from '../../src/game/session.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { isOk } from './first-road.ts';

const library = builtInLibrary();
const open = (id: string) => startSession(isOk(library.level(id)));

/** All beliefs shown by the events, in their order. */
function play(start: Session, ...events: readonly SessionEvent[]) {
  const numbers: number[] = [];
  let session = start;
  for (const event of events) {
    session = reduceSession(session, event);
    numbers.push(...beliefsShown(session, event.type).map(({ number }) => number));
  }
  return { session, numbers };
}

const type = (line: string): SessionEvent => ({
  type: 'operate',
  operation: isOk(parseCommand(isOk(splitWords(line)))).operation,
});
const SEND: SessionEvent = { type: 'send' };

const filed = library.entries.flatMap(({ id }) => {
  const level = isOk(library.level(id));
  return level.wrong.flatMap((wrong) =>
    wrong.breaks === undefined || wrong.operations.length === 0 ? [] : [[id, wrong.id, level, wrong] as const],
  );
});

describe('a mistake on file shows its belief', () => {
  test.each(filed)('%s: %s', (_id, _wrong, level, { operations, breaks }) => {
    const edits = operations.map((operation): SessionEvent => ({ type: 'operate', operation }));
    expect(play(startSession(level), ...edits, SEND).numbers).toContain(breaks);
  });
});

describe('nothing is noted of', () => {
  test('a level as it began: its fault is not the player’s', () => {
    expect(play(open('nameless-at-the-edge'), SEND, SEND).numbers).toEqual([]);
  });

  test('a right answer', () => {
    const level = isOk(library.level('unused-gate'));
    const edits = level.reference.map((operation): SessionEvent => ({ type: 'operate', operation }));
    expect(play(startSession(level), ...edits, SEND).numbers).toEqual([]);
  });

  test('a prediction that is right, or that was passed over', () => {
    expect(play(open('unused-gate'), { type: 'predict', choice: 'host-a' }, SEND).numbers).toEqual([]);
    expect(play(open('unused-gate'), { type: 'predict' }, SEND).numbers).toEqual([]);
  });
});

test('a prediction that the packet contradicts shows what the level is about, once', () => {
  expect(play(open('unused-gate'), { type: 'predict', choice: 'client' }, SEND, SEND).numbers).toEqual([4]);
});

test('an edit that EC2 refuses shows its belief at once', () => {
  const byHand = type(
    'aws ec2 create-route --route-table-id rtb-b --destination-cidr-block 198.18.0.0/16 --gateway-id vpce-s3',
  );
  expect(play(open('lane-for-one-zone'), byHand).numbers).toEqual([3]);
});

describe('the card that fits', () => {
  test('is the level’s own before anything was tried', () => {
    expect(conceptInView(open('nameless-at-the-edge'))).toBe('public-pair');
  });

  test('is that of a level’s first belief where the level introduces nothing', () => {
    expect(conceptInView(open('three-missing-things'))).toBe('public-pair');
  });

  test('is that of the belief which the failing network shows', () => {
    const attached = type('aws ec2 attach-internet-gateway --internet-gateway-id igw-1 --vpc-id vpc-red');
    expect(conceptInView(play(open('three-missing-things'), attached, SEND).session)).toBe('table-association');
  });
});
