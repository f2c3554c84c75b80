import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, mergeParts, type Part, worldFile } from '../worlds/build.ts';
import { showTaps } from './show-taps.ts';

const build = (...changes: readonly Part[]) => buildWorld(worldFile('ipv6'), ...changes);

function outcomeOf(probe: Probe, change: Part = {}) {
  const { outcome, request, reply } = traceExchange(build(change), probe);
  const { fault } = reply ?? request;
  return fault ? `${outcome}: ${fault.code} at ${fault.at}` : outcome;
}

const elsewhere = '2001:db8:aaaa::1';
const appInternet: Part = { routeTables: { 'rtb-app': { routes: [{ destination: '::/0', target: 'igw-1' }] } } };
const noIgw: Part = {
  gateways: { 'igw-1': undefined },
  routeTables: { 'rtb-web': { routes: [] }, 'rtb-old': { routes: [] } },
  elasticIps: { 'eipalloc-web': undefined },
};

describe('section 3.5, row by row', () => {
  test.each<[string, string, string, Probe, Part?]>([
    ['::/0 → igw goes out', 'D-IGW', 'conversed', { from: 'i-web', to: elsewhere }],
    ['::/0 → igw lets in', 'D-IGW', 'conversed', { from: 'client', to: 'i-web' }],
    ['::/0 → eigw goes out', 'D-EIGW', 'conversed', { from: 'i-app', to: elsewhere }],
    ['::/0 → eigw goes out to a machine that has a name', 'D-EIGW', 'conversed', { from: 'i-app', to: 'client' }],
    ['UDP and ICMP, too', 'D-EIGW', 'conversed', { from: 'i-app', to: elsewhere, protocol: 'udp' }],
    ['an echo, too', 'D-EIGW', 'conversed', { from: 'i-app', to: elsewhere, protocol: 'icmp' }],
    [
      'an eigw alone lets nobody in',
      'D-EIGW',
      'dropped: EIGW_INBOUND at eigw-1',
      { from: 'client', to: 'i-app' },
      noIgw,
    ],
    [
      'what came in by the igw cannot be answered by the eigw',
      'inferred (D-EIGW: stateful)',
      'delivered: ASYMMETRIC_RETURN at eigw-1',
      { from: 'client', to: 'i-app' },
    ],
    [
      '0.0.0.0/0 never covers IPv6',
      'D-RT',
      'dropped: NO_ROUTE_TO_DESTINATION at rtb-old',
      { from: 'i-old', to: elsewhere },
    ],
    ['::/0 never covers IPv4', 'D-RT', 'dropped: NO_ROUTE_TO_DESTINATION at rtb-app', { from: 'i-app', to: 'client4' }],
    [
      'an eigw carries no IPv4',
      'D-EIGW',
      'dropped: PROTOCOL_RESTRICTION at eigw-1',
      { from: 'i-app', to: 'client4' },
      { routeTables: { 'rtb-app': { routes: [{ destination: '0.0.0.0/0', target: 'eigw-1' }] } } },
    ],
    [
      'a deleted eigw leaves a blackhole',
      'D-EIGW',
      'dropped: BAD_STATE_ROUTE at rtb-app',
      { from: 'i-app', to: elsewhere },
      { gateways: { 'eigw-1': undefined } },
    ],
    [
      'network ACLs still apply',
      'D-EIGW',
      'delivered: SUBNET_ACL_RESTRICTION at acl-app',
      { from: 'i-app', to: elsewhere },
      { networkAcls: { 'acl-app': { inbound: [{ number: 100, action: 'allow', cidr: '0.0.0.0/0' }] } } },
    ],
    [
      'security groups speak each family for itself',
      'D-SG',
      'dropped: ENI_SG_RULES_MISMATCH at sg-all',
      { from: 'client', to: 'i-web' },
      { securityGroups: { 'sg-all': { inbound: [{ peer: '0.0.0.0/0' }] } } },
    ],
    [
      'a source that no interface of the VPC holds',
      'D-RA',
      'dropped: IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS at eigw-1',
      { from: 'i-app', to: elsewhere, source: '2001:db8:1:2::9' as never },
      { networkInterfaces: { 'eni-app': { sourceDestCheck: false } } },
    ],
    ['inside the VPC local does', 'D-RT', 'conversed', { from: 'i-app', to: '2001:db8:1:1::5' }],
    ['IPv4 beside it is not touched', 'D-IGW', 'conversed', { from: 'client4', to: 'i-web' }],
  ])('%s (%s): %s', (_case, _source, expected, probe, change) => {
    expect(outcomeOf(probe, change)).toBe(expected);
  });
});

test('no address and no port changes on the way out or back, by either gateway (D-IGW, D-EIGW)', () => {
  for (const [from, gateway, rule] of [
    ['i-web', 'igw-1', 'igw-ipv6'],
    ['i-app', 'eigw-1', 'eigw-out'],
  ] as const) {
    const { request, reply, seen } = traceExchange(build(), { from, to: elsewhere, sourcePort: 40000 });
    const own = from === 'i-web' ? '2001:db8:1:1::5' : '2001:db8:1:2::5';
    expect(seen?.source).toEqual({ address: own, port: 40000 });
    expect(request.path).toEqual([from, from === 'i-web' ? 'host-a' : 'host-b', gateway, 'internet', elsewhere]);
    expect(reply?.path).toEqual([...request.path].reverse());
    expect(request.hops.flatMap(({ steps }) => steps).map((step) => step.rule)).toContain(rule);
  }
});

