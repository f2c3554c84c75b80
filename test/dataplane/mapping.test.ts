import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import { listMapping, lookUpMapping, trueMapping } from '../../src/dataplane/mapping.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import type { Address } from '../../src/net/address.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

const private_: Part = {
  securityGroups: { 'sg-b': { inbound: [{ peer: '10.0.0.0/8' }] }, 'sg-a': { inbound: [{ peer: '10.0.0.0/8' }] } },
};
const probe = { from: 'i-a', to: 'i-b' };

function fate(change: Part, question: Parameters<typeof traceExchange>[1] = probe) {
  const { request, reply } = traceExchange(buildWorld(worldFile('hairpin'), private_, change), question);
  const last = reply ?? request;
  return last.fault ? `${last.fault.code} at ${last.at}` : `${last.disposition} at ${last.at}`;
}

test('each private address of an interface has a row: VPC, address, interface, host, underlay (T15, T17)', () => {
  const world = buildWorld(worldFile('hairpin'));
  expect(lookUpMapping(world, 'vpc-red', '10.1.1.5')).toEqual({
    vpcId: 'vpc-red',
    key: '10.1.1.5',
    target: 'eni-a',
    device: 'host-a',
    underlay: '100.64.0.11',
  });
  expect(listMapping(world)).toHaveLength(2);
});

test('a NAT gateway is found on Hyperplane', () => {
  expect(lookUpMapping(buildWorld(worldFile('nat')), 'vpc-red', '10.0.1.20')).toMatchObject({
    target: 'eni-nat',
    device: 'hyperplane',
    underlay: '100.64.254.1',
  });
});

test('the key is VPC and address: two VPCs may both own it (T17, Z1)', () => {
  const world = buildWorld(worldFile('hairpin'), {
    vpcs: { 'vpc-blue': { cidrs: ['10.1.0.0/16'] } },
    subnets: { 'subnet-blue': { vpcId: 'vpc-blue', cidr: '10.1.2.0/24' } },
    instances: { 'i-blue': { hostId: 'host-a' } },
    networkInterfaces: {
      'eni-blue': { subnetId: 'subnet-blue', instanceId: 'i-blue', addresses: [{ address: '10.1.2.5' }] },
    },
  });
  expect(lookUpMapping(world, 'vpc-red', '10.1.2.5')?.target).toBe('eni-b');
  expect(lookUpMapping(world, 'vpc-blue', '10.1.2.5')?.target).toBe('eni-blue');
});

test('what nothing holds has no row: an empty VPC, an interface that hangs on nothing', () => {
  const world = buildWorld(worldFile('hairpin'), {
    vpcs: { 'vpc-empty': { cidrs: ['10.7.0.0/16'] } },
    networkInterfaces: { 'eni-free': { subnetId: 'subnet-a', addresses: [{ address: '10.1.1.9' }] } },
  });
  expect([lookUpMapping(world, 'vpc-empty', '10.7.0.5'), trueMapping(world, 'vpc-empty', '10.7.0.5')]).toEqual([
    undefined,
    undefined,
  ]);
  expect(lookUpMapping(world, 'vpc-red', '10.1.1.9')).toBeUndefined();
  expect(listMapping(world).map(({ key }) => key)).toEqual(['10.1.1.5', '10.1.2.5']);
});

describe('a row that a level has changed', () => {
  test('missing: the packet ends on the host of its sender (inferred, T15)', () => {
    expect(fate({ mapping: { 'vpc-red/10.1.2.5': null } })).toBe('NO_POSSIBLE_DESTINATION at vpc-red');
  });

  test('missing for the sender: the request arrives, the answer does not', () => {
    const world = buildWorld(worldFile('hairpin'), private_, { mapping: { 'vpc-red/10.1.1.5': null } });
    const { request, reply } = traceExchange(world, probe);
    expect([request.disposition, reply?.fault?.about]).toEqual(['delivered', '10.1.1.5']);
  });

  test('wrong: the other host does not know the interface (inferred)', () => {
    expect(fate({ mapping: { 'vpc-red/10.1.2.5': 'host-a' } })).toBe('MAP_WRONG_HOST at host-a');
  });

  test('missing for a packet from outside: the edge has nowhere to send it', () => {
    expect(fate({ mapping: { 'vpc-red/10.1.2.5': null } }, { from: 'client', to: 'i-b' })).toBe(
      'NO_POSSIBLE_DESTINATION at vpc-red',
    );
  });
});

test.each(['10.1.2.99', '10.1.200.1'])('%s, which nobody holds, is a miss', (to) => {
  expect(fate({}, { from: 'i-a', to })).toBe('NO_POSSIBLE_DESTINATION at vpc-red');
});

// D-SUB, T17.
test.each(['10.1.1.255', '255.255.255.255', '224.0.0.0', '239.255.255.255', 'ff02::1'])(
  '%s is carried nowhere',
  (to) => {
    expect(fate({}, { from: 'i-a', to })).toBe('BCAST_UNSUPPORTED at eni-a');
  },
);

// RFC 5771, RFC 1112; D-RT.
test.each<[string, string]>([
  ['223.255.255.255', 'delivered at i-a'],
  ['240.0.0.0', 'INTERNET_CARRIES_PUBLIC_ONLY at internet'],
  ['10.1.2.255', 'NO_POSSIBLE_DESTINATION at vpc-red'],
])('%s is no broadcast of the sender’s subnet, and routed', (to, expected) => {
  expect(fate({}, { from: 'i-a', to })).toBe(expected);
});

