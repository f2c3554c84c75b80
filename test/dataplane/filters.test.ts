import { describe, expect, test } from 'vitest';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

const probe: Probe = { from: 'i-a', to: 'i-b' };
const open = [{ peer: '0.0.0.0/0' }];
const base: Part = {
  securityGroups: { 'sg-a': { inbound: [], outbound: open }, 'sg-b': { inbound: open, outbound: [] } },
  subnets: { 'subnet-a': { networkAclId: 'acl-a' }, 'subnet-b': { networkAclId: 'acl-b' } },
  networkAcls: { 'acl-a': list(), 'acl-b': list() },
};

function list(inbound: readonly Part[] = [allow(100)], outbound: readonly Part[] = [allow(100)]): Part {
  return { vpcId: 'vpc-red', inbound, outbound };
}

function allow(number: number, more: Part = {}): Part {
  return { number, action: 'allow', cidr: '0.0.0.0/0', ...more };
}

function deny(number: number, more: Part = {}): Part {
  return { number, action: 'deny', cidr: '0.0.0.0/0', ...more };
}

function world(change: Part = {}) {
  return buildWorld(worldFile('hairpin'), base, change);
}

function fate(change: Part, question: Probe = probe): string {
  const { request, reply } = traceExchange(world(change), question);
  const last = reply ?? request;
  const way = reply ? 'reply' : 'request';
  return last.fault ? `${way} ${last.fault.code} at ${last.at}` : `${way} ${last.disposition}`;
}

describe('the order for one packet between subnets (D-NACL, D-SG, D-RA; section 8)', () => {
  const order = (which: 'request' | 'reply') =>
    traceExchange(world(), probe)
      [which]!.hops.flatMap(({ steps }) => steps)
      .map(({ kind, table }) => `${kind} ${table}`)
      .filter((line) => /^(checked|filtered|matched)/.test(line));

  test('source check, group, list out, route, list in, receive check, destination check, group', () => {
    expect(order('request')).toEqual([
      'checked eni-a',
      'filtered sg-a',
      'filtered acl-a',
      'matched-route rtb-a',
      'filtered acl-b',
      'checked host-b',
      'checked eni-b',
      'filtered sg-b',
    ]);
  });

  test('the answer: groups remember, lists are asked again', () => {
    expect(order('reply')).toEqual([
      'checked eni-b',
      'filtered sg-b',
      'filtered acl-b',
      'matched-route rtb-b',
      'filtered acl-a',
      'checked host-a',
      'checked eni-a',
      'filtered sg-a',
    ]);
    const { reply } = traceExchange(world(), probe);
    const byState = reply!.hops.flatMap(({ steps }) => steps).filter(({ rule }) => rule === 'group-state');
    expect(byState.map(({ table }) => table)).toEqual(['sg-b', 'sg-a']);
  });
});