test('the egress-only gateway tap by tap: strip, remember; remember, wrap', () => {
  const { request, reply } = traceExchange(build(), { from: 'i-app', to: elsewhere });
  expect(showTaps(request).slice(3, 6)).toEqual([
    'host-b encapsulated: [100.64.0.12 → 100.64.255.1] [vpc-red eigw-1] 2001:db8:1:2::5 → 2001:db8:aaaa::1',
    'eigw-1 decapsulated: 2001:db8:1:2::5 → 2001:db8:aaaa::1',
    'eigw-1 forwarded: 2001:db8:1:2::5 → 2001:db8:aaaa::1',
  ]);
  expect(showTaps(reply).slice(1, 4)).toEqual([
    'eigw-1 forwarded: 2001:db8:aaaa::1 → 2001:db8:1:2::5',
    'eigw-1 looked-up-mapping: 2001:db8:aaaa::1 → 2001:db8:1:2::5',
    'eigw-1 encapsulated: [100.64.255.1 → 100.64.0.12] [vpc-red eni-app] 2001:db8:aaaa::1 → 2001:db8:1:2::5',
  ]);
});

// Source: D-MTU. A router never cuts IPv6; the error comes from the subnet's router.
test.each(['i-web', 'i-app'])('%s sends less once it is told that 9001 bytes are too many', (from) => {
  const { outcome, bounces } = traceExchange(build(), { from, to: elsewhere, size: 9001 });
  expect(outcome).toBe('conversed');
  expect(bounces?.map(({ signal }) => signal.packet.ip.source)).toEqual([
    from === 'i-web' ? '2001:db8:1:1::1' : '2001:db8:1:2::1',
  ]);
});

describe('more specific than local, in IPv6 as in IPv4 (D-RT, vpc-dataplane 5.1)', () => {
  const router: Part = {
    instances: { 'i-app': { forwarding: 'router' } },
    networkInterfaces: { 'eni-app': { sourceDestCheck: false } },
  };
  const through = (destination: string): Part => ({
    routeTables: { 'rtb-web': { routes: [{ destination, target: 'eni-app' }] } },
  });
  const local = (destination: string): Part => ({
    routeTables: { 'rtb-web': { routes: [{ destination, target: 'eni-app', origin: 'CreateRouteTable' }] } },
  });

  test.each<[string, Part, string, boolean]>([
    ['a whole subnet goes through the middlebox', through('2001:db8:1:3::/64'), '2001:db8:1:3::5', true],
    ['its IPv4 block does, too', through('10.1.3.0/24'), '10.1.3.5', true],
    ['the other family stays local', through('10.1.3.0/24'), '2001:db8:1:3::5', false],
    ['a replaced local target, IPv6', local('2001:db8:1::/56'), '2001:db8:1:3::5', true],
    ['a replaced local target, IPv4', local('10.1.0.0/16'), '10.1.3.5', true],
  ])('%s', (_case, change, to, passes) => {
    const { outcome, request } = traceExchange(build(router, change), { from: 'i-web', to });
    expect([outcome, request.path.includes('i-app')]).toEqual(['conversed', passes]);
  });

  test('a neighbour of the same subnet meets no table (D-RT)', () => {
    const neighbour: Part = {
      instances: { 'i-near': { hostId: 'host-b' } },
      networkInterfaces: {
        'eni-near': {
          subnetId: 'subnet-web',
          instanceId: 'i-near',
          addresses: [{ address: '10.1.1.6' }],
          groups: ['sg-all'],
        },
      },
    };
    const { request } = traceExchange(build(router, local('10.1.0.0/16'), neighbour), { from: 'i-web', to: 'i-near' });
    expect(request.path).not.toContain('i-app');
  });
});

describe('a diagnosis in IPv6', () => {
  test.each<[string, Probe, Part, string[]]>([
    [
      'a row for ::/0 is missing, and the way out is found',
      { from: 'i-old', to: elsewhere },
      {},
      ['request NO_ROUTE rtb-old'],
    ],
    [
      'the answer goes by the egress-only gateway',
      { from: 'client', to: 'i-app' },
      {},
      ['reply ASYMMETRIC_RETURN eigw-1'],
    ],
    [
      'nobody may come in, and the answer has no row',
      { from: 'client', to: 'i-app' },
      mergeParts(noIgw, { routeTables: { 'rtb-app': { routes: [] } } }),
      ['request EIGW_INBOUND eigw-1', 'reply NO_ROUTE rtb-app', 'reply GATEWAY_DETACHED vpc-red'],
    ],
    ['all is well by the internet gateway', { from: 'client', to: 'i-app' }, appInternet, []],
  ])('%s', (_case, probe, change, expected) => {
    expect(diagnose(build(change), probe).map(({ direction, reason, at }) => `${direction} ${reason} ${at}`)).toEqual(
      expected,
    );
  });
});

test('a VPC has at most one egress-only internet gateway (D-LIM)', () => {
  const two = { gateways: { 'eigw-2': { kind: 'egress-only-internet-gateway', vpcId: 'vpc-red' } } };
  const result = readWorld(mergeParts(worldFile('ipv6'), two));
  expect(result.ok ? [] : result.error.map(({ message }) => message)).toEqual(['vpc-red already has eigw-1']);
});
