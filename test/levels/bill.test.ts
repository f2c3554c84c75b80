import { describe, expect, test } from 'vitest';
import { type Charge, monthlyBill } from '../../src/levels/bill.ts';
import type { Level } from '../../src/levels/level.ts';
import { PRICES } from '../../src/levels/prices.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';
import { makeLevel } from './fixture.ts';

/** A level of a documented world, with the traffic that a test is about. */
function levelOf(name: string, goals: readonly object[], ...changes: readonly Part[]): Level {
  return { ...makeLevel(() => {}), start: buildWorld(worldFile(name), ...changes), goals: goals as Level['goals'] };
}

const goal = (probe: object, request: number, reply = 0) => ({
  id: 'traffic',
  expect: 'converse',
  probe,
  through: [],
  avoids: [],
  gigabytes: { request, reply },
});

function traffic(level: Level): string[] {
  const { charges } = monthlyBill(level, level.start);
  return charges.filter(({ unit }) => unit === 'gigabyte').map(show);
}

function show({ item, at, amount, dollars }: Charge): string {
  return `${item}${at ? ` ${at}` : ''} ${amount} GB $${dollars.toFixed(2)}`;
}

describe('traffic by the way that it takes (vpc-dataplane 10)', () => {
  test.each<[string, string, object, readonly Part[], readonly string[]]>([
    [
      'by NAT in its own zone, and out',
      'two-zones',
      goal({ from: 'i-app-a', to: 'client' }, 100),
      [],
      ['nat-gateway nat-a 100 GB $4.50', 'internet-egress 100 GB $9.00'],
    ],
    [
      'by the NAT of another zone: the crossing is paid at both ends',
      'two-zones',
      goal({ from: 'i-app-b', to: 'client' }, 100),
      [],
      ['nat-gateway nat-a 100 GB $4.50', 'cross-zone 100 GB $2.00', 'internet-egress 100 GB $9.00'],
    ],
    [
      'what comes in is processed, and comes in free',
      'two-zones',
      goal({ from: 'i-app-b', to: 'client' }, 0, 1000),
      [],
      ['nat-gateway nat-a 1000 GB $45.00', 'cross-zone 1000 GB $20.00'],
    ],
    ['from zone to zone', 'two-zones', goal({ from: 'i-app-a', to: 'i-app-b' }, 50), [], ['cross-zone 50 GB $1.00']],
    [
      'inside a zone, free',
      'two-zones',
      goal({ from: 'i-app-a', to: 'i-app-b' }, 50),
      [{ subnets: { 'subnet-app-b': { availabilityZone: 'us-east-1a' } } }],
      [],
    ],
    [
      'by public address inside the Region',
      'hairpin',
      goal({ from: 'i-a', to: 'i-b', byPublicAddress: true }, 10),
      [],
      ['cross-zone 10 GB $0.20'],
    ],
    [
      'by an internet gateway',
      'article',
      goal({ from: 'i-vm1', to: '8.8.8.8' }, 10, 90),
      [],
      ['internet-egress 10 GB $0.90'],
    ],
    [
      'to a service of the same Region by NAT: processed, and no way out of the Region',
      'gateway-endpoint',
      goal({ from: 'i-app', to: 'table' }, 100),
      [],
      ['nat-gateway nat-1 100 GB $4.50'],
    ],
    [
      'to a bucket of another Region',
      'gateway-endpoint',
      goal({ from: 'i-app', to: 'far-bucket' }, 100),
      [],
      ['nat-gateway nat-1 100 GB $4.50', 'internet-egress 100 GB $9.00'],
    ],
    [
      'what never arrives is not billed',
      'two-zones',
      goal({ from: 'i-app-b', to: 'client' }, 100),
      [{ conditions: { lostZones: ['us-east-1a'] } }],
      [],
    ],
  ])('%s', (_what, world, traffics, changes, expected) => {
    expect(traffic(levelOf(world, [traffics], ...changes))).toEqual(expected);
  });
});

describe('what stands', () => {
  test('every hour of a month, by what it is', () => {
    const level = levelOf('two-zones', []);
    const { charges, total } = monthlyBill(level, level.start);
    expect(charges.map(({ item, at, dollars }) => `${item} ${at} ${dollars.toFixed(2)}`)).toEqual([
      'nat-gateway nat-a 32.85',
      'nat-gateway nat-b 32.85',
      'public-ipv4 eipalloc-nat-a 3.65',
      'public-ipv4 eipalloc-nat-a2 3.65',
      'public-ipv4 eipalloc-nat-b 3.65',
    ]);
    expect(total).toBe(76.65);
  });

  test.each([
    ['1Gbps', 219],
    ['10Gbps', 1642.5],
  ])('a Direct Connect port of %s: $%d', (bandwidth, dollars) => {
    const level = levelOf('hybrid', [], { gateways: { 'dxcon-1': { bandwidth } } });
    const { charges } = monthlyBill(level, level.start);
    expect(charges.find(({ at }) => at === 'dxcon-1')?.dollars).toBeCloseTo(dollars);
  });

  test('a level without traffic costs what stands in it', () => {
    const level = levelOf('article', []);
    expect(monthlyBill(level, level.start).total).toBe(3.65);
  });

  test('the same World is billed once', () => {
    const level = levelOf('two-zones', [goal({ from: 'i-app-a', to: 'client' }, 1)]);
    expect(monthlyBill(level, level.start)).toBe(monthlyBill(level, level.start));
  });

  test('prices carry their date', () => {
    expect(PRICES.dated).toMatch(/^20\d\d-\d\d$/);
  });
});
