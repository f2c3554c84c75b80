// A frame that is on the wire already: whoever put it there claims a VPC and a sender. Source: T15, T17 (vpc-dataplane 1.4).

import { expect, test } from 'vitest';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';
import { showSteps } from './show-steps.ts';

function exchange(change: Part = {}, probe = {}) {
  const frame = {
    fromHost: 'host-a',
    toHost: 'host-b',
    vpcId: 'vpc-red',
    source: '10.1.1.5',
    destination: '10.1.2.5',
    protocol: 'udp',
    port: 53,
    ...change,
  };
  const open: Part = {
    securityGroups: { 'sg-b': { inbound: [{ peer: '10.0.0.0/8' }] } },
    frames: { 'frame-1': frame },
  };
  return traceExchange(buildWorld(worldFile('hairpin'), open), { from: 'frame-1', ...probe });
}

test('a genuine frame goes from host to host and into the guest, and nobody waits for an answer', () => {
  const { request, reply, outcome, flows } = exchange({}, { sourcePort: 5353 });
  expect(showSteps(request)).toEqual([
    'host host-a',
    '- sent wrap host-a',
    'host host-b',
    '- filtered acl-entry acl-red-default #100',
    '- checked receive-check host-b',
    '- checked destination-check eni-b',
    '- filtered group-rule sg-b {all 10.0.0.0/8}',
    '- decapsulated unwrap host-b => 10.1.1.5:5353 → 10.1.2.5:53',
    'guest i-b',
    '- delivered listener i-b',
  ]);
  expect([outcome, reply, flows]).toEqual(['delivered', undefined, []]);
  expect(request.packet.transport.protocol).toBe('udp');
});

test('what it claims is in its wraps, with nothing for what nobody holds', () => {
  const { request } = exchange({ source: '10.1.1.77', destination: '10.1.2.77' });
  expect(request.hops[0]!.steps[0]!.after.wraps).toEqual([
    { layer: 'underlay', source: '100.64.0.11', destination: '100.64.0.12' },
    { layer: 'vpc', vpcId: 'vpc-red', from: 'unknown', target: 'unknown' },
  ]);
  expect(request.fault).toMatchObject({ reason: 'WRONG_HOST', at: 'host-b', about: '10.1.2.77' });
});

test('one that the player has thrown away ends at the host that it was for', () => {
  const { request } = exchange({ discarded: true });
  expect(showSteps(request)).toEqual([
    'host host-a',
    '- sent wrap host-a',
    'host host-b',
    '- dropped receive-check host-b',
  ]);
  expect(request.fault).toMatchObject({ reason: 'FRAME_DISCARDED', about: '100.64.0.11' });
});