describe('security groups (D-SG)', () => {
  const group = (id: string, rules: Part): Part => ({ securityGroups: { [id]: rules } });

  test.each<[string, Part, Probe, string]>([
    [
      'no rule of the sender fits',
      group('sg-a', { outbound: [{ peer: '192.0.2.0/24' }] }),
      probe,
      'request ENI_SG_RULES_MISMATCH at sg-a',
    ],
    ['the sender has none', group('sg-a', { outbound: [] }), probe, 'request SG_HAS_NO_RULES at sg-a'],
    [
      'no rule of the receiver fits',
      group('sg-b', { inbound: [{ peer: '192.0.2.0/24' }] }),
      probe,
      'request ENI_SG_RULES_MISMATCH at sg-b',
    ],
    ['the receiver has none', group('sg-b', { inbound: [] }), probe, 'request SG_HAS_NO_RULES at sg-b'],
    [
      'the port is just below',
      group('sg-b', { inbound: [tcp(444, 500)] }),
      probe,
      'request ENI_SG_RULES_MISMATCH at sg-b',
    ],
    ['the port is the first', group('sg-b', { inbound: [tcp(443, 500)] }), probe, 'reply delivered'],
    ['the port is the last', group('sg-b', { inbound: [tcp(400, 443)] }), probe, 'reply delivered'],
    [
      'the protocol differs',
      group('sg-b', { inbound: [tcp(443, 443)] }),
      { ...probe, protocol: 'udp' },
      'request ENI_SG_RULES_MISMATCH at sg-b',
    ],
    [
      'ICMP needs a rule of its own',
      group('sg-b', { inbound: [tcp(0, 65535)] }),
      { ...probe, protocol: 'icmp' },
      'request ENI_SG_RULES_MISMATCH at sg-b',
    ],
    [
      'ICMP is let in',
      group('sg-b', { inbound: [{ protocol: 'icmp', peer: '10.1.0.0/16' }] }),
      { ...probe, protocol: 'icmp' },
      'reply delivered',
    ],
    [
      'ICMP is let in for echoes',
      group('sg-b', { inbound: [{ protocol: 'icmp', icmp: { type: 8, code: 0 }, peer: '10.1.0.0/16' }] }),
      { ...probe, protocol: 'icmp' },
      'reply delivered',
    ],
    [
      'ICMP is let in for other messages',
      group('sg-b', { inbound: [{ protocol: 'icmp', icmp: { type: 3 }, peer: '10.1.0.0/16' }] }),
      { ...probe, protocol: 'icmp' },
      'request ENI_SG_RULES_MISMATCH at sg-b',
    ],
    [
      'one of several rules fits',
      group('sg-b', { inbound: [tcp(22, 22), { protocol: 'tcp', peer: '10.1.1.5/32' }] }),
      probe,
      'reply delivered',
    ],
    ['the group of the sender is named', group('sg-b', { inbound: [{ peer: 'sg-a' }] }), probe, 'reply delivered'],
    [
      'another group is named',
      group('sg-b', { inbound: [{ peer: 'sg-b' }] }),
      probe,
      'request ENI_SG_RULES_MISMATCH at sg-b',
    ],
    [
      'the group of the receiver is named on the way out',
      group('sg-a', { outbound: [{ peer: 'sg-b' }] }),
      probe,
      'reply delivered',
    ],
  ])('%s', (_what, change, question, expected) => {
    expect(fate(change, question)).toBe(expected);
  });

  function tcp(from: number, to: number): Part {
    return { protocol: 'tcp', ports: { from, to }, peer: '0.0.0.0/0' };
  }

  test('the rules of all groups of an interface are one set', () => {
    const change: Part = {
      networkInterfaces: { 'eni-b': { groups: ['sg-b', 'sg-more'] } },
      securityGroups: { 'sg-b': { inbound: [] }, 'sg-more': { vpcId: 'vpc-red', inbound: open } },
    };
    expect(fate(change)).toBe('reply delivered');
  });

  test('a forwarder in between hides the group of the sender, though the address stays', () => {
    const through = (rule: Part): Part => ({
      subnets: { 'subnet-f': { vpcId: 'vpc-red', cidr: '10.1.9.0/24' } },
      instances: { 'i-fw': { hostId: 'host-b', forwarding: 'router' } },
      networkInterfaces: {
        'eni-fw': {
          subnetId: 'subnet-f',
          instanceId: 'i-fw',
          addresses: [{ address: '10.1.9.10' }],
          groups: ['sg-fw'],
          sourceDestCheck: false,
        },
      },
      routeTables: { 'rtb-a': { routes: [{ destination: '10.1.2.0/24', target: 'eni-fw' }] } },
      securityGroups: { 'sg-fw': { vpcId: 'vpc-red', inbound: open, outbound: open }, 'sg-b': { inbound: [rule] } },
    });
    expect(fate(through({ peer: '10.1.1.5/32' }))).toBe('reply delivered');
    expect(fate(through({ peer: 'sg-a' }))).toBe('request SG_REFERENCES_NOT_PRESERVED at sg-b');
  });

  test('behind an internet gateway the sender’s private and the far public address count (D-FL)', () => {
    const change = group('sg-a', { outbound: [{ peer: '198.51.100.8/32' }] });
    expect(fate(change, { from: 'i-a', to: 'client' })).toBe('reply delivered');
  });
});

