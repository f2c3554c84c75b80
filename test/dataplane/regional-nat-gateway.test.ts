import { describe, expect, test } from 'vitest';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

const start = (...changes: readonly Part[]) => buildWorld(worldFile('regional-nat'), ...changes);
const from = (zone: 'a' | 'b' | 'c'): Probe => ({ from: `i-app-${zone}`, to: 'client' });
const auto: Part = { gateways: { 'nat-r': { mode: 'auto' } } };
const lost = (...lostZones: readonly string[]): Part => ({ conditions: { lostZones } });

function fateOf(probe: Probe, ...changes: readonly Part[]): string {
  const { outcome, request, reply, seen } = traceExchange(start(...changes), probe);
  const fault = reply?.fault ?? request.fault;
  return fault ? `${fault.code} at ${fault.at}` : `${outcome} as ${seen?.source.address}`;
}

describe('a regional NAT gateway (4.3)', () => {
  test.each<[string, string, string, Probe, readonly Part[]]>([
    ['one id serves each zone, with that zone’s address', 'D-RNAT', 'conversed as 203.0.113.50', from('a'), []],
    ['the other zone has another', 'D-RNAT', 'conversed as 203.0.113.60', from('b'), []],
    ['no address in the zone, managed by hand', 'D-RA', 'REGIONAL_NGW_ROUTE_AZ_RESTRICTION at nat-r', from('c'), []],
    ['managed by AWS, another zone serves it meanwhile', 'D-RNAT', 'conversed as 203.0.113.50', from('c'), [auto]],
    ['that zone is lost: the next', 'D-RNAT', 'conversed as 203.0.113.60', from('c'), [auto, lost('us-east-1a')]],
    ['a lost zone harms only who stands in it', 'D-RNAT', 'conversed as 203.0.113.60', from('b'), [lost('us-east-1a')]],
    [
      '55,001 flows on one address, managed by hand',
      'D-RNAT',
      'NAT_PORTS_EXHAUSTED at nat-r',
      { ...from('a'), flow: 55_001 },
      [],
    ],
    [
      'up to 32 addresses a zone, managed by AWS',
      'D-RNAT',
      'conversed as 203.0.113.50',
      { ...from('a'), flow: 1_760_000 },
      [auto],
    ],
    ['one flow more', 'D-RNAT', 'NAT_PORTS_EXHAUSTED at nat-r', { ...from('a'), flow: 1_760_001 }, [auto]],
    ['the packet is GRE', 'D-NAT', 'PROTOCOL_RESTRICTION at nat-r', { ...from('a'), protocol: 'gre' }, []],
    [
      'somebody outside starts a connection',
      'D-NATT',
      'NGW_DEST_ADDRESS_PRESERVATION at nat-r',
      { from: 'client', to: '203.0.113.50' },
      [],
    ],
    ['idle for 350 s', 'D-NATT', 'NAT_IDLE_EXPIRED at nat-r', from('a'), [{ conditions: { idleSeconds: 350 } }]],
    ['it is pending', 'D-NAT', 'BAD_STATE at nat-r', from('a'), [{ gateways: { 'nat-r': { state: 'pending' } } }]],
    [
      'it has failed',
      'D-NAT',
      'BAD_STATE_ROUTE at rtb-main',
      from('a'),
      [{ gateways: { 'nat-r': { state: 'failed' } } }],
    ],
    [
      'the internet gateway is detached',
      'D-RNAT',
      'BAD_STATE_ATTACHMENT at igw-1',
      from('a'),
      [{ gateways: { 'igw-1': { vpcId: undefined } } }],
    ],
  ])('%s (%s): %s', (_what, _source, expected, probe, changes) => {
    expect(fateOf(probe, ...changes)).toBe(expected);
  });

  test('by a table of its own to the edge, which swaps nothing (inferred), and back', () => {
    const { request, reply } = traceExchange(start(), from('a'));
    expect(request.path).toEqual(['i-app-a', 'host-a', 'nat-r', 'igw-1', 'internet', 'client']);
    expect(reply?.path).toEqual(['client', 'internet', 'igw-1', 'nat-r', 'host-a', 'i-app-a']);
    const decided = request.hops.flatMap(({ node, steps }) =>
      steps.flatMap(({ kind, rule, table }) =>
        kind === 'matched-route' || kind === 'translated' || rule === 'igw-no-swap' ? [`${node} ${rule} ${table}`] : [],
      ),
    );
    expect(decided).toEqual([
      'host-a longest-prefix rtb-main',
      'nat-r nat-session nat-r',
      'nat-r longest-prefix rtb-nat-r',
      'igw-1 igw-no-swap igw-1',
    ]);
  });
});

test('a packet that is too big is of the same flow when it is sent again', () => {
  const icmp = { securityGroups: { 'sg-red-default': { inbound: [{ protocol: 'icmp', peer: '0.0.0.0/0' }] } } };
  const { outcome, bounces, flows } = traceExchange(start(icmp), { ...from('a'), size: 9001 });
  expect([outcome, bounces?.[0]?.signal.path, flows.length]).toEqual(['conversed', ['nat-r', 'host-a', 'i-app-a'], 1]);
});

test('an Elastic IP that is associated elsewhere cannot be its', () => {
  const association = { id: 'eipassoc-1', networkInterfaceId: 'eni-app-a', privateIp: '10.1.3.20' };
  expect(() => start({ elasticIps: { 'eipalloc-a': { association } } })).toThrow(/associated with an interface, too/);
});
