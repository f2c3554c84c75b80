// Sizes, signals and addresses at the gateways: into how many pieces, who is told and by whom, which address is shown.

import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';
import { showSteps } from './show-steps.ts';

const run = (world: string, change: Part, probe: Probe) => traceExchange(buildWorld(worldFile(world), change), probe);
const web: Probe = { from: 'i-web', to: 'client' };

describe('a packet that is too big for the internet', () => {
  // Source: RFC 791: each piece has a header of its own.
  test.each([
    [1501, 2],
    [2980, 2],
    [2981, 3],
    [9001, 7],
  ])('and may be cut: %d bytes go in %d pieces', (size, pieces) => {
    const { request } = run('nat', {}, { ...web, size, dontFragment: false });
    expect(request.packet.ip.datagram).toEqual({ bytes: size, dontFragment: false, pieces });
    expect(showSteps(request)).toContain('- fragmented fragmented igw-1 => 10.0.1.10:40112 → 198.51.100.8:443');
  });

  test('and may not: the edge answers in the name of the subnet’s router, and says the limit', () => {
    const { bounces } = run('nat', {}, { ...web, size: 9001 });
    const { refused, signal } = bounces![0]!;
    expect(refused.fault).toMatchObject({ reason: 'MTU_EXCEEDED', at: 'igw-1', about: '9001 > 1500' });
    expect(refused.hops.at(-1)?.steps.map(({ kind, rule }) => `${kind} ${rule}`)).toEqual([
      'decapsulated strip',
      'answered mtu-limit',
      'dropped mtu-limit',
    ]);
    expect(signal.hops[0]).toMatchObject({ node: 'igw-1', place: 'blackfoot' });
  });

  test('and was sent by a regional NAT gateway: the error goes by it to whose flow it is', () => {
    const { bounces } = run('regional-nat', {}, { from: 'i-app-a', to: 'client', size: 9001 });
    const { packet, hops } = bounces![0]!.signal;
    expect(packet.transport).toMatchObject({ type: 'fragmentation-needed', quotes: { limit: 1500 } });
    expect(hops[0]).toMatchObject({ node: 'nat-r', place: 'hyperplane' });
  });

  test('and for its own VPC first: a diagnosis names every limit that it meets', () => {
    const found = diagnose(buildWorld(worldFile('nat')), { ...web, size: 9002 });
    expect(found.map(({ reason, at, about }) => `${reason} ${at} ${about}`)).toEqual([
      'MTU_EXCEEDED eni-web 9002 > 9001',
      'MTU_EXCEEDED igw-1 9001 > 1500',
    ]);
  });

  test('and whose source nobody has: nobody is told', () => {
    const change: Part = { networkInterfaces: { 'eni-web': { sourceDestCheck: false } } };
    const { request, bounces } = run('nat', change, { ...web, source: '10.0.1.77' as never, size: 9001 });
    expect([request.fault?.reason, bounces]).toEqual(['MTU_EXCEEDED', undefined]);
  });
});

