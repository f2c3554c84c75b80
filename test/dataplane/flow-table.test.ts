import { describe, expect, test } from 'vitest';
import { type FlowRow, flowTablesAt } from '../../src/dataplane/flow-table.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import type { NatFlow } from '../../src/dataplane/step.ts';
import { listTaps } from '../../src/dataplane/taps.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

/** The flow tables once the request, or all of it and the reply, has passed its first taps. */
const afterIdle = (idleSeconds: number) => {
  const world = buildWorld(worldFile('two-zones'), { conditions: { idleSeconds } });
  const exchange = traceExchange(world, { from: 'i-app-b', to: 'client' });
  const request = listTaps(exchange.request);
  const reply = exchange.reply ? listTaps(exchange.reply) : [];
  return { request, at: (index: number) => flowTablesAt(world, exchange, [...request, ...reply].slice(0, index + 1)) };
};
const show = ({ flow, state, idleSeconds }: FlowRow<NatFlow>) =>
  `${flow.owner} ${flow.inside.address} ${flow.outside.address} ${state} ${idleSeconds}/350`;

test('a flow stands in no table before the packet has come to the NAT, and in one from there on', () => {
  const { request, at } = afterIdle(0);
  const atNat = request.findIndex(({ step }) => step.rule === 'nat-session');
  expect(at(atNat - 1).nat).toEqual([]);
  expect(at(atNat).nat.map(show)).toEqual(['nat-a 10.1.4.20 10.1.1.50 opened 0/350']);
  expect(at(request.length).nat.map(show)).toEqual(['nat-a 10.1.4.20 10.1.1.50 opened 0/350']);
});

test('a row ages while nothing is sent, and the next packet makes it young again', () => {
  const { request, at } = afterIdle(300);
  expect(at(0).nat.map(show)).toEqual(['nat-a 10.1.4.20 10.1.1.50 stands 300/350']);
  expect(at(request.length - 1).nat.map(show)).toEqual(['nat-a 10.1.4.20 10.1.1.50 stands 0/350']);
});

test('a forgotten row is shown as such', () => {
  expect(afterIdle(400).at(0).nat.map(show)).toEqual(['nat-a 10.1.4.20 10.1.1.50 forgotten 400/350']);
});

test('a security group tracks a flow from the first packet that a rule let through, at either end', () => {
  const world = buildWorld(worldFile('two-zones'));
  const exchange = traceExchange(world, { from: 'i-app-a', to: 'i-app-b' });
  const [request, reply] = [listTaps(exchange.request), listTaps(exchange.reply!)];
  const shown = (taps: typeof request) =>
    flowTablesAt(world, exchange, taps).tracked.map(({ flow, state }) => [
      flow.local.address,
      flow.remote.address,
      state,
    ]);
  const [near, far] = [
    ['10.1.3.20', '10.1.4.20', 'opened'],
    ['10.1.4.20', '10.1.3.20', 'opened'],
  ];
  expect(shown(request.slice(0, 1))).toEqual([]);
  expect(shown(request.slice(0, 2))).toEqual([near]);
  expect(shown(request)).toEqual([near, far]);
  expect(shown([...request, ...reply])).toEqual([near, far]);
});

test("a load balancer's flow has one row, by which the answer finds its way back", () => {
  const world = buildWorld(worldFile('load-balancer'));
  const exchange = traceExchange(world, { from: 'client', to: '203.0.113.80' });
  const taps = [...listTaps(exchange.request), ...listTaps(exchange.reply!)];
  expect(flowTablesAt(world, exchange, taps).balanced).toMatchObject([
    { flow: { owner: 'nlb-1', chosen: { address: '10.1.2.21' } }, state: 'opened', lifeSeconds: 350 },
  ]);
});

test('a packet that a group refuses leaves no row there', () => {
  const world = buildWorld(worldFile('two-zones'), {
    securityGroups: { 'sg-red-default': { inbound: [{ peer: '192.0.2.0/24' }] } },
  });
  const exchange = traceExchange(world, { from: 'i-app-a', to: 'i-app-b' });
  expect(exchange.request.fault?.reason).toBe('SG_DENY_INGRESS');
  expect(flowTablesAt(world, exchange, listTaps(exchange.request)).tracked).toMatchObject([
    { flow: { owner: 'sg-red-default', local: { address: '10.1.3.20' }, remote: { address: '10.1.4.20' } } },
  ]);
});

