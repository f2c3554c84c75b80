import { describe, expect, test } from 'vitest';
import type { World } from '../../src/cloud/world.ts';
import { printCommand } from '../../src/control/command.ts';
import type { Level } from '../../src/levels/level.ts';
import { replay } from '../../src/levels/replay.ts';
import { searchAnswers } from '../../src/levels/search.ts';
import { makeStateKey } from '../../src/levels/state-key.ts';
import { type File, makeLevel, NAME_NEIGHBOUR, ROUTE_OUT } from './fixture.ts';

const stateKey = makeStateKey();

const NARROW = ROUTE_OUT.replace('0.0.0.0/0', '203.0.113.9/32');

function worldWith(...lines: readonly string[]): World {
  const level = makeLevel((file) => {
    file.reference = lines;
  });
  return replay(level.start, level.reference).world;
}

function lines(level: Level, depth: number): readonly string[] {
  return searchAnswers(level, { depth }).answers.map((answer) => answer.map(printCommand).join(' ; '));
}

describe('two Worlds are one state', () => {
  test('when the same edits came in another order', () => {
    const one = worldWith(ROUTE_OUT, NARROW, NAME_NEIGHBOUR);
    const other = worldWith(NAME_NEIGHBOUR, NARROW, ROUTE_OUT);
    expect(one).not.toEqual(other);
    expect(stateKey(one)).toBe(stateKey(other));
  });

  test('when something was made and taken away again', () => {
    const remove = 'aws ec2 delete-route --route-table-id rtb-red --destination-cidr-block 0.0.0.0/0';
    expect(stateKey(worldWith(ROUTE_OUT, remove))).toBe(stateKey(makeLevel().start));
  });

  test('when a table was associated anew with the subnet that had it', () => {
    const start = makeLevel().start;
    const [[id, association] = []] = Object.entries(start.routeAssociations);
    const { [id ?? '']: _, ...others } = start.routeAssociations;
    const renamed = { ...start, routeAssociations: { ...others, 'rtbassoc-9': association } } as World;
    expect(stateKey(renamed)).toBe(stateKey(start));
  });

  test.each([
    ['a route more', [ROUTE_OUT]],
    ['an address elsewhere', [NAME_NEIGHBOUR]],
    ['an answer in the notebook', ['lab answer --question q --value 1']],
  ])('but not with %s', (_what, edits) => {
    expect(stateKey(worldWith(...edits))).not.toBe(stateKey(makeLevel().start));
  });
});

describe('the search', () => {
  test('finds the shortest answer', () => {
    expect(lines(makeLevel(), 1)).toEqual([ROUTE_OUT]);
  });

  test('finds nothing below the shortest', () => {
    expect(searchAnswers(makeLevel(), { depth: 0 })).toMatchObject({ answers: [], completeTo: 0 });
  });

  test('gives one order of the edits that lead to one World', () => {
    const level = makeLevel((file) => {
      file.goals = [
        { id: 'out', expect: 'converse', probe: { from: 'i-vm', to: 'client' } },
        { id: 'both', expect: 'converse', probe: { from: 'client', to: 'i-neighbour' } },
      ];
      file.wrong = [];
    });
    expect(lines(level, 2)).toHaveLength(1);
    expect(
      searchAnswers(level, { depth: 2 })
        .answers[0]?.map(({ name }) => name)
        .sort(),
    ).toEqual(['AssociateAddress', 'CreateRoute']);
  });

  test('shows every shortest answer, and those that are longer after them', () => {
    const level = makeLevel((file) => {
      file.tools[0].CreateRoute.DestinationCidrBlock = ['0.0.0.0/0', '198.51.100.0/24', '203.0.113.9/32'];
    });
    const found = lines(level, 2);
    expect(found.slice(0, 2)).toEqual([ROUTE_OUT, ROUTE_OUT.replace('0.0.0.0/0', '198.51.100.0/24')]);
    expect(found.slice(2).every((line) => line.includes(' ; '))).toBe(true);
  });

  test('knows a start that is solved', () => {
    const level = makeLevel((file: File) => {
      file.world.routeTables['rtb-red'].routes = [{ destination: '0.0.0.0/0', target: 'igw-1' }];
    });
    expect(searchAnswers(level, { depth: 3 }).answers).toEqual([[]]);
  });

  test('says so when it was cut off', () => {
    expect(searchAnswers(makeLevel(), { depth: 3, maxStates: 2 }).completeTo).toBe(0);
  });

  test('stops at the first answer when one is enough', () => {
    expect(searchAnswers(makeLevel(), { depth: 3, first: true }).answers).toHaveLength(1);
  });
});

describe('answers and tiles', () => {
  const puzzled = () =>
    makeLevel((file) => {
      file.tools = [];
      file.wrong = [];
      file.goals = [
        { id: 'order', expect: 'order', puzzle: 'way' },
        { id: 'told', expect: 'answer', question: 'night' },
      ];
      file.events = { night: ['aws ec2 stop-instances --instance-ids i-vm'] };
      file.questions = [
        {
          id: 'night',
          reads: { probe: { from: 'client', to: 'i-vm' }, field: 'code', after: 'night' },
          choices: ['delivered', 'BAD_STATE'],
        },
      ];
      file.puzzles = [
        {
          id: 'way',
          probe: { from: 'client', to: 'i-vm' },
          tiles: [
            { id: 'wrap', step: 'encapsulated' },
            { id: 'swap', step: 'translated' },
            { id: 'route', step: 'matched-route' },
          ],
        },
      ];
    });

  test('take one edit each, right tiles only, and the question its World after the event', () => {
    const { answers } = searchAnswers(puzzled(), { depth: 3 });
    expect(answers).toHaveLength(1);
    expect(answers[0]?.map(printCommand).sort()).toEqual([
      'lab answer --question night --value BAD_STATE',
      'lab place-tile --puzzle way --tile swap',
      'lab place-tile --puzzle way --tile wrap',
    ]);
  });

  test('are never looked for below their number', () => {
    expect(searchAnswers(puzzled(), { depth: 2 })).toMatchObject({ answers: [], completeTo: 2 });
  });
});
