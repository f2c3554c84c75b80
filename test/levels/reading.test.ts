import { describe, expect, test } from 'vitest';
import type { Level, Reading } from '../../src/levels/level.ts';
import { readAnswer, readOrder } from '../../src/levels/reading.ts';
import { replay } from '../../src/levels/replay.ts';
import { makeLevel } from './fixture.ts';

function solvedWorld(level: Level = makeLevel()) {
  return replay(level.start, level.reference).world;
}

function read(reading: Partial<Reading> & Pick<Reading, 'field'>): string | undefined {
  return readAnswer(solvedWorld(), {
    probe: { from: 'i-vm', to: 'client' },
    direction: 'request',
    when: 'after',
    ...reading,
  });
}

describe('an answer is read from the trace', () => {
  test.each<[string, Partial<Reading> & Pick<Reading, 'field'>, string | undefined]>([
    ['the source as it left', { step: 'sent', field: 'source-address' }, '10.1.0.5'],
    ['the source with its port', { step: 'sent', field: 'source' }, '10.1.0.5:40112'],
    ['the destination with its port', { step: 'sent', field: 'destination' }, '198.51.100.8:443'],
    [
      'the source before the edge swaps it',
      { step: 'translated', when: 'before', field: 'source-address' },
      '10.1.0.5',
    ],
    ['and after', { step: 'translated', field: 'source-address' }, '203.0.113.9'],
    ['the outer source of the wrap', { step: 'encapsulated', field: 'outer-source' }, '100.64.0.11'],
    ['the outer destination of the wrap', { step: 'encapsulated', field: 'outer-destination' }, '100.64.255.1'],
    ['no outer header where there is no wrap', { step: 'sent', field: 'outer-source' }, undefined],
    ['the VPC on the wrap', { step: 'encapsulated', field: 'vpc' }, 'vpc-red'],
    ['the row that matched', { step: 'matched-route', field: 'route' }, '0.0.0.0/0'],
    ['its target', { step: 'matched-route', field: 'target' }, 'igw-1'],
    ['its table', { step: 'matched-route', field: 'table' }, 'rtb-red'],
    ['the last node', { field: 'node' }, 'client'],
    ['the kind of place', { node: 'igw-1', field: 'place' }, 'blackfoot'],
    ['the destination that the reply comes in with', { direction: 'reply', field: 'destination-address' }, '10.1.0.5'],
    ['how it ended', { field: 'code' }, 'delivered'],
    ['the outcome of both ways', { field: 'outcome' }, 'conversed'],
    ['a step that never comes', { step: 'forwarded', node: 'i-vm', field: 'node' }, undefined],
  ])('%s', (_what, reading, answer) => {
    expect(read(reading)).toBe(answer);
  });

  test('the code of a fault', () => {
    const probe = { from: 'i-vm', to: 'client' };
    const reading = { probe, direction: 'request', when: 'after', field: 'code' } as const;
    expect(readAnswer(makeLevel().start, reading)).toBe('NO_ROUTE_TO_DESTINATION');
  });

  test('nothing stands between the hosts of two neighbours', () => {
    expect(read({ probe: { from: 'i-vm', to: 'i-neighbour' }, field: 'hops-between-hosts' })).toBe('0');
  });
});

describe('the order of tiles is the packet’s', () => {
  const tiles = [
    { id: 'deliver', step: 'delivered' },
    { id: 'guest-swap', step: 'translated', node: 'i-vm' },
    { id: 'swap', step: 'translated', node: 'igw-1' },
    { id: 'wrap', step: 'encapsulated' },
  ];

  test.each<['request' | 'reply', readonly string[]]>([
    ['request', ['wrap', 'swap', 'deliver']],
    ['reply', ['swap', 'wrap', 'deliver']],
  ])('on the %s, and false tiles have no place', (direction, order) => {
    const puzzle = { id: 'way', probe: { from: 'i-vm', to: 'client' }, direction, tiles };
    expect(readOrder(solvedWorld(), puzzle)).toEqual(order);
  });
});