describe('network ACLs (D-NACL)', () => {
  const acl = (id: string, entries: Part): Part => ({ networkAcls: { [id]: entries } });
  const ports = (from: number, to: number): Part => ({ protocol: 'tcp', ports: { from, to } });

  test.each<[string, Part, string]>([
    ['nothing matches on the way out of A', acl('acl-a', { outbound: [] }), 'request SUBNET_ACL_RESTRICTION at acl-a'],
    ['nothing matches on the way into B', acl('acl-b', { inbound: [] }), 'request SUBNET_ACL_RESTRICTION at acl-b'],
    ['the answer may not leave B', acl('acl-b', { outbound: [] }), 'reply SUBNET_ACL_RESTRICTION at acl-b'],
    ['the answer may not enter A', acl('acl-a', { inbound: [] }), 'reply SUBNET_ACL_RESTRICTION at acl-a'],
    [
      'the lowest number decides: deny',
      acl('acl-b', { inbound: [allow(200), deny(100)] }),
      'request SUBNET_ACL_RESTRICTION at acl-b',
    ],
    ['the lowest number decides: allow', acl('acl-b', { inbound: [deny(200), allow(100)] }), 'reply delivered'],
    [
      'a deny for other ports is passed over',
      acl('acl-b', { inbound: [deny(100, ports(22, 22)), allow(200)] }),
      'reply delivered',
    ],
    [
      'a deny for another block is passed over',
      acl('acl-b', { inbound: [deny(100, { cidr: '10.1.7.0/24' }), allow(200)] }),
      'reply delivered',
    ],
    [
      'only the server’s port out: the answer needs ephemeral ones',
      acl('acl-b', { outbound: [allow(100, ports(443, 443))] }),
      'reply SUBNET_ACL_RESTRICTION at acl-b',
    ],
    ['ephemeral ports out', acl('acl-b', { outbound: [allow(100, ports(32768, 60999))] }), 'reply delivered'],
  ])('%s', (_what, change, expected) => {
    expect(fate(change)).toBe(expected);
  });

  test('the fault names the entry that refused, and none when the last rule did', () => {
    const faultOf = (entries: Part) => traceExchange(world(acl('acl-b', entries)), probe).request.fault;
    expect(faultOf({ inbound: [deny(90), allow(100)] })?.row).toMatchObject({ number: 90 });
    expect(faultOf({ inbound: [] })?.row).toBeUndefined();
  });

  test('neighbours in a subnet do not meet it', () => {
    const neighbours: Part = {
      networkInterfaces: { 'eni-b': { subnetId: 'subnet-a', addresses: [{ address: '10.1.1.6' }] } },
      elasticIps: undefined,
      networkAcls: { 'acl-a': { inbound: [], outbound: [] } },
    };
    expect(fate(neighbours)).toBe('reply delivered');
  });

  test('nor does a packet that a route keeps in the subnet', () => {
    const proxy: Part = {
      instances: { 'i-proxy': { hostId: 'host-b', forwarding: 'nat' } },
      networkInterfaces: {
        'eni-proxy': {
          subnetId: 'subnet-a',
          instanceId: 'i-proxy',
          addresses: [{ address: '10.1.1.7' }],
          groups: ['sg-b', 'sg-a'],
          sourceDestCheck: false,
        },
      },
      routeTables: { 'rtb-a': { routes: [{ destination: '10.1.2.0/24', target: 'eni-proxy' }] } },
      networkAcls: { 'acl-a': { inbound: [], outbound: [] } },
    };
    const { request } = traceExchange(world(proxy), probe);
    expect([request.hops.at(-1)?.node, request.fault?.reason]).toEqual(['i-proxy', 'RT_LOOP']);
  });
});

describe('the source/destination check (D-RA)', () => {
  test('keeps an instance from sending under an address that is not its own', () => {
    expect(fate({}, { ...probe, source: '10.1.1.99' as Probe['source'] })).toBe(
      'request ENI_SOURCE_DEST_CHECK_RESTRICTION at eni-a',
    );
  });

  test('lets any of its own addresses out', () => {
    const change = {
      networkInterfaces: { 'eni-a': { addresses: [{ address: '10.1.1.5' }, { address: '10.1.1.99' }] } },
    };
    expect(fate(change, { ...probe, source: '10.1.1.99' as Probe['source'] })).toBe('reply delivered');
  });

  const forwarder = (change: Part): Part => ({
    subnets: { 'subnet-f': { vpcId: 'vpc-red', cidr: '10.1.9.0/24' } },
    instances: { 'i-fw': { hostId: 'host-b', forwarding: 'router' } },
    networkInterfaces: {
      'eni-fw': {
        subnetId: 'subnet-f',
        instanceId: 'i-fw',
        addresses: [{ address: '10.1.9.10' }],
        groups: ['sg-fw'],
        ...change,
      },
    },
    routeTables: {
      'rtb-a': { routes: [{ destination: '10.1.2.0/24', target: 'eni-fw' }] },
      'rtb-b': { routes: [{ destination: '10.1.1.0/24', target: 'eni-fw' }] },
    },
    securityGroups: { 'sg-fw': { vpcId: 'vpc-red', inbound: open, outbound: open } },
  });

  test('keeps packets for others from a forwarder until it is off; then both ways pass it', () => {
    expect(fate(forwarder({}))).toBe('request ENI_SOURCE_DEST_CHECK_RESTRICTION at eni-fw');
    const { outcome, request, reply } = traceExchange(world(forwarder({ sourceDestCheck: false })), probe);
    expect(outcome).toBe('conversed');
    expect(request.path).toEqual(['i-a', 'host-a', 'host-b', 'i-fw', 'host-b', 'host-b', 'i-b']);
    expect(reply?.path).toContain('i-fw');
  });

  test('a forwarder whose own table sends back to it is a loop', () => {
    const loop: Part = {
      routeTables: { 'rtb-f': { vpcId: 'vpc-red', routes: [{ destination: '10.1.2.0/24', target: 'eni-fw' }] } },
      routeAssociations: { 'rtbassoc-f': { routeTableId: 'rtb-f', subnetId: 'subnet-f' } },
    };
    const { request } = traceExchange(
      buildWorld(worldFile('hairpin'), base, forwarder({ sourceDestCheck: false }), loop),
      probe,
    );
    expect([request.disposition, request.fault?.code, request.at]).toEqual(['looped', 'RT_LOOP', 'rtb-f']);
  });
});
