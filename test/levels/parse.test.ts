import { describe, expect, test } from 'vitest';
import { parseLevel } from '../../src/levels/parse.ts';
import { parseLevelText } from '../../src/levels/parse-level-text.ts';
import { type File, levelFile, textFile } from './fixture.ts';

function problemsOf(change: (file: File) => void): readonly string[] {
  const file = levelFile();
  change(file);
  const level = parseLevel(file);
  return level.ok ? [] : level.error.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

test('a level file becomes a World, tools and operations', () => {
  const level = parseLevel(levelFile());
  expect(level).toMatchObject({
    ok: true,
    value: {
      start: { region: 'us-east-1', routeTables: { 'rtb-red': { routes: [{ destination: '10.1.0.0/16' }] } } },
      tools: [{ name: 'CreateRoute' }, { name: 'AssociateAddress' }],
      reference: [{ name: 'CreateRoute', input: { GatewayId: 'igw-1' } }],
    },
  });
});

test('questions and puzzles bring their own tools', () => {
  const file = levelFile();
  const probe = { from: 'i-vm', to: 'client' };
  file.questions = [{ id: 'why', reads: { probe, field: 'code' }, choices: ['a', 'b'] }];
  file.puzzles = [{ id: 'way', probe, tiles: [{ id: 'one', step: 'sent' }] }];
  const level = parseLevel(file);
  expect(level.ok && level.value.tools.slice(2)).toEqual([
    { name: 'Answer', values: { Question: ['why'], Value: ['a', 'b'] } },
    { name: 'PlaceTile', values: { Puzzle: ['way'], Tile: ['one'] } },
    { name: 'TakeTile', values: { Puzzle: ['way'] } },
  ]);
});

describe('what is wrong is told with its place', () => {
  test.each<[string, (file: File) => void]>([
    ['goals.0.probe.from: i-gone is no machine of this world', (file) => (file.goals[0].probe.from = 'i-gone')],
    ['goals.0.probe.to: nowhere is no machine of this world', (file) => (file.goals[0].probe.to = 'nowhere')],
    ['goals.1.probe: it says nowhere to send', (file) => delete file.goals[1].probe.to],
    ['goals.0.after: no event is called night', (file) => (file.goals[0].after = 'night')],
    [
      'goals.0.question: no question is called why',
      (file) => (file.goals[0] = { id: 'a', expect: 'answer', question: 'why' }),
    ],
    [
      'goals.0.puzzle: no puzzle is called way',
      (file) => (file.goals[0] = { id: 'a', expect: 'order', puzzle: 'way' }),
    ],
    ['goals.1.id: out stands twice', (file) => (file.goals[1].id = 'out')],
    ['wrong.0.goal: no goal is called inwards', (file) => (file.wrong[0].goal = 'inwards')],
    ['predict.reads.after: no event is called night', (file) => (file.predict.reads.after = 'night')],
    ['predict.choices: igw-1 stands twice', (file) => (file.predict.choices = ['igw-1', 'igw-1'])],
    ['tools.0: no operation is called PaintRoute', (file) => (file.tools[0] = 'PaintRoute')],
    ['tools.1: AssociateAddress has no parameter Colour', (file) => (file.tools[1].AssociateAddress.Colour = ['red'])],
    ['world.instances.i-vm.hostId: host-z does not exist', (file) => (file.world.instances['i-vm'].hostId = 'host-z')],
  ])('%s', (problem, change) => {
    expect(problemsOf(change)).toContain(problem);
  });

  test('a command line, with the line itself', () => {
    const [problem] = problemsOf((file) => (file.reference = ['aws ec2 fly']));
    expect(problem).toMatch(/^reference\.0: .*\(in: aws ec2 fly\)$/);
  });

  test('an address or a frame may stand where a machine does', () => {
    expect(problemsOf((file) => (file.goals[0].probe.to = '192.0.2.7'))).toEqual([]);
    const frame = {
      fromHost: 'host-a',
      toHost: 'host-a',
      vpcId: 'vpc-red',
      source: '10.1.0.5',
      destination: '10.1.0.6',
    };
    const withFrame = (file: File) => {
      file.world.frames = { 'frame-1': frame };
      file.goals[0] = { id: 'out', expect: 'deliver', probe: { from: 'frame-1' } };
    };
    expect(problemsOf(withFrame)).toEqual([]);
  });

  test('everything at once', () => {
    const both = problemsOf((file) => {
      file.goals[0].after = 'night';
      file.reference = ['aws ec2 fly'];
    });
    expect(both).toHaveLength(2);
  });
});

test('a text file with an unknown key does not read', () => {
  expect(parseLevelText(textFile()).ok).toBe(true);
  expect(parseLevelText({ ...textFile(), song: 'la' }).ok).toBe(false);
});
