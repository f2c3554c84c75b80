// Which flows an interface does not track, so that an edit of the rules cuts them at once. Source: D-CT (vpc-dataplane 8): TCP and UDP that a
// rule for everybody let through, with a rule for everybody and every port the other way.

import { describe, expect, test } from 'vitest';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import type { Address } from '../../src/net/address.ts';
import { buildWorld, type Part } from '../worlds/build.ts';

const base: Part = {
  hosts: { 'host-a': { underlay: '100.64.0.11' } },
  vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16', '2001:db8:1::/56'] } },
  subnets: {
    'subnet-a': { vpcId: 'vpc-red', cidr: '10.1.1.0/24', ipv6Cidr: '2001:db8:1:1::/64' },
    'subnet-b': { vpcId: 'vpc-red', cidr: '10.1.2.0/24', ipv6Cidr: '2001:db8:1:2::/64' },
  },
  gateways: { 'igw-1': { kind: 'internet-gateway', vpcId: 'vpc-red' } },
  instances: { 'i-a': { hostId: 'host-a' }, 'i-b': { hostId: 'host-a' } },
  networkInterfaces: {
    'eni-a': address('subnet-a', 'i-a', '10.1.1.5', '2001:db8:1:1::5'),
    'eni-b': address('subnet-b', 'i-b', '10.1.2.5', '2001:db8:1:2::5'),
  },
  networkAcls: { 'acl-open': { vpcId: 'vpc-red', isDefault: true, inbound: passing(), outbound: passing() } },
  elasticIps: {
    'eipalloc-a': {
      publicIp: '52.0.0.9',
      association: { id: 'eipassoc-a', networkInterfaceId: 'eni-a', privateIp: '10.1.1.5' },
    },
  },
  securityGroups: { 'sg-both': { vpcId: 'vpc-red' }, 'sg-more': { vpcId: 'vpc-red' } },
  internet: { client: { address: '198.51.100.8' } },
};

function address(subnetId: string, instanceId: string, ...addresses: readonly string[]): Part {
  return {
    subnetId,
    instanceId,
    addresses: addresses.map((each) => ({ address: each })),
    groups: ['sg-both', 'sg-more'],
  };
}

function passing(): Part[] {
  return ['0.0.0.0/0', '::/0'].map((cidr, index) => ({ number: 100 + index, action: 'allow', cidr }));
}

const all: Part = { peer: '0.0.0.0/0' };
const all6: Part = { peer: '::/0' };
const inside: Part = { peer: '10.1.0.0/16' };
const inside6: Part = { peer: '2001:db8::/32' };
const tcp = (from: number, to: number): Part => ({ protocol: 'tcp', ports: { from, to }, peer: '0.0.0.0/0' });

/** What becomes of a connection that was opened under these rules once all are gone; the flow is cut at who does not track it. */
function fate(inbound: readonly Part[], outbound: readonly Part[], more: Part, probe: Partial<Probe>): string {
  const before = buildWorld(base, { securityGroups: { 'sg-both': { inbound, outbound }, 'sg-more': more } });
  const later: Probe = { from: 'i-a', to: 'i-b', continues: true, ...probe };
  const { outcome, request } = traceExchange(buildWorld(base), later, { openedIn: before });
  return request.fault ? `${request.fault.reason} at ${request.path.at(-1)}` : outcome;
}

const AT_SENDER = 'SG_EMPTY_EGRESS at host-a';
const AT_RECEIVER = 'SG_EMPTY_INGRESS at host-a';
const V6: Partial<Probe> = { source: '2001:db8:1:1::5' as Address };

describe('a flow that is open both ways is cut by an edit', () => {
  test.each<[string, string, readonly Part[], readonly Part[], Part, Partial<Probe>]>([
    ['everything for everybody', AT_SENDER, [all], [all], {}, {}],
    ['so UDP', AT_SENDER, [all], [all], {}, { protocol: 'udp' }],
    ['IPv6 as well', AT_SENDER, [all6], [all6], {}, V6],
    ['every port of the protocol, by its numbers', AT_SENDER, [tcp(0, 65535)], [all], {}, {}],
    ['every port of the protocol, without numbers', AT_SENDER, [{ ...all, protocol: 'tcp' }], [all], {}, {}],
    ['one port out, everything in', AT_SENDER, [all], [tcp(443, 443)], {}, {}],
    ['one port in: the receiver does not track, the sender does', AT_RECEIVER, [tcp(443, 443)], [all], {}, {}],
    ['the other way by another group of the interface', AT_SENDER, [], [all], { inbound: [all] }, {}],
    ['beside narrower rules', AT_SENDER, [inside, all], [tcp(443, 443), inside], {}, {}],
  ])('%s', (_what, expected, inbound, outbound, more, probe) => {
    expect(fate(inbound, outbound, more, probe)).toBe(expected);
  });
});

describe('a flow that is tracked outlives its rules', () => {
  test.each<[string, string, readonly Part[], readonly Part[], Partial<Probe>]>([
    ['ICMP always', 'conversed', [all], [all], { protocol: 'icmp' }],
    ['a block out, everybody in', 'conversed', [all], [inside], {}],
    ['a block in, everybody out', 'conversed', [inside], [all], {}],
    ['so of IPv6, where only IPv4 is open to everybody', 'conversed', [all, inside6], [all6, all], V6],
    ['all ports but the last', AT_RECEIVER, [tcp(0, 65534)], [all], {}],
    ['all ports but the first', AT_RECEIVER, [tcp(1, 65535)], [all], {}],
    ['every port of another protocol', AT_RECEIVER, [tcp(443, 443), { ...all, protocol: 'udp' }], [all], {}],
  ])('%s', (_what, expected, inbound, outbound, probe) => {
    expect(fate(inbound, outbound, {}, probe)).toBe(expected);
  });
});

test('a connection whose route is gone, too, is cut by the rules first', () => {
  const routed: Part = {
    routeTables: { 'rtb-out': { vpcId: 'vpc-red', routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] } },
    routeAssociations: { 'rtbassoc-a': { routeTableId: 'rtb-out', subnetId: 'subnet-a' } },
    securityGroups: { 'sg-both': { inbound: [all], outbound: [all] } },
  };
  const openedIn = buildWorld(base, routed);
  const { request } = traceExchange(buildWorld(base), { from: 'i-a', to: 'client', continues: true }, { openedIn });
  expect(request.fault).toMatchObject({ reason: 'SG_EMPTY_EGRESS', at: 'sg-both' });
});
