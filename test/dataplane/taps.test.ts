import { expect, test } from 'vitest';
import type { Probe } from '../../src/dataplane/probe.ts';
import { listTaps } from '../../src/dataplane/taps.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

function tapsOf(
  name: Parameters<typeof worldFile>[0],
  probe: Probe,
  change: Part = {},
  way: 'request' | 'reply' = 'request',
) {
  return listTaps(traceExchange(buildWorld(worldFile(name), change), probe)[way]!);
}

test('a tap is a step that changes or decides something; what passed on the way rides along', () => {
  const taps = tapsOf('article', { from: 'i-vm1', to: '8.8.8.8' });
  expect(taps.map(({ index, node, place, step }) => `${index} ${node} (${place}) ${step.rule}`)).toEqual([
    '0 i-vm1 (guest) sent',
    '1 host-a (host) longest-prefix',
    '2 host-a (host) gateway-mapping',
    '3 host-a (host) wrap',
    '4 igw-1 (blackfoot) strip',
    '5 igw-1 (blackfoot) igw-source-nat',
    '6 8.8.8.8 (outside) listener',
  ]);
  expect(taps[1]!.also.map(({ rule }) => rule)).toEqual(['arp-router', 'source-check', 'group-rule', 'acl-entry']);
  expect(taps[6]!.also.map(({ rule }) => rule)).toEqual(['internet']);
});

test('no step is lost between the hops and the taps', () => {
  const { request } = traceExchange(buildWorld(worldFile('nat')), { from: 'i-app', to: '8.8.8.8' });
  const fromTaps = listTaps(request).flatMap(({ step, also }) => [...also, step]);
  expect(fromTaps).toEqual(request.hops.flatMap(({ steps }) => steps));
});

test('a drop is a tap, with the filters that the packet had passed', () => {
  const taps = tapsOf('article', { from: 'i-vm1', to: 'client' }, { routeTables: { 'rtb-red': { routes: [] } } });
  expect(taps.at(-1)).toMatchObject({
    node: 'host-a',
    step: { kind: 'dropped', reason: 'NO_ROUTE', about: '198.51.100.8' },
  });
  expect(taps.at(-1)!.also.map(({ kind }) => kind)).toEqual(['resolved-arp', 'checked', 'filtered', 'filtered']);
});

test('a packet that dies on the internet has a tap there', () => {
  const taps = tapsOf('article', { from: 'client', to: '203.0.113.200' });
  expect(taps.map(({ node, step }) => `${node} ${step.kind}`)).toEqual(['client sent', 'internet dropped']);
});

test('the turn of a hairpin is a tap of its own', () => {
  const taps = tapsOf('hairpin', { from: 'i-a', to: 'i-b', byPublicAddress: true });
  expect(taps.map(({ step }) => step.rule)).toContain('igw-hairpin');
});

test('through a NAT gateway the way out has twelve taps', () => {
  const taps = tapsOf('nat', { from: 'i-app', to: '8.8.8.8' });
  expect(taps.map(({ node, step }) => `${node} ${step.kind}`)).toEqual([
    'i-app sent',
    'host-a matched-route',
    'host-a looked-up-mapping',
    'host-a encapsulated',
    'nat-1 decapsulated',
    'nat-1 translated',
    'nat-1 matched-route',
    'nat-1 looked-up-mapping',
    'nat-1 encapsulated',
    'igw-1 decapsulated',
    'igw-1 translated',
    '8.8.8.8 delivered',
  ]);
});

test('a trace without hops has no taps', () => {
  expect(listTaps({ hops: [] })).toEqual([]);
});

test('steps that lead to no tap end in one', () => {
  const { request } = traceExchange(buildWorld(worldFile('article')), { from: 'i-vm1', to: '8.8.8.8' });
  const host = request.hops[1]!;
  const cut = { hops: [{ ...host, steps: host.steps.slice(0, 2) }] };
  expect(listTaps(cut)).toMatchObject([{ index: 0, node: 'host-a', step: host.steps[1], also: [host.steps[0]] }]);
});
