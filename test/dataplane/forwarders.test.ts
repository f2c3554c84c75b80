// Guests that pass on what is not theirs: routers and NAT instances, one and two in a row, and what comes of a circle. Source: D-NATC, D-RA.

import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import type { Address } from '../../src/net/address.ts';
import { sourcePortOf } from '../../src/net/packet.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';
import { showSteps } from './show-steps.ts';

const open = [{ peer: '0.0.0.0/0' }];

/** A forwarder in a subnet of its own, with the routes of that subnet. */
function forwarder(name: string, third: number, forwarding: string, routes: readonly Part[]): Part {
  return {
    subnets: { [`subnet-${name}`]: { vpcId: 'vpc-red', cidr: `10.1.${third}.0/24` } },
    routeTables: { [`rtb-${name}`]: { vpcId: 'vpc-red', routes } },
    routeAssociations: { [`rtbassoc-${name}`]: { routeTableId: `rtb-${name}`, subnetId: `subnet-${name}` } },
    instances: { [`i-${name}`]: { hostId: 'host-b', forwarding } },
    networkInterfaces: {
      [`eni-${name}`]: {
        subnetId: `subnet-${name}`,
        instanceId: `i-${name}`,
        addresses: [{ address: `10.1.${third}.10` }],
        groups: ['sg-fw'],
        sourceDestCheck: false,
      },
    },
  };
}

const to = (destination: string, target: string): Part => ({ destination, target });
const base: Part = {
  securityGroups: {
    'sg-a': { inbound: open },
    'sg-b': { inbound: open },
    'sg-fw': { vpcId: 'vpc-red', inbound: open, outbound: open },
  },
};
const routes = (table: string, ...rows: readonly Part[]): Part => ({ routeTables: { [table]: { routes: rows } } });
const build = (...parts: readonly Part[]) => buildWorld(worldFile('hairpin'), base, ...parts);
const probe: Probe = { from: 'i-a', to: 'i-b' };

test('a NAT instance rewrites there and back, in its guest, by its own flow', () => {
  const world = build(routes('rtb-a', to('10.1.2.0/24', 'eni-nat')), forwarder('nat', 9, 'nat', []));
  const { request, reply } = traceExchange(world, probe);
  const sourcePort = sourcePortOf(request.packet.transport);
  const atGuest = (lines: readonly string[]) =>
    lines.slice(lines.indexOf('guest i-nat'), lines.indexOf('guest i-nat') + 2);
  const row = '{i-nat 10.1.1.5:40112 10.1.9.10}';
  expect(atGuest(showSteps(request))).toEqual([
    'guest i-nat',
    `- translated nat-session i-nat ${row} => 10.1.9.10:${sourcePort} → 10.1.2.5:443`,
  ]);
  expect(atGuest(showSteps(reply!))).toEqual([
    'guest i-nat',
    `- translated nat-session i-nat ${row} => 10.1.2.5:443 → 10.1.1.5:40112`,
  ]);
});

describe('two in a row are no circle', () => {
  const chain = (forwarding: string) =>
    build(
      routes('rtb-a', to('10.1.2.0/24', 'eni-one')),
      forwarder('one', 8, forwarding, [to('10.1.2.0/24', 'eni-two')]),
      forwarder('two', 9, forwarding, []),
    );

  test.each(['router', 'nat'])('of the kind %s', (forwarding) => {
    const { outcome, request } = traceExchange(chain(forwarding), probe);
    expect([outcome, request.path.filter((node) => node.startsWith('i-'))]).toEqual([
      'conversed',
      ['i-a', 'i-one', 'i-two', 'i-b'],
    ]);
  });
});

describe('a circle', () => {
  const round = (forwarding: string) =>
    build(
      routes('rtb-a', to('10.1.2.0/24', 'eni-one')),
      forwarder('one', 8, forwarding, [to('10.1.2.0/24', 'eni-two')]),
      forwarder('two', 9, forwarding, [to('10.1.2.0/24', 'eni-one')]),
    );

  test.each(['router', 'nat'])('of the kind %s ends where it closes', (forwarding) => {
    const { request } = traceExchange(round(forwarding), probe);
    expect(request).toMatchObject({
      disposition: 'looped',
      at: 'rtb-one',
      fault: { reason: 'RT_LOOP', about: 'i-one' },
    });
    expect(request.path.filter((node) => node.startsWith('i-'))).toEqual(['i-a', 'i-one', 'i-two', 'i-one']);
  });

  test.each(['router', 'nat'])('of the kind %s is one finding, and the way goes on', (forwarding) => {
    const deaf: Part = { instances: { 'i-b': { application: { listeners: [] } } } };
    const world = build(
      deaf,
      routes('rtb-a', to('10.1.2.0/24', 'eni-one')),
      forwarder('one', 8, forwarding, [to('10.1.2.0/24', 'eni-one')]),
    );
    expect(diagnose(world, probe).map(({ reason, at }) => `${reason} ${at}`)).toEqual([
      'RT_LOOP rtb-one',
      'NOT_LISTENING i-b',
    ]);
  });
});

test('what a forwarder says about a packet goes to whose address the packet had', () => {
  const world = build(
    {
      networkInterfaces: {
        'eni-a': { sourceDestCheck: false },
        'eni-c': { subnetId: 'subnet-a', instanceId: 'i-c', addresses: [{ address: '10.1.1.7' }], groups: ['sg-a'] },
      },
      instances: { 'i-c': { hostId: 'host-a' } },
    },
    routes('rtb-a', to('10.1.2.0/24', 'eni-one')),
    forwarder('one', 8, 'router', []),
  );
  const { bounces } = traceExchange(world, { ...probe, source: '10.1.1.7' as Address, ttl: 1 });
  expect(bounces![0]!.signal.fault).toMatchObject({ reason: 'UNEXPECTED_REPLIER', at: 'i-c', about: '10.1.8.10' });
});

test('a diagnosis ends at an interface that hangs on nothing, whatever a broken row says', () => {
  const world = build({
    networkInterfaces: { 'eni-free': { subnetId: 'subnet-b', addresses: [{ address: '10.1.2.9' }], groups: ['sg-b'] } },
    mapping: { 'vpc-red/10.1.2.9': 'host-b' },
  });
  expect(diagnose(world, { from: 'i-a', to: '10.1.2.9' }).map(({ reason, at }) => `${reason} ${at}`)).toEqual([
    'WRONG_HOST host-b',
  ]);
});