// D-CT: TCP five days, UDP 180 s, others 600 s; a load balancer forgets UDP after 120 s (D-NLB).
test.each([
  ['tcp', 432_000],
  ['udp', 180],
  ['icmp', 600],
] as const)('a tracked flow lives on when its rule has gone: %s %i s', (protocol, lifeSeconds) => {
  const openedIn = buildWorld(worldFile('two-zones'));
  const world = buildWorld(worldFile('two-zones'), {
    securityGroups: { 'sg-red-default': { inbound: [], outbound: [] } },
    conditions: { idleSeconds: 100 },
  });
  const exchange = traceExchange(world, { from: 'i-app-a', to: 'i-app-b', protocol, continues: true }, { openedIn });
  const [near, far] = ['10.1.3.20', '10.1.4.20'];
  expect(flowTablesAt(world, exchange, listTaps(exchange.request)).tracked).toMatchObject([
    { flow: { protocol, local: { address: near }, remote: { address: far } }, state: 'stands', lifeSeconds },
    { flow: { protocol, local: { address: far }, remote: { address: near } }, state: 'stands', lifeSeconds },
  ]);
});

test('a load balancer forgets a UDP flow after 120 s', () => {
  const world = buildWorld(worldFile('load-balancer'), {
    gateways: {
      'nlb-1': { listeners: [{ id: 'listener-1', protocol: 'UDP', port: 443, targetGroupId: 'tg-web' }] },
      'tg-web': { protocol: 'UDP' },
    },
    securityGroups: { 'sg-web': { inbound: [{ protocol: 'udp', peer: '0.0.0.0/0' }] } },
    conditions: { idleSeconds: 120 },
  });
  const exchange = traceExchange(world, { from: 'client', to: '203.0.113.80', protocol: 'udp' });
  expect(flowTablesAt(world, exchange, []).balanced).toMatchObject([{ state: 'forgotten', lifeSeconds: 120 }]);
});

describe('a NAT forgets a flow (D-NATT)', () => {
  const natInstance: Part = {
    gateways: { 'nat-1': undefined },
    networkInterfaces: {
      'eni-nat': { managedBy: undefined, instanceId: 'i-nat', sourceDestCheck: false, groups: ['sg-nat'] },
    },
    instances: { 'i-nat': { hostId: 'host-b', forwarding: 'nat' } },
    routeTables: { 'rtb-p': { routes: [{ destination: '0.0.0.0/0', target: 'eni-nat' }] } },
    securityGroups: {
      'sg-nat': { vpcId: 'vpc-red', inbound: [{ peer: '10.0.0.0/16' }], outbound: [{ peer: '0.0.0.0/0' }] },
    },
  };
  const app: Probe = { from: 'i-app', to: 'client' };

  test.each<[string, string, Part, Probe, string]>([
    ['a gateway’s after 350 s', 'nat', {}, app, 'nat-1 forgotten 350'],
    ['an instance’s only as a host does (inferred)', 'nat', natInstance, app, 'i-nat stands 432000'],
    ['so that of a company’s router (inferred)', 'vpn', {}, { from: 'hq', to: 'client' }, 'site-hq stands 432000'],
    ['a regional gateway’s after 350 s', 'regional-nat', {}, { from: 'i-app-a', to: 'client' }, 'nat-r forgotten 350'],
  ])('%s', (_what, name, change, probe, expected) => {
    const world = buildWorld(worldFile(name), change, { conditions: { idleSeconds: 350 } });
    const exchange = traceExchange(world, probe);
    const rows = flowTablesAt(world, exchange, []).nat;
    expect(rows.map(({ flow, state, lifeSeconds }) => `${flow.owner} ${state} ${lifeSeconds}`)).toEqual([expected]);
    expect(exchange.outcome).toBe(expected.includes('forgotten') ? 'dropped' : 'conversed');
  });
});
