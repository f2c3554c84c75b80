// The game between two key presses: what each event makes of a session. Worlds are compared by identity where they must be the same.

import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../src/control/command.ts';
import type { Operation } from '../../src/control/operation.ts';
import { splitWords } from '../../src/control/words.ts';
import {
  HINT_RUNGS,
  isSolved,
  isStale,
  reduceSession,
  type Session,
  type SessionEvent,
  scoreOf,
  starsOf,
  startSession,
  triesToHint,
} from '../../src/game/session.ts';
import { isOk, NAME_NEIGHBOUR, ROUTE_OUT, readFixture } from './first-road.ts';

const NO_GATEWAY = ROUTE_OUT.replace('igw-1', 'igw-9');
const LOOK = 'aws ec2 describe-route-tables';
const WRONG_ROUTE = ROUTE_OUT.replace('0.0.0.0/0', '203.0.113.9/32');

function operate(line: string): SessionEvent {
  return { type: 'operate', operation: operationOf(line) };
}

function operationOf(line: string): Operation {
  return isOk(parseCommand(isOk(splitWords(line)))).operation;
}

function play(session: Session, ...events: readonly SessionEvent[]): Session {
  return events.reduce(reduceSession, session);
}

const start = () => startSession(readFixture());

describe('an edit', () => {
  test('changes the network, counts one move and is told as done', () => {
    const session = play(start(), operate(ROUTE_OUT));
    expect(session.present).toMatchObject({ moves: 1, edit: operationOf(ROUTE_OUT) });
    expect(session.notice).toMatchObject({ kind: 'done', unchanged: false });
  });

  test.each([
    ['with a value that the level does not allow', ROUTE_OUT.replace('rtb-red', 'rtb-blue'), 'not-allowed'],
    ['that the level does not allow', 'aws ec2 delete-internet-gateway --internet-gateway-id igw-1', 'not-allowed'],
    ['that looks only', 'aws ec2 describe-route-tables', 'looked'],
  ])('%s costs no move and leaves the network the same object', (_, line, kind) => {
    const before = start();
    const session = play(before, operate(line));
    expect(session.present).toBe(before.present);
    expect(session.past).toEqual([]);
    expect(session.notice).toMatchObject({ kind });
  });

  test('made twice is accepted the second time, changes nothing and costs nothing', () => {
    const once = play(start(), operate(ROUTE_OUT));
    const twice = play(once, operate(ROUTE_OUT));
    expect(twice.present).toBe(once.present);
    expect(twice.notice).toMatchObject({ kind: 'done', unchanged: true });
  });

  test('that EC2 refuses is told with its code, and costs nothing', () => {
    const before = start();
    const session = play(before, operate(NAME_NEIGHBOUR.replace('eni-neighbour', 'eni-nobody')));
    expect(session.present).toBe(before.present);
    expect(session.notice).toMatchObject({ kind: 'refused', error: { code: 'InvalidNetworkInterfaceID.NotFound' } });
  });
});

describe('undo', () => {
  test.each([[ROUTE_OUT], [WRONG_ROUTE], [NAME_NEIGHBOUR]])('after %s gives the old world itself', (line) => {
    const before = start();
    const session = play(before, operate(line), { type: 'undo' });
    expect(session.present).toBe(before.present);
    expect(session.notice).toEqual({ kind: 'undone', operation: operationOf(line) });
  });

  test('goes back edit by edit to the start, and redo forward again to the same worlds', () => {
    const edited = play(start(), operate(WRONG_ROUTE), operate(ROUTE_OUT), operate(NAME_NEIGHBOUR));
    const back = play(edited, { type: 'undo' }, { type: 'undo' }, { type: 'undo' });
    expect(back.present.world).toBe(readFixture().start);
    const forth = play(back, { type: 'redo' }, { type: 'redo' }, { type: 'redo' });
    expect(forth.present).toBe(edited.present);
    expect(forth.future).toEqual([]);
    expect(forth.notice).toEqual({ kind: 'redone', operation: operationOf(NAME_NEIGHBOUR) });
  });

  test('takes back a reset too, which has no edit to name', () => {
    const edited = play(start(), operate(ROUTE_OUT));
    const fresh = play(edited, { type: 'reset' });
    expect(fresh.present.world).toBe(readFixture().start);
    expect(fresh).toMatchObject({ present: { moves: 0 }, notice: { kind: 'reset' } });
    const back = play(fresh, { type: 'undo' });
    expect(back.present).toBe(edited.present);
    expect(back.notice).toEqual({ kind: 'undone', operation: undefined });
  });

  test.each([
    ['undo', 'nothing-to-undo'],
    ['redo', 'nothing-to-redo'],
    ['reset', 'nothing-to-undo'],
  ] as const)('%s with nothing to do says so and changes nothing', (type, kind) => {
    const before = start();
    const session = play(before, { type });
    expect(session.present).toBe(before.present);
    expect(session.notice).toEqual({ kind });
  });

  test('makes way for a new edit, after which nothing can be made again', () => {
    const session = play(start(), operate(WRONG_ROUTE), { type: 'undo' }, operate(ROUTE_OUT));
    expect(session.future).toEqual([]);
    expect(session.present.moves).toBe(1);
  });
});

