import { describe, expect, test } from 'vitest';
import { proveIndex, proveLevel } from '../../src/levels/prove.ts';
import { type File, type Files, makeSources, openLibrary, ROUTE_OUT } from './fixture.ts';

function rulesBrokenBy(change: (files: Files) => void): readonly string[] {
  const library = openLibrary(makeSources(change));
  const problems = [...proveIndex(library), ...proveLevel(library, 'first-road', ['en', 'ko']).problems];
  return [...new Set(problems.map(({ rule }) => rule))];
}

test('the level that the cases below break is right itself', () => {
  expect(rulesBrokenBy(() => {})).toEqual([]);
});

const inLevel =
  (change: (level: File) => void) =>
  ({ level }: Files) =>
    change(level);

describe('one break, and the rule that tells', () => {
  test.each<[string, string, (files: Files) => void]>([
    ['a field that no level has', 'schema', inLevel((level) => (level.colour = 'red'))],
    [
      'a world whose reference goes nowhere',
      'schema',
      inLevel((level) => (level.world.instances['i-vm'].hostId = 'host-z')),
    ],
    ['a tool that no operation has', 'schema', inLevel((level) => (level.tools = ['PaintRoute']))],
    ['a reference that is no command', 'schema', inLevel((level) => (level.reference = ['aws ec2 fly']))],
    ['an id that is not the file’s name', 'id', inLevel((level) => (level.id = 'other-road'))],
    [
      'a start that works already',
      'start',
      inLevel((level) => (level.world.routeTables['rtb-red'].routes = [{ destination: '0.0.0.0/0', target: 'igw-1' }])),
    ],
    ['a must-not goal that nothing can lose', 'guarded', inLevel((level) => level.wrong.pop())],
    [
      'a must-reach goal that is met at the start and never lost',
      'guarded',
      inLevel((level) =>
        level.goals.push({ id: 'near', expect: 'converse', probe: { from: 'i-vm', to: 'i-neighbour' } }),
      ),
    ],
    ['no goal that forbids anything', 'forbidden', inLevel((level) => level.goals.pop() && level.wrong.pop())],
    [
      'a goal that another one implies',
      'load-bearing',
      inLevel((level) =>
        level.goals.push({ id: 'again', expect: 'converse', probe: { from: 'i-vm', to: 'client', port: 8443 } }),
      ),
    ],
    ['a goal paired with none', 'schema', inLevel((level) => (level.goals[0].pairedWith = 'nobody'))],
    [
      'a must-not goal that the most open network keeps',
      'permit-everything',
      inLevel((level) => {
        level.goals[1].probe = { from: 'i-vm', to: '203.0.113.77' };
        level.wrong.pop();
      }),
    ],
    [
      'a par said to be the best known though the search proves it',
      'par',
      inLevel((level) => (level.bestKnown = true)),
    ],
    ['a reference that does not solve', 'reference', inLevel((level) => (level.reference = level.wrong[0].commands))],
    [
      'a reference that EC2 refuses',
      'reference',
      inLevel((level) => (level.reference[0] = ROUTE_OUT.replace('igw-1', 'igw-9'))),
    ],
    [
      'a reference with an edit too many',
      'reference',
      inLevel((level) => level.reference.push(level.wrong[0].commands[0])),
    ],
    ['a reference outside the tools', 'tools', inLevel((level) => level.tools.shift())],
    ['a par that is too high', 'par', inLevel((level) => (level.par = 2))],
    ['a wrong answer with another code', 'wrong', inLevel((level) => (level.wrong[0].code = 'RT_LOOP'))],
    ['a wrong answer that solves', 'wrong', inLevel((level) => (level.wrong[0].commands = [ROUTE_OUT]))],
    [
      'a wrong answer refused with another code',
      'wrong',
      inLevel((level) => (level.wrong[0].commands = [ROUTE_OUT.replace('0.0.0.0/0', '10.1.0.0/24')])),
    ],
    [
      'a prediction whose answer is not offered',
      'question',
      inLevel((level) => (level.predict.choices = ['igw-1', 'client'])),
    ],
    [
      'a prediction about a step that never comes',
      'question',
      inLevel((level) => (level.predict.reads.step = 'encapsulated')),
    ],
    ['a goal without its sentence', 'text', ({ ko }) => delete ko.goals.out],
    ['a sentence without its goal', 'text', ({ en }) => (en.goals.gone = 'was a goal')],
    ['a wrong answer without its words', 'text', ({ ko }) => delete ko.wrong['own-address']],
    ['a prediction without its question', 'text', ({ en }) => delete en.predict],
    ['three hints', 'hint', ({ ko }) => ko.hints.pop()],
    ['two hints alike', 'hint', ({ en }) => (en.hints[2] = en.hints[0])],
    ['a hint without words', 'hint', ({ en }) => (en.hints[3] = ' ')],
    ['a second hint that names no place', 'hint', ({ en }) => (en.hints[1] = 'Look carefully.')],
    ['a story of four lines', 'width', ({ en }) => (en.story = ['a', 'b', 'c', 'd'])],
    ['a goal too wide for its pane, in wide letters', 'width', ({ ko }) => (ko.goals.out = '가'.repeat(31))],
    ['a chapter without a title', 'text', ({ chapters }) => (chapters.chapters = {})],
    ['a concept without a name', 'text', ({ chapters }) => (chapters.concepts = {})],
    [
      'an index that lists twice',
      'listed',
      ({ index }) => index.chapters[0].levels.push({ number: 2, id: 'first-road' }),
    ],
    [
      'an index that lists what is not there',
      'listed',
      ({ index }) => index.chapters[0].levels.push({ number: 2, id: 'second-road' }),
    ],
    ['a level that needs what nothing has taught', 'order', inLevel((level) => (level.requires = ['tunnels']))],
  ])('%s: %s', (_what, rule, change) => {
    expect(rulesBrokenBy(change)).toContain(rule);
  });

  test('a missing language is told once, not key by key', () => {
    const sources = { ...makeSources(), texts: { en: makeSources().texts.en! } };
    const { problems } = proveLevel(openLibrary(sources), 'first-road', ['en', 'ko']);
    expect(problems).toEqual([
      { level: 'first-road', rule: 'text', message: 'there is no text in "ko"', remedy: 'write first-road.ko.yaml' },
    ]);
  });

  test('a shorter answer than par is shown', () => {
    const library = openLibrary(makeSources(inLevel((level) => (level.par = 2))));
    const told = proveLevel(library, 'first-road', ['en']).problems.map(({ message }) => message);
    expect(told).toContainEqual(`par is 2, but 1 do: ${ROUTE_OUT}`);
  });
});