describe('ARP and the wire (D-LS, T15, T17)', () => {
  const neighbours: Part = {
    subnets: { 'subnet-b': undefined },
    routeAssociations: { 'rtbassoc-b': undefined },
    routeTables: { 'rtb-a': { routes: [] } },
    networkInterfaces: { 'eni-b': { subnetId: 'subnet-a', addresses: [{ address: '10.1.1.6' }] } },
    elasticIps: undefined,
  };
  const steps = (change: Part) =>
    traceExchange(buildWorld(worldFile('hairpin'), private_, change), probe).request.hops.flatMap((hop) => hop.steps);

  test('a neighbour is asked for by its own address, and neither table nor list is met', () => {
    expect(steps(neighbours).map(({ kind, rule }) => `${kind} ${rule}`)).toEqual([
      'sent sent',
      'resolved-arp arp-peer',
      'checked source-check',
      'filtered group-rule',
      'looked-up-mapping mapping-row',
      'encapsulated wrap',
      'checked receive-check',
      'checked destination-check',
      'filtered group-rule',
      'decapsulated unwrap',
      'delivered listener',
    ]);
  });

  test('so over IPv6', () => {
    const both = { 'eni-app': '2001:db8:1:2::5', 'eni-near': '2001:db8:1:2::6' };
    const world = buildWorld(worldFile('ipv6'), {
      instances: { 'i-near': { hostId: 'host-a' } },
      networkInterfaces: {
        'eni-near': {
          subnetId: 'subnet-app',
          instanceId: 'i-near',
          addresses: [{ address: '10.1.2.6' }, { address: both['eni-near'] }],
          groups: ['sg-all'],
        },
      },
    });
    const { request } = traceExchange(world, {
      from: 'i-app',
      to: both['eni-near'],
      source: both['eni-app'] as Address,
    });
    const rules = request.hops.flatMap((hop) => hop.steps).map(({ rule }) => rule);
    expect(rules.slice(1, 5)).toEqual(['arp-peer', 'source-check', 'group-rule', 'mapping-row']);
    expect(rules).not.toContain('acl-entry');
  });

  test('a subnet without IPv6 has no neighbours there', () => {
    const { request } = traceExchange(buildWorld(worldFile('hairpin')), { from: 'i-a', to: '2001:db8:77::9' });
    expect(request.hops[1]!.steps[0]!.rule).toBe('arp-router');
  });

  test('another subnet is reached through the router that the host plays, and looks the same on the wire', () => {
    expect(steps({}).map(({ kind, rule }) => `${kind} ${rule}`)).toContain('resolved-arp arp-router');
    const wires = [neighbours, {}].map(
      (change) => steps(change).find(({ kind }) => kind === 'encapsulated')!.after.wraps,
    );
    expect(wires[0]).toEqual(wires[1]);
  });
});

// T15, T17: the claimed (physical source, VPC, inner source) must belong together.
describe('the receive check', () => {
  const frame = (change: Part): Part => ({
    hosts: { 'host-c': { underlay: '100.64.0.13' } },
    frames: {
      'frame-1': {
        fromHost: 'host-a',
        toHost: 'host-b',
        vpcId: 'vpc-red',
        source: '10.1.1.5',
        destination: '10.1.2.5',
        ...change,
      },
    },
  });

  test.each<[string, Part, string]>([
    ['a genuine frame is delivered', {}, 'delivered at i-b'],
    ['another host claims the sender', { fromHost: 'host-c' }, 'GATEWAY_REJECTS_SPOOFED_TRAFFIC at host-b'],
    ['the sender exists nowhere', { source: '10.1.1.77' }, 'GATEWAY_REJECTS_SPOOFED_TRAFFIC at host-b'],
    ['the receiver lives elsewhere', { toHost: 'host-c' }, 'MAP_WRONG_HOST at host-c'],
    ['the receiver exists nowhere', { destination: '10.1.2.77' }, 'MAP_WRONG_HOST at host-b'],
    ['nobody exists that it names', { source: '10.1.1.77', destination: '10.1.2.77' }, 'MAP_WRONG_HOST at host-b'],
    ['the player has thrown it away', { discarded: true }, 'FRAME_DISCARDED at host-b'],
  ])('%s: %s', (_what, change, expected) => {
    expect(fate(frame(change), { from: 'frame-1' })).toBe(expected);
  });

  test('a diagnosis of a frame ends with a receiver that exists nowhere', () => {
    const world = buildWorld(worldFile('hairpin'), private_, frame({ destination: '10.1.2.77' }));
    expect(diagnose(world, { from: 'frame-1' }).map(({ reason, at }) => `${reason} ${at}`)).toEqual([
      'WRONG_HOST host-b',
    ]);
  });

  test('a host that does not check lets a forged frame in: the player stands in for it', () => {
    const change = { hosts: { 'host-c': { underlay: '100.64.0.13' }, 'host-b': { checksFrames: false } } };
    const forged = frame({ fromHost: 'host-c' });
    const world = buildWorld(worldFile('hairpin'), private_, forged, change);
    expect(traceExchange(world, { from: 'frame-1' })).toMatchObject({ outcome: 'delivered', request: { at: 'i-b' } });
  });
});
