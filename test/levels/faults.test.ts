import { describe, expect, test } from 'vitest';
import { judge } from '../../src/levels/judge.ts';
import type { Library } from '../../src/levels/library.ts';
import { proveLevel } from '../../src/levels/prove.ts';
import { readAnswer } from '../../src/levels/reading.ts';
import { replay } from '../../src/levels/replay.ts';
import { type File, type Files, makeSources, NAME_NEIGHBOUR, openLibrary, ROUTE_OUT } from './fixture.ts';

const DELETE = 'aws ec2 delete-route --route-table-id rtb-red --destination-cidr-block 0.0.0.0/0';
const RELEASE = 'aws ec2 disassociate-address --association-id eipassoc-vm';

/** The fixture's network with its route in place, and two things that may befall it. */
function makePool(change: (files: Files) => void = () => {}): Library {
  const sources = makeSources((files) => {
    const { level, en, ko } = files;
    level.world.routeTables['rtb-red'].routes = [{ destination: '0.0.0.0/0', target: 'igw-1' }];
    for (const part of ['reference', 'par', 'wrong', 'predict']) delete level[part];
    level.faults = [
      { id: 'row-gone', goal: 'out', code: 'NO_ROUTE_TO_DESTINATION', commands: [DELETE], mend: [ROUTE_OUT] },
      { id: 'both-named', breaks: 1, goal: 'quiet', code: 'EXPOSED', commands: [NAME_NEIGHBOUR], mend: [] },
    ];
    level.faults[1].mend = ['aws ec2 disassociate-address --association-id eipassoc-1'];
    level.tools.push('DisassociateAddress');
    for (const text of [en, ko]) {
      text.wrong = {};
      text.choices = {};
      text.tickets = { 'row-gone': ['vm: "Nobody answers."'], 'both-named': ['Audit: "The neighbour answers."'] };
    }
    change(files);
  });
  return openLibrary(sources);
}

function levelOf(library: Library, fault?: string) {
  const level = library.level('first-road', fault);
  if (!level.ok) throw new Error(JSON.stringify(level.error));
  return level.value;
}

describe('a level with faults', () => {
  test('comes with the first of them, or with the one that is named', () => {
    const library = makePool();
    expect(library.faults('first-road')).toEqual([{ id: 'row-gone' }, { id: 'both-named', breaks: 1 }]);
    expect(levelOf(library).fault?.id).toBe('row-gone');
    expect(levelOf(library, 'both-named').fault?.id).toBe('both-named');
    expect(levelOf(library, 'both-named')).toMatchObject({ id: 'first-road', par: 1 });
  });

  test('is broken at the start, and solved by the mend', () => {
    for (const fault of ['row-gone', 'both-named']) {
      const level = levelOf(makePool(), fault);
      expect(judge(level, level.start).solved).toBe(false);
      expect(judge(level, replay(level.start, level.reference).world).solved).toBe(true);
    }
  });

  test('asks where the packet ends, with the healthy packet’s way to choose from', () => {
    const { start, predict } = levelOf(makePool());
    expect(predict?.choices).toEqual(['client', 'host-a', 'i-vm', 'igw-1', 'internet']);
    expect(predict && readAnswer(start, predict.reads)).toBe('host-a');
    expect(predict?.choices).toContain('igw-1');
  });

  test('ends its story with the ticket', () => {
    const text = makePool().text('first-road', 'en', 'both-named');
    expect(text.ok && text.value.story).toEqual(['vm cannot get out.', 'Audit: "The neighbour answers."']);
  });
});

describe('the contract of a level with faults', () => {
  const rules = (change: (files: Files) => void) => [
    ...new Set(proveLevel(makePool(change), 'first-road', ['en', 'ko']).problems.map(({ rule }) => rule)),
  ];

  test('is kept by the pool that the cases below break', () => {
    expect(proveLevel(makePool(), 'first-road', ['en', 'ko'])).toMatchObject({ problems: [], faults: 2, par: 1 });
  });

  test.each<[string, string, (level: File) => void]>([
    [
      'a network that does not work without its faults',
      'fault',
      (level) => {
        const association = { id: 'eipassoc-1', networkInterfaceId: 'eni-neighbour', privateIp: '10.1.0.6' };
        level.world.elasticIps['eipalloc-spare'].association = association;
        level.faults.pop();
      },
    ],
    ['a fault with another code', 'fault', (level) => (level.faults[0].code = 'RT_LOOP')],
    [
      'a fault that EC2 refuses',
      'schema',
      (level) => (level.faults[0].commands = [ROUTE_OUT.replace('igw-1', 'igw-9')]),
    ],
    [
      'two faults that leave the same network',
      'fault',
      (level) => level.faults.push({ ...level.faults[0], id: 'twin' }),
    ],
    ['a fault of an unknown goal', 'schema', (level) => (level.faults[0].goal = 'elsewhere')],
    ['a mend that does not mend', 'reference', (level) => (level.faults[0].mend = [NAME_NEIGHBOUR])],
    ['a mend outside the tools', 'tools', (level) => level.tools.shift()],
    ['a mend longer than it need be', 'par', (level) => (level.faults[0].mend = [ROUTE_OUT, NAME_NEIGHBOUR, RELEASE])],
    ['a goal that no fault loses', 'guarded', (level) => level.faults.pop()],
  ])('%s: %s', (_what, rule, change) => {
    expect(rules(({ level }) => change(level))).toContain(rule);
  });

  test('a ticket that is missing', () => {
    expect(rules(({ ko }) => delete ko.tickets['row-gone'])).toEqual(['text']);
  });

  test('a ticket that says what is to be edited', () => {
    expect(rules(({ en }) => (en.tickets['row-gone'] = ['rtb-red has lost a row.']))).toEqual(['ticket']);
  });

  test('a ticket too wide for the screen', () => {
    expect(rules(({ en }) => (en.tickets['row-gone'] = ['x'.repeat(77)]))).toEqual(['width']);
  });
});
