import { expect, test } from 'vitest';
import { type FlowRow, flowsAt } from '../../src/dataplane/flow-table.ts';
import { listTaps } from '../../src/dataplane/taps.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, worldFile } from '../worlds/build.ts';

const at = (idleSeconds: number, flow = 1) => {
  const world = buildWorld(worldFile('two-zones'), { conditions: { idleSeconds } });
  return traceExchange(world, { from: 'i-app-b', to: 'client', flow });
};
const show = ({ flow, state, idleSeconds }: FlowRow) =>
  `${flow.owner} ${flow.inside.address} ${flow.outside.address} ${state} ${idleSeconds}/350`;

test('a flow stands in no table before the packet has come to the NAT, and in one from there on', () => {
  const exchange = at(0);
  const taps = listTaps(exchange.request);
  const atNat = taps.findIndex(({ step }) => step.rule === 'nat-session');
  expect(flowsAt(exchange, 'request', atNat - 1)).toEqual([]);
  expect(flowsAt(exchange, 'request', atNat).map(show)).toEqual(['nat-a 10.1.4.20 10.1.1.50 opened 0/350']);
  expect(flowsAt(exchange, 'reply', 0).map(show)).toEqual(['nat-a 10.1.4.20 10.1.1.50 opened 0/350']);
});

test('a row ages while nothing is sent, and the next packet makes it young again', () => {
  const exchange = at(300);
  const last = listTaps(exchange.request).length - 1;
  expect(flowsAt(exchange, 'request', 0).map(show)).toEqual(['nat-a 10.1.4.20 10.1.1.50 stands 300/350']);
  expect(flowsAt(exchange, 'request', last).map(show)).toEqual(['nat-a 10.1.4.20 10.1.1.50 stands 0/350']);
});

test('a forgotten row is shown as such', () => {
  expect(flowsAt(at(400), 'request', 0).map(show)).toEqual(['nat-a 10.1.4.20 10.1.1.50 forgotten 400/350']);
});