describe('sending', () => {
  test('judges every goal in the network as it is', () => {
    const session = play(start(), { type: 'send' });
    expect(session.sent?.goals.map(({ met, code }) => [met, code])).toEqual([
      [false, 'NO_ROUTE_TO_DESTINATION'],
      [true, undefined],
    ]);
    expect(isSolved(session)).toBe(false);
  });

  test('is old news after the next edit, and news again after its undo', () => {
    const sent = play(start(), { type: 'send' });
    const edited = play(sent, operate(ROUTE_OUT));
    expect([isStale(sent), isStale(edited), isStale(play(edited, { type: 'undo' }))]).toEqual([false, true, false]);
  });

  test('of the right answer solves the level', () => {
    expect(isSolved(play(start(), operate(ROUTE_OUT), { type: 'send' }))).toBe(true);
  });
});

describe('a prediction', () => {
  test.each([
    ['that is right is met', 'host-a', { right: 'host-a', met: true, ofStart: true }],
    ['that is wrong is not', 'igw-1', { right: 'host-a', met: false, ofStart: true }],
    ['that was passed has the answer only', undefined, { right: 'host-a', ofStart: true }],
  ])('%s, and the packet of the level as it began says so', (_, choice, settled) => {
    const event: SessionEvent = { type: 'predict', ...(choice !== undefined && { choice }) };
    const session = play(start(), operate(ROUTE_OUT), event, { type: 'send' });
    expect(session.prediction).toEqual({ ...(choice !== undefined && { choice }), ...settled });
  });

  test('of the network that is sent says nothing of a beginning', () => {
    const session = play(start(), { type: 'predict', choice: 'host-a' }, { type: 'send' });
    expect(session.prediction).toEqual({ choice: 'host-a', right: 'host-a', met: true });
  });

  test('keeps how sure the player was', () => {
    const session = play(start(), { type: 'predict', choice: 'host-a', sure: true }, { type: 'send' });
    expect(session.prediction).toEqual({ choice: 'host-a', sure: true, right: 'host-a', met: true });
  });

  test('counts only once, and only before the first send', () => {
    const twice = play(start(), { type: 'predict', choice: 'igw-1' }, { type: 'predict', choice: 'host-a' });
    expect(twice.prediction).toEqual({ choice: 'igw-1' });
    const late = play(start(), { type: 'send' }, { type: 'predict', choice: 'host-a' });
    expect(late.prediction?.choice).toBeUndefined();
  });
});

describe('hints', () => {
  const hint: SessionEvent = { type: 'hint' };
  const send: SessionEvent = { type: 'send' };

  test('open one by one, each after two tries, and end with the last', () => {
    const opened = Array.from({ length: HINT_RUNGS + 1 }, (_, count) =>
      play(start(), ...Array.from({ length: count + 1 }, () => [hint, send, send]).flat()),
    );
    expect(opened.map((session) => session.hints)).toEqual([1, 2, 3, 4, 4]);
  });

  test.each([
    ['nothing was tried', [hint], 2],
    ['one send has gone', [hint, send], 1],
    ['an edit was made and one was refused', [hint, operate(ROUTE_OUT), operate(NO_GATEWAY)], 0],
    ['something was only looked up or undone', [hint, operate(ROUTE_OUT), { type: 'undo' }, operate(LOOK)], 1],
    ['tries were made before the first rung', [send, send, send, hint], 2],
  ] as readonly (readonly [string, readonly SessionEvent[], number])[])(
    'wait after the first, when %s',
    (_, events, tries) => {
      const session = play(start(), ...events);
      expect(triesToHint(session)).toBe(tries);
      expect(play(session, hint).hints).toBe(tries === 0 ? 2 : 1);
    },
  );

  test('the first is open at once', () => {
    expect(triesToHint(start())).toBe(0);
  });
});

describe('stars', () => {
  test.each([
    ['none before the packets have gone', [operate(ROUTE_OUT)], 0],
    ['three for the reference answer', [operate(ROUTE_OUT), { type: 'send' }], 3],
    ['one less above par', [operate(WRONG_ROUTE), operate(ROUTE_OUT), { type: 'send' }], 2],
    ['none once the network has changed again', [operate(ROUTE_OUT), { type: 'send' }, operate(NAME_NEIGHBOUR)], 0],
  ] as readonly (readonly [string, readonly SessionEvent[], number])[])('%s', (_, events, stars) => {
    expect(starsOf(play(start(), ...events))).toBe(stars);
  });

  test('undone moves are not counted', () => {
    const session = play(start(), operate(WRONG_ROUTE), { type: 'undo' }, operate(ROUTE_OUT), { type: 'send' });
    expect(scoreOf(session)).toMatchObject({ moves: 1, par: 1 });
    expect(starsOf(session)).toBe(3);
  });
});
