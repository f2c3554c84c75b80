import { describe, expect, test } from 'vitest';
import type { World } from '../../src/cloud/world.ts';
import { judge, judgeGoal, worldAfter } from '../../src/levels/judge.ts';
import type { Goal, Level } from '../../src/levels/level.ts';
import { replay } from '../../src/levels/replay.ts';
import { type File, makeLevel } from './fixture.ts';

/** The fixture, with its route in place or not, and one goal to judge. */
function judged(goal: File, { solved = true, change = (_: File) => {} } = {}) {
  const level = makeLevel((file) => {
    file.goals = [{ id: 'goal', ...goal }];
    file.wrong = [];
    change(file);
  });
  const world = solved ? solve(level) : level.start;
  const { met, code, at } = judgeGoal(level, world, level.goals[0] as Goal);
  return { met, ...(code && { code }), ...(at && { at }) };
}

function solve(level: Level): World {
  return replay(level.start, level.reference).world;
}

const OUT = { from: 'i-vm', to: 'client' };
const IN = { from: 'client', to: 'i-vm' };

describe('goals about packets', () => {
  test.each<[string, File, boolean, object]>([
    ['converse, and the answer comes back', { expect: 'converse', probe: OUT }, true, { met: true }],
    [
      'converse, and the request dies',
      { expect: 'converse', probe: OUT },
      false,
      { met: false, code: 'NO_ROUTE_TO_DESTINATION', at: 'rtb-red' },
    ],
    [
      'converse, and the answer dies',
      { expect: 'converse', probe: IN },
      false,
      { met: false, code: 'NO_ROUTE_TO_DESTINATION', at: 'rtb-red' },
    ],
    ['deliver needs no answer', { expect: 'deliver', probe: IN }, false, { met: true }],
    [
      'not-deliver, and it arrives',
      { expect: 'not-deliver', probe: IN },
      false,
      { met: false, code: 'EXPOSED', at: 'i-vm' },
    ],
    ['not-converse lets a request arrive', { expect: 'not-converse', probe: IN }, false, { met: true }],
    [
      'not-converse, and they talk',
      { expect: 'not-converse', probe: IN },
      true,
      { met: false, code: 'EXPOSED', at: 'i-vm' },
    ],
    [
      'through a node that it passes both ways',
      { expect: 'converse', probe: OUT, through: ['igw-1'] },
      true,
      { met: true },
    ],
    [
      'through a node that it does not pass',
      { expect: 'converse', probe: OUT, through: ['i-neighbour'] },
      true,
      { met: false, code: 'WRONG_PATH', at: 'i-neighbour' },
    ],
    [
      'a node to avoid, passed',
      { expect: 'converse', probe: OUT, avoids: ['igw-1'] },
      true,
      { met: false, code: 'WRONG_PATH', at: 'igw-1' },
    ],
    ['seen as its public address', { expect: 'converse', probe: OUT, seenAs: '203.0.113.9' }, true, { met: true }],
    [
      'seen as another',
      { expect: 'converse', probe: OUT, seenAs: '10.1.0.5' },
      true,
      { met: false, code: 'SEEN_AS_ANOTHER', at: 'client' },
    ],
  ])('%s', (_what, goal, solved, expected) => {
    expect(judged(goal, { solved })).toEqual(expected);
  });

  test('a path is judged without keeping hops and steps', () => {
    const level = makeLevel((file) => {
      file.goals[0].avoids = ['igw-1'];
    });
    const [out] = judge(level, solve(level), { recording: false }).goals;
    expect(out).toMatchObject({ met: false, code: 'WRONG_PATH' });
  });
});

describe('goals after an event', () => {
  const change = (file: File) => {
    file.events = { night: ['aws ec2 stop-instances --instance-ids i-vm'] };
  };

  test('are judged in the World that the event leaves', () => {
    expect(judged({ expect: 'deliver', probe: OUT, after: 'night' }, { change })).toEqual({
      met: false,
      code: 'BAD_STATE',
      at: 'i-vm',
    });
  });

  test('leave the player’s World as it is', () => {
    const level = makeLevel(change);
    expect(worldAfter(level, level.start, 'night').instances['i-vm']?.state).toBe('stopped');
    expect(level.start.instances['i-vm']?.state).toBe('running');
  });

  test('what EC2 refuses inside an event changes nothing', () => {
    const level = makeLevel((file) => {
      file.events = { odd: ['aws ec2 stop-instances --instance-ids i-gone'] };
    });
    expect(worldAfter(level, level.start, 'odd')).toBe(level.start);
  });
});