/** host-b leaves the receive check to the player; frame-1 really comes from the sender's host, frame-2 does not. */
function addFrames({ level, en, ko }: Files, expectations: readonly [string, string]): void {
  const frame = { toHost: 'host-b', vpcId: 'vpc-red', source: '10.1.0.5', destination: '10.1.0.6' };
  level.world.hosts['host-b'] = { underlay: '100.64.0.12', checksFrames: false };
  level.world.instances['i-neighbour'].hostId = 'host-b';
  level.world.frames = { 'frame-1': { ...frame, fromHost: 'host-a' }, 'frame-2': { ...frame, fromHost: 'host-b' } };
  expectations.forEach((expect, index) => {
    level.goals.push({ id: `frame-${index + 1}`, expect, probe: { from: `frame-${index + 1}` } });
    en.goals[`frame-${index + 1}`] = ko.goals[`frame-${index + 1}`] = 'A frame';
  });
}

describe('goals about frames agree with the receive check', () => {
  test('the honest frame wanted and the forged one forbidden', () => {
    expect(rulesBrokenBy((files) => addFrames(files, ['deliver', 'not-deliver']))).not.toContain('frame');
  });

  test.each<[string, [string, string]]>([
    ['the forged frame wanted', ['deliver', 'deliver']],
    ['the honest frame forbidden', ['not-deliver', 'not-deliver']],
  ])('%s', (_what, expectations) => {
    expect(rulesBrokenBy((files) => addFrames(files, expectations))).toContain('frame');
  });
});
