import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../src/control/command.ts';
import type { Operation } from '../../src/control/operation.ts';
import { splitWords } from '../../src/control/words.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { judge } from '../../src/levels/judge.ts';
import type { Level, Reading } from '../../src/levels/level.ts';
import { readAnswer } from '../../src/levels/reading.ts';
import { replay } from '../../src/levels/replay.ts';
import { buildWorld, worldFile } from '../worlds/build.ts';
import { makeLevel } from './fixture.ts';

function command(line: string): Operation {
  const words = splitWords(line);
  const parsed = words.ok ? parseCommand(words.value) : undefined;
  if (!parsed?.ok) throw new Error(line);
  return parsed.value.operation;
}

/** A level of the two-zones world with one goal behind one event. */
function levelWith(probe: object, event: readonly string[]): Level {
  const goal = { id: 'later', expect: 'converse', probe, through: [], avoids: [], after: 'event' };
  return {
    ...makeLevel(() => {}),
    start: buildWorld(worldFile('two-zones')),
    goals: [goal] as unknown as Level['goals'],
    events: { event: event.map(command) },
  };
}

function codeOf(level: Level, ...edits: readonly string[]): string {
  const { world, refusal } = replay(level.start, edits.map(command));
  if (refusal) throw new Error(refusal.message);
  return judge(level, world).goals[0]?.code ?? 'met';
}

const probe = { from: 'i-app-b', to: 'client' };

describe('a goal behind an event', () => {
  const afterIdle = levelWith(probe, ['lab wait --seconds 400']);

  test.each<[string, readonly string[]]>([
    ['NAT_IDLE_EXPIRED', []],
    ['met', ['lab set-keep-alive --machine i-app-b --seconds 300']],
    ['NAT_IDLE_EXPIRED', ['lab set-keep-alive --machine i-app-b --seconds 600']],
  ])('time without a packet: %s after %j', (code, edits) => {
    expect(codeOf(afterIdle, ...edits)).toBe(code);
  });

  test('its connection was opened before: a tracked flow outlives its rule', () => {
    const revoke = 'aws ec2 revoke-security-group-egress --group-id sg-red-default --protocol -1 --cidr 0.0.0.0/0';
    expect(codeOf(levelWith({ ...probe, continues: true }, [revoke]))).toBe('met');
    expect(codeOf(levelWith(probe, [revoke]))).toBe('SG_HAS_NO_RULES');
  });

  test('a lost zone takes the flows of its NAT gateway along', () => {
    const moved = [
      'lab lose-zone --zone us-east-1a',
      'aws ec2 replace-route --route-table-id rtb-app --destination-cidr-block 0.0.0.0/0 --nat-gateway-id nat-b',
    ];
    expect(codeOf(levelWith(probe, moved)), 'a new connection').toBe('met');
    expect(codeOf(levelWith({ ...probe, continues: true }, moved)), 'the old one').toBe('NAT_FLOW_UNKNOWN');
  });
});

describe('how many flows fail', () => {
  const reads = (flow: number, to = 'client'): Reading => ({
    probe: { from: 'i-app-b', to, flow },
    direction: 'request',
    when: 'after',
    field: 'failing-flows',
  });
  const oneAddress = buildWorld(worldFile('two-zones'), { elasticIps: { 'eipalloc-nat-a2': undefined } });

  test.each([
    [70_000, '15000'],
    [55_000, '0'],
    [1, '0'],
  ])('of %i on one address: %s', (flow, failing) => {
    expect(readAnswer(oneAddress, reads(flow))).toBe(failing);
  });

  test('a second address takes them', () => {
    expect(readAnswer(buildWorld(worldFile('two-zones')), reads(70_000))).toBe('0');
  });

  test('each by itself, where a load balancer sends some of them back to their sender (D-NLB)', () => {
    const world = buildWorld(worldFile('load-balancer'));
    const probe = { from: 'i-web-1', to: '10.1.1.80', flow: 21 };
    expect(traceExchange(world, { ...probe, flow: 1 }).request.fault?.code).toBe('NLB_HAIRPIN');
    expect(readAnswer(world, { ...reads(0), probe })).toBe('11');
  });

  test('all of them, where the way is shut', () => {
    const shut = buildWorld(worldFile('two-zones'), { routeTables: { 'rtb-app': { routes: [] } } });
    expect(readAnswer(shut, reads(70_000))).toBe('70000');
  });
});