describe('a NAT gateway', () => {
  const idle: Part = { conditions: { idleSeconds: 400 } };

  // Source: D-NATT.
  test.each([
    ['nat', 'nat-1', 'i-app', idle, {}],
    ['nat', 'nat-1', 'i-app', {}, { ttl: 1 }],
    ['regional-nat', 'nat-r', 'i-app-a', idle, {}],
    ['regional-nat', 'nat-r', 'i-app-a', {}, { ttl: 1 }],
  ] as const)('answers its clients on Hyperplane, by itself: %s', (world, id, from, change, more) => {
    const { bounces = [] } = run(world, change, { from, to: 'client', ...more });
    expect(bounces.map(({ signal }) => [signal.hops[0]?.node, signal.hops[0]?.place])).toEqual([[id, 'hyperplane']]);
  });

  test('whose subnet’s table sends back to it sees the packet twice, and no more (4.2)', () => {
    const circle: Part = { routeTables: { 'rtb-q': { routes: [{ destination: '0.0.0.0/0', target: 'nat-1' }] } } };
    const { request } = run('nat', circle, { from: 'i-app', to: 'client' });
    expect(request).toMatchObject({ disposition: 'looped', fault: { reason: 'RT_LOOP', at: 'rtb-q', about: 'nat-1' } });
    expect(request.path).toEqual(['i-app', 'host-a', 'nat-1', 'nat-1']);
  });

  test('none of whose addresses has a public one sends all the same, and the edge drops it (4.1, step 6)', () => {
    const none: Part = {
      elasticIps: { 'eipalloc-nat-a': { association: undefined }, 'eipalloc-nat-a2': { association: undefined } },
    };
    const { request } = run('two-zones', none, { from: 'i-app-a', to: 'client' });
    expect(request.fault).toMatchObject({ reason: 'NO_PUBLIC_MAPPING_EGRESS', at: 'igw-1', about: '10.1.1.50' });
  });

  const auto = (zones: Part): Part => ({ gateways: { 'nat-r': { mode: 'auto', zones } } });
  const fromC: Probe = { from: 'i-app-c', to: 'client' };

  test.each<[string, string, Part]>([
    ['nobody has', 'NAT_AZ_MISSING at nat-r about us-east-1c', auto({ 'us-east-1a': [], 'us-east-1b': [] })],
    ['the next zone has', 'seen as 203.0.113.60', auto({ 'us-east-1a': [] })],
    ['its own zone has', 'seen as 203.0.113.60', auto({ 'us-east-1b': [], 'us-east-1c': ['eipalloc-b'] })],
  ])('of a Region uses the address that %s (D-RNAT)', (_whose, expected, change) => {
    const { request, seen } = run('regional-nat', change, fromC);
    const { fault } = request;
    const told = fault ? `${fault.reason} at ${fault.at} about ${fault.about}` : `seen as ${seen?.source.address}`;
    expect(told).toBe(expected);
  });
});

describe('a middlebox at the edge', () => {
  const second: Part = {
    networkInterfaces: { 'eni-fw': { addresses: [{ address: '10.1.9.10' }, { address: '10.1.9.11' }] } },
  };
  const dual: Part = {
    vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16', '2001:db8:1::/56'] } },
    subnets: {
      'subnet-app': { ipv6Cidr: '2001:db8:1:2::/64' },
      'subnet-fw': { ipv6Cidr: '2001:db8:1:9::/64' },
    },
    networkInterfaces: {
      'eni-app': { addresses: [{ address: '10.1.2.20' }, { address: '2001:db8:1:2::5' }] },
    },
    routeTables: {
      'rtb-edge': { routes: [{ destination: '2001:db8:1:2::/64', target: 'eni-fw' }] },
      'rtb-app': { routes: [{ destination: '::/0', target: 'eni-fw' }] },
      'rtb-fw': { routes: [{ destination: '::/0', target: 'igw-1' }] },
    },
    securityGroups: { 'sg-all': { inbound: [{ peer: '::/0' }], outbound: [{ peer: '::/0' }] } },
    elasticIps: { 'eipalloc-fw': undefined, 'eipalloc-app': undefined },
    internet: { client6: { address: '2001:db8:ffff::8' } },
  };

  test.each<[string, Part, Probe]>([
    ['one public address is enough (D-RA)', second, { from: 'client', to: 'i-app' }],
    ['in IPv6 every address is one', dual, { from: 'client6', to: '2001:db8:1:2::5' }],
  ])('%s', (_what, change, probe) => {
    const { outcome, request } = run('edge-table', change, probe);
    expect([outcome, request.path.includes('i-fw')]).toEqual(['conversed', true]);
  });
});

test('an IPv6 address leads into the VPC whose block it is, of several', () => {
  const first: Part = { vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16', '2001:db8:2::/56'] } } };
  const { outcome } = traceExchange(buildWorld(first, worldFile('ipv6')), { from: 'client', to: 'i-web' });
  expect(outcome).toBe('conversed');
});

test('a site’s alias is for those who come by a link: its own machines do not find it', () => {
  const change: Part = {
    gateways: { 'site-hq': { aliases: [{ own: '172.16.0.0/24', alias: '192.168.7.0/24' }] } },
  };
  const { request } = run('vpn', change, { from: 'hq', to: '192.168.7.9' });
  expect(request.fault).toMatchObject({ reason: 'ONPREM_NO_ROUTE', at: 'site-hq', about: '192.168.7.9' });
});
