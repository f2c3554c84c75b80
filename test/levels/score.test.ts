import { describe, expect, test } from 'vitest';
import { replay } from '../../src/levels/replay.ts';
import { listExposure, monthlyCost } from '../../src/levels/score.ts';
import { type File, makeLevel } from './fixture.ts';

describe('what stands costs, by the hour', () => {
  const NAT = {
    'nat-1': { kind: 'nat-gateway', vpcId: 'vpc-red', subnetId: 'subnet-a', state: 'available' },
  };

  test.each<[string, number, (world: File) => void]>([
    ['two Elastic IPs, one of them idle', 7.3, () => {}],
    ['an address on loan costs the same', 10.95, (world) => lend(world)],
    ['a NAT gateway', 40.15, (world) => Object.assign(world.gateways, NAT)],
    [
      'a NAT gateway that failed is not billed',
      7.3,
      (world) => Object.assign(world.gateways, { 'nat-1': { ...NAT['nat-1'], state: 'failed' } }),
    ],
    [
      'an internet gateway is free',
      7.3,
      (world) => Object.assign(world.gateways, { 'igw-2': { kind: 'internet-gateway' } }),
    ],
  ])('%s', (_what, dollars, change) => {
    const level = makeLevel(({ world }) => change(world));
    expect(monthlyCost(level, level.start)).toBe(dollars);
  });
});

function lend(world: File): void {
  world.networkInterfaces['eni-neighbour'].addresses[0].autoPublicIp = '203.0.113.77';
}

describe('exposure is what nobody asked for', () => {
  const exposed = (change: (file: File) => void) => {
    const level = makeLevel(change);
    const { world } = replay(level.start, level.reference);
    return listExposure(level, world).map(({ from, to, traffic }) => `${from} > ${to} ${traffic}`);
  };

  test('a machine that a goal wants reached is not exposed to the other end', () => {
    expect(exposed(() => {})).toEqual([]);
  });

  test('a second machine outside can reach it all the same', () => {
    expect(exposed(({ world }) => (world.internet.stranger = { address: '192.0.2.1' }))).toEqual([
      'stranger > i-vm tcp/443',
    ]);
  });

  test('a neighbour with a public address is', () => {
    expect(exposed(({ world }) => lend(world))).toEqual(['client > i-neighbour tcp/443']);
  });

  test('the receiver behind a record counts as asked for', () => {
    expect(
      exposed((file) => {
        file.world.internet.client.application = { records: { shop: '203.0.113.9' } };
        file.goals[0].probe = { from: 'client', toRecord: 'shop' };
      }),
    ).toEqual([]);
  });

  test('each port that the goals use is knocked at', () => {
    const knocks = exposed((file) => {
      file.goals.push({ id: 'shut', expect: 'not-deliver', probe: { from: 'client', to: 'i-vm', port: 22 } });
    });
    expect(knocks).toEqual(['client > i-vm tcp/22']);
  });

  test('a level may state its own probes', () => {
    const knocks = exposed((file) => {
      file.exposureProbes = [
        { from: 'client', to: 'i-vm', protocol: 'icmp' },
        { from: 'i-vm', to: 'i-neighbour', port: 5432 },
      ];
    });
    expect(knocks).toEqual(['client > i-vm icmp', 'i-vm > i-neighbour tcp/5432']);
  });

  test('so does the packet that a puzzle is about', () => {
    expect(
      exposed((file) => {
        file.goals.shift();
        file.wrong.shift();
        file.puzzles = [{ id: 'way', probe: { from: 'i-vm', to: 'client' }, tiles: [] }];
      }),
    ).toEqual([]);
  });
});
