// A question to the simulator: who may ask it, the address that the sender uses, and the packet that comes of it.

import { describe, expect, test } from 'vitest';
import { makePretence, pairOf, pretendPair } from '../../src/dataplane/pretence.ts';
import { applicationOf, destinationAddress, isMachine, makePacket, type Probe } from '../../src/dataplane/probe.ts';
import { emptyWorld } from '../../src/dataplane/read-world.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { lostZoneOf, zoneOf } from '../../src/dataplane/zones.ts';
import type { Address, Ipv4 } from '../../src/net/address.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

test('instances and machines on the internet are machines, and nothing else is', () => {
  const world = buildWorld(worldFile('article'));
  expect(['i-vm1', 'client', 'igw-1', '8.8.8.8', 'constructor'].map((id) => isMachine(world, id))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('a region with nothing in it has no machine', () => {
  expect(Object.keys(emptyWorld().instances)).toEqual([]);
  expect(applicationOf(emptyWorld(), '8.8.8.8')).toBeUndefined();
});

describe('the address that a sender uses', () => {
  const bare: Part = { instances: { 'i-bare': { hostId: 'host-a' } } };
  const addressOf = (probe: Probe) => destinationAddress(buildWorld(worldFile('article'), bare), probe);

  test.each<[string, Probe, string | undefined]>([
    ['of an instance outside its VPC: the public one', { from: 'client', to: 'i-vm1' }, '52.0.0.9'],
    ['of an instance in its VPC: the private one', { from: 'i-vm1', to: 'i-vm1' }, '10.1.0.5'],
    ['so, where it is told to', { from: 'i-vm1', to: 'i-vm1', byPublicAddress: true }, '52.0.0.9'],
    ['of a machine on the internet', { from: 'i-vm1', to: 'client' }, '198.51.100.8'],
    ['an address is its own', { from: 'i-vm1', to: '8.8.8.8' }, '8.8.8.8'],
    ['of an instance without an interface: none', { from: 'i-vm1', to: 'i-bare' }, undefined],
    ['of nobody: none', { from: 'i-vm1' }, undefined],
    ['by a record of a sender that has none', { from: '8.8.8.8', toRecord: 'vm' }, undefined],
  ])('%s', (_what, probe, expected) => {
    expect(addressOf(probe)).toBe(expected);
  });

  test('over IPv6 is none where the receiver has only IPv4', () => {
    const world = buildWorld(worldFile('ipv6'), {
      networkInterfaces: { 'eni-web': { addresses: [{ address: '10.1.1.5' }] } },
    });
    expect(destinationAddress(world, { from: 'client', to: 'i-web' })).toBeUndefined();
    expect(traceExchange(world, { from: 'client', to: 'i-web' }).request.path).toEqual(['client']);
  });
});

test.each<[Probe['protocol'], object]>([
  ['tcp', { protocol: 'tcp', sourcePort: 40112, destinationPort: 443 }],
  ['udp', { protocol: 'udp', sourcePort: 40112, destinationPort: 443 }],
  ['icmp', { protocol: 'icmp', type: 'echo-request', identifier: 40112 }],
  ['gre', { protocol: 'gre' }],
  ['esp', { protocol: 'esp' }],
])('a packet of %s has the headers of its protocol', (protocol, transport) => {
  const packet = makePacket({ from: 'i-a', protocol }, '10.1.0.5' as Address, '8.8.8.8' as Address);
  expect(packet.transport).toStrictEqual(transport);
});

test('a public address that a diagnosis wishes for is one VPC’s, and one private address’s', () => {
  const pretence = makePretence();
  const pair = pretendPair(pretence, 'vpc-red', '10.1.0.7' as Ipv4, 'eni-x');
  const view = { world: buildWorld(worldFile('article')), pretence };
  expect(pretence).toEqual({ pairs: [pair], attached: new Map() });
  expect(pairOf(view, 'vpc-red', '10.1.0.7')).toBe(pair);
  expect(pairOf(view, 'vpc-blue', '10.1.0.7')).toBeUndefined();
  expect(pairOf(view, 'vpc-red', '10.1.0.8')).toBeUndefined();
});

test('an interface is lost with its zone, and one that is gone stands in none', () => {
  const world = buildWorld(worldFile('two-zones'), { conditions: { lostZones: ['us-east-1a', 'us-east-1c'] } });
  const ids = ['eni-app-a', 'eni-app-b', 'eni-gone', undefined];
  expect(ids.map((id) => lostZoneOf(world, id))).toEqual(['us-east-1a', undefined, undefined, undefined]);
  expect(ids.map((id) => zoneOf(world, id))).toEqual(['us-east-1a', 'us-east-1b', undefined, undefined]);
});

describe('a service by its gateway endpoint', () => {
  test('answers also at an address that no bucket has (D-S3E)', () => {
    const world = buildWorld(worldFile('gateway-endpoint'));
    const { outcome, request } = traceExchange(world, { from: 'i-app', to: '198.18.9.9' });
    expect([outcome, request.hops.at(-1)]).toMatchObject(['conversed', { node: '198.18.9.9', place: 'outside' }]);
  });
});
