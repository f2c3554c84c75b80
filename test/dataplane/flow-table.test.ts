import { expect, test } from 'vitest';
import { type FlowRow, flowTablesAt } from '../../src/dataplane/flow-table.ts';
import type { NatFlow } from '../../src/dataplane/step.ts';
import { listTaps } from '../../src/dataplane/taps.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, worldFile } from '../worlds/build.ts';

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
