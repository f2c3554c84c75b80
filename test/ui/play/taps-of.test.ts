// Where a goal's packet failed: x leads there.

import { expect, test } from 'vitest';
import { tapsOf } from '../../../src/dataplane/taps.ts';
import { traceExchange } from '../../../src/dataplane/trace.ts';
import type { GoalResult } from '../../../src/levels/judge.ts';
import { failingTap } from '../../../src/ui/play/taps-of.ts';
import { readFixture } from '../../game/first-road.ts';
import { buildWorld, worldFile } from '../../worlds/build.ts';

const goal = readFixture().goals[0]!;
const world = buildWorld(worldFile('two-zones'));
const exchange = traceExchange(world, { from: 'i-app-b', to: 'client' });
const { request, reply } = tapsOf(exchange);
const result = (more: Partial<GoalResult>): GoalResult => ({ goal, met: false, exchange, ...more });

test('a packet that died failed where it died, also on its way back', () => {
  const lost = traceExchange(buildWorld(worldFile('two-zones'), { gateways: { 'igw-1': { vpcId: undefined } } }), {
    from: 'i-app-b',
    to: 'client',
  });
  const taps = tapsOf(lost);
  expect(failingTap(result({ exchange: lost, code: lost.request.fault?.code ?? '' }))).toBe(taps.request.length - 1);
});

test('one that got through and must not failed where it arrived', () => {
  expect(failingTap(result({ code: 'EXPOSED' }))).toBe(request.length - 1);
});

test('one that went another way failed where it first left the one asked for', () => {
  const at = failingTap(result({ code: 'WRONG_PATH', at: 'nat-a' })) as number;
  expect([...request, ...reply][at]?.node).toBe('nat-a');
});

test('one that did what it should has failed nowhere', () => {
  expect(failingTap(result({ met: true }))).toBeUndefined();
});
