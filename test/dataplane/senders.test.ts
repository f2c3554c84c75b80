// How a packet starts: with which address, by which interface, to whom; and who takes an answer. Source: vpc-dataplane 1.2, 8; D-EIP, D-S3E.

import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import { accept } from '../../src/dataplane/guest.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { makeSessions } from '../../src/dataplane/sessions.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { startWalk } from '../../src/dataplane/walk.ts';
import type { Address } from '../../src/net/address.ts';
import type { Packet } from '../../src/net/packet.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

describe('a sender without an address to send to', () => {
  const article = (change: Part) => buildWorld(worldFile('article'), change);

  test.each<[string, Probe, Part, Part]>([
    [
      'names the record that it does not have',
      { from: 'client', toRecord: 'vm' },
      {},
      { reason: 'NO_RECORD', at: 'client', about: 'vm' },
    ],
    [
      'names a machine that has none',
      { from: 'client', to: 'i-bare' },
      { instances: { 'i-bare': { hostId: 'host-a' } } },
      { reason: 'NO_RECORD', at: 'client', about: 'i-bare' },
    ],
    [
      'names the private address that has no public one',
      { from: 'client', to: 'i-vm1' },
      { elasticIps: undefined },
      { reason: 'NO_PUBLIC_MAPPING_INGRESS', at: 'eni-vm1', about: '10.1.0.5' },
    ],
  ])('%s', (_what, probe, change, fault) => {
    const { request } = traceExchange(article(change), probe);
    expect(request).toMatchObject({ disposition: 'dropped', at: fault.at, fault, path: ['client'] });
    expect(request.hops[0]!.place).toBe('outside');
  });

  test('leaves a diagnosis nowhere to go on', () => {
    const findings = diagnose(article({}), { from: 'client', toRecord: 'vm' });
    expect(findings.map(({ reason, at }) => `${reason} at ${at}`)).toEqual(['NO_RECORD at client']);
  });
});

describe('a guest with two interfaces', () => {
  const two: Part = {
    networkInterfaces: {
      'eni-a': { addresses: [{ address: '10.1.1.5' }, { address: '10.1.1.6' }] },
      'eni-a2': {
        subnetId: 'subnet-b',
        instanceId: 'i-a',
        addresses: [{ address: '10.1.2.6' }, { address: '10.1.2.7' }],
        groups: ['sg-a'],
      },
    },
    securityGroups: { 'sg-b': { inbound: [{ peer: '10.0.0.0/8' }] } },
  };

  test.each([
    ['10.1.1.5', 'eni-a'],
    ['10.1.1.6', 'eni-a'],
    ['10.1.2.6', 'eni-a2'],
    ['10.1.2.7', 'eni-a2'],
  ])('sends as %s by %s, which holds it', (source, eni) => {
    const world = buildWorld(worldFile('hairpin'), two);
    const { outcome, request } = traceExchange(world, { from: 'i-a', to: 'i-b', source: source as Address });
    const check = request.hops[1]!.steps.find(({ rule }) => rule === 'source-check');
    expect([outcome, check?.table]).toEqual(['conversed', eni]);
  });
});

describe('a machine that waits for an answer takes it', () => {
  const ends = (from: string, fromPort: number, to: string, toPort: number): Packet => ({
    wraps: [],
    ip: { source: from as Address, destination: to as Address, ttl: 64 },
    transport: { protocol: 'tcp', sourcePort: fromPort, destinationPort: toPort },
  });
  const asked = ends('10.1.0.5', 40112, '198.51.100.8', 443);
  const answer = ends('198.51.100.8', 443, '10.1.0.5', 40112);
  const reset: Packet = { ...answer, transport: { ...answer.transport, isReset: true } as Packet['transport'] };

  test.each<[string, string, Packet, string]>([
    ['from whom it asked', 'i-vm1', answer, 'delivered'],
    ['at no other machine', 'i-vm2', answer, 'UNEXPECTED_REPLIER'],
    ['from no other address', 'i-vm1', ends('52.0.0.9', 443, '10.1.0.5', 40112), 'UNEXPECTED_REPLIER'],
    ['from no other port', 'i-vm1', ends('198.51.100.8', 80, '10.1.0.5', 40112), 'UNEXPECTED_REPLIER'],
    ['at no other address of its own', 'i-vm1', ends('198.51.100.8', 443, '10.1.0.6', 40112), 'UNEXPECTED_REPLIER'],
    ['at no other port of its own', 'i-vm1', ends('198.51.100.8', 443, '10.1.0.5', 40113), 'UNEXPECTED_REPLIER'],
    ['or what a device says about it', 'i-vm1', reset, 'delivered'],
    ['but not what it says to another', 'i-vm2', { ...reset, ip: { ...reset.ip, ttl: 63 } }, 'UNEXPECTED_REPLIER'],
  ])('%s', (_what, machine, packet, expected) => {
    const walk = startWalk({
      world: buildWorld(worldFile('article')),
      kinds: {},
      sessions: makeSessions(),
      recording: false,
      awaited: { machine: 'i-vm1', packet: asked },
    });
    const next = accept(walk, machine, {}, packet);
    expect(walk.fault?.reason ?? (next.to === 'end' && next.disposition)).toBe(expected);
  });
});

describe('an application that takes some senders only (D-S3E)', () => {
  const bucket = (allowedSources: readonly string[]): Part => ({
    internet: { bucket: { application: { allowedSources } } },
  });
  const refusal = (change: Part, from: string) =>
    traceExchange(buildWorld(worldFile('gateway-endpoint'), change), { from, to: 'bucket' }).request.fault;

  test('names the endpoint that the packet came through, else its address', () => {
    expect(refusal(bucket(['192.0.2.0/24']), 'i-app')).toMatchObject({
      reason: 'SOURCE_NOT_ALLOWED',
      about: 'vpce-s3',
    });
    expect(refusal(bucket(['vpc-red', 'vpce-s3']), 'client')).toMatchObject({
      reason: 'SOURCE_NOT_ALLOWED',
      about: '198.51.100.8',
    });
  });
});