describe('questions and puzzles', () => {
  const question = (file: File) => {
    file.questions = [
      { id: 'seen', reads: { probe: IN, field: 'destination-address' }, choices: ['10.1.0.5', '203.0.113.9'] },
    ];
  };
  const puzzle = (file: File) => {
    file.puzzles = [
      {
        id: 'order',
        probe: IN,
        tiles: [
          { id: 'wrap', step: 'encapsulated', node: 'igw-1' },
          { id: 'swap', step: 'translated', node: 'igw-1' },
          { id: 'guest-swap', step: 'translated', node: 'i-vm' },
        ],
      },
    ];
  };

  test.each<[string, readonly string[], object]>([
    ['no answer yet', [], { met: false, code: 'UNANSWERED', at: 'seen' }],
    [
      'a wrong one',
      ['lab answer --question seen --value 203.0.113.9'],
      { met: false, code: 'WRONG_ANSWER', at: 'seen' },
    ],
    ['the one that the packet gives', ['lab answer --question seen --value 10.1.0.5'], { met: true }],
  ])('a question: %s', (_what, reference, expected) => {
    const change = (file: File) => Object.assign(file, { reference }) && question(file);
    expect(judged({ expect: 'answer', question: 'seen' }, { change })).toEqual(expected);
  });

  test.each<[string, readonly string[], object]>([
    ['no tile yet', [], { met: false, code: 'UNFINISHED', at: 'order' }],
    ['a first right tile', ['swap'], { met: false, code: 'UNFINISHED', at: 'order' }],
    ['the wrong tile first', ['wrap'], { met: false, code: 'WRONG_ORDER', at: 'wrap' }],
    [
      'a tile that no packet knows',
      ['swap', 'wrap', 'guest-swap'],
      { met: false, code: 'WRONG_ORDER', at: 'guest-swap' },
    ],
    ['the order of the packet', ['swap', 'wrap'], { met: true }],
  ])('a puzzle: %s', (_what, tiles, expected) => {
    const change = (file: File) => {
      puzzle(file);
      file.reference = tiles.map((tile) => `lab place-tile --puzzle order --tile ${tile}`);
    };
    expect(judged({ expect: 'order', puzzle: 'order' }, { change })).toEqual(expected);
  });
});

test('a level is solved when every goal is met', () => {
  const level = makeLevel();
  expect(judge(level, level.start).solved).toBe(false);
  expect(judge(level, solve(level)).solved).toBe(true);
  const exposed = replay(solve(level), level.wrong.find(({ id }) => id === 'both-named')!.operations);
  expect(judge(level, exposed.world).solved).toBe(false);
});

describe('goals on the score’s figures', () => {
  const nothingAsked = (file: File) => {
    file.tools = [];
    file.reference = [];
    file.goals.push({ id: 'quiet', expect: 'not-deliver', probe: IN });
  };

  test.each<[string, File, object]>([
    ['exposure up to the limit', { expect: 'exposure', atMost: 1 }, { met: true }],
    ['exposure over it', { expect: 'exposure', atMost: 0 }, { met: false, code: 'TOO_EXPOSED', at: 'i-vm' }],
    // Two public addresses, $3.65 each.
    ['dollars up to the limit', { expect: 'dollars', atMost: 7.3 }, { met: true }],
    ['dollars over it', { expect: 'dollars', atMost: 7.29 }, { met: false, code: 'TOO_DEAR', at: 'eipalloc-vm' }],
  ])('%s', (_name, goal, expected) => {
    expect(judged(goal, { solved: false, change: nothingAsked })).toEqual(expected);
  });

  test('behind an event, the figure is the one after it', () => {
    const release = 'aws ec2 release-address --allocation-id eipalloc-spare';
    const goal = { expect: 'dollars', atMost: 3.65, after: 'tidied' };
    const change = (file: File) => {
      nothingAsked(file);
      file.events = { tidied: [release] };
    };
    expect(judged(goal, { solved: false, change })).toEqual({ met: true });
  });
});
