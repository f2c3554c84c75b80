import { describe, expect, test } from 'vitest';
import type { Frame } from '../../src/cloud/world.ts';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { judge } from '../../src/levels/judge.ts';
import type { Level } from '../../src/levels/level.ts';
import { proveIndex, proveLevel } from '../../src/levels/prove.ts';
import { readOrder } from '../../src/levels/reading.ts';
import { LANGUAGES } from '../../src/text/catalog.ts';

function readLevel(position: string): Level {
  const library = builtInLibrary();
  const level = library.level(library.find(position)?.id ?? position);
  if (!level.ok) throw new Error(`level ${position} does not read`);
  return level.value;
}

describe('every level of the game keeps the contract', () => {
  test('the index, the order of concepts and the chapters’ words', () => {
    expect(proveIndex(builtInLibrary())).toEqual([]);
  });

  test.each(builtInLibrary().entries.map(({ position, id }) => [position, id]))('%s %s', (_position, id) => {
    const { problems, answers, bestKnown, faults } = proveLevel(builtInLibrary(), id, LANGUAGES);
    expect(problems).toEqual([]);
    if (!bestKnown && !faults) expect(answers, 'the search at par was not cut off').toBeGreaterThan(0);
  });

  test('the first evening has at least sixteen levels', () => {
    expect(builtInLibrary().entries.length).toBeGreaterThanOrEqual(16);
  });
});

describe('signature levels', () => {
  test('2.7 lists all three missing things in its first report, whichever way one asks', () => {
    const { start, goals, par } = readLevel('2.7');
    const findings = (id: string) =>
      goals.flatMap((goal) => (goal.id === id && 'probe' in goal ? diagnose(start, goal.probe) : []));
    expect(findings('out').map(({ code, at, direction }) => [direction, code, at])).toEqual([
      ['request', 'NO_ROUTE_TO_DESTINATION', 'rtb-edge'],
      ['request', 'BAD_STATE_ATTACHMENT', 'igw-1'],
      ['request', 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS', 'igw-1'],
    ]);
    expect(findings('in').map(({ code, direction }) => [direction, code])).toEqual([
      ['request', 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS'],
      ['request', 'BAD_STATE_ATTACHMENT'],
      ['reply', 'NO_ROUTE_TO_DESTINATION'],
    ]);
    expect(par).toBe(3);
  });

  test.each(['2.2', '2.4', '2.7'])('%s uses the article’s addresses', (position) => {
    const { start } = readLevel(position);
    const inside = Object.values(start.networkInterfaces).flatMap(({ addresses }) => addresses);
    expect(inside).toContainEqual({ address: '10.1.0.5' });
    expect(Object.values(start.elasticIps).map(({ publicIp }) => publicIp)).toContain('52.0.0.9');
    expect(Object.values(start.internet).map(({ address }) => address)).toContain('8.8.8.8');
  });

  test('1.5’s forged frame has perfect inner headers; only its physical source gives it away', () => {
    const { start, goals } = readLevel('1.5');
    const forged = goals.flatMap((goal) => (goal.expect === 'not-deliver' ? [goal.probe.from] : []));
    const [{ fromHost, ...inner }] = forged.map((id) => start.frames[id] as Frame) as [Frame];
    const twin = Object.values(start.frames).find((frame) => frame.fromHost !== fromHost);
    expect(twin).toEqual({ ...inner, fromHost: 'host-a' });
    expect(Object.values(start.frames).filter((frame) => frame.fromHost === fromHost)).toHaveLength(2);
  });

  test('2.4 reads both orders from the packet, and two tiles of each puzzle are false', () => {
    const { start, puzzles } = readLevel('2.4');
    const orders = puzzles.map((puzzle) => [readOrder(start, puzzle), puzzle.tiles.length]);
    expect(orders).toEqual([
      [['out-table', 'out-mapping', 'out-wrap', 'out-strip', 'out-swap', 'out-deliver'], 8],
      [['back-swap', 'back-mapping', 'back-wrap', 'back-unwrap', 'back-deliver'], 7],
    ]);
  });

  test('2.5 works today, and not after the restart', () => {
    const level = readLevel('2.5');
    const met = judge(level, level.start).goals.map((result) => [result.goal.id, result.met]);
    expect(met).toEqual([
      ['today', true],
      ['tomorrow', false],
    ]);
  });

  test('5.6 names in its first report what is missing on either side of the wire', () => {
    const { start, goals } = readLevel('5.6');
    const findings = (id: string) =>
      goals.flatMap((goal) => (goal.id === id && 'probe' in goal ? diagnose(start, goal.probe) : []));
    expect(findings('db2-to-hq').map(({ code, at, direction }) => [direction, code, at])).toEqual([
      ['request', 'NO_ROUTE_TO_DESTINATION', 'rtb-db'],
      ['reply', 'ONPREM_NO_RETURN', 'site-hq'],
    ]);
  });

  test('2.1 is won by its first and only edit', () => {
    const { par, tools } = readLevel('2.1');
    expect(par).toBe(1);
    expect(tools[0]?.name).toBe('CreateRoute');
  });
});
