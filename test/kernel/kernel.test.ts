import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { buildWorld, worldFile } from '../worlds/build.ts';
import { planWorld } from './plan.ts';
import { listQuestions } from './probes.ts';
import { randomWorld } from './random-world.ts';
import { outOfScope } from './scope.ts';
import { shrinkWorld } from './shrink.ts';
import { tellWorld } from './story.ts';

// The parts of the suite that need no kernel. What it finds there is `npm run test:kernel`.

test('the same seed gives the same world, and every seed gives one', () => {
  for (let seed = 0; seed < 60; seed++) expect(randomWorld(seed)).toEqual(randomWorld(seed));
});

test('random worlds stay within what the kernel stands in for', () => {
  for (let seed = 0; seed < 60; seed++) expect(outOfScope(randomWorld(seed))).toBeUndefined();
});

describe('a world with what the kernel has no counterpart of is left out, and the reason is said', () => {
  test.each([
    ['gateway-endpoint', 'a gateway-endpoint'],
    ['vpn', 'a vpn-gateway'],
    ['edge-table', 'an edge route table'],
    ['nat', undefined],
    ['peering', undefined],
  ])('%s', (name, reason) => {
    expect(outOfScope(buildWorld(worldFile(name)))).toBe(reason);
  });
});

test('no two questions share a flow, and nobody asks itself', () => {
  const questions = listQuestions(buildWorld(worldFile('nat')));
  expect(new Set(questions.map(({ sourcePort }) => sourcePort)).size).toBe(questions.length);
  expect(questions.filter(({ source, to }) => source === to)).toEqual([]);
});

test('a world shrinks to the one thing that shows it', async () => {
  const world = buildWorld(worldFile('nat'));
  const smallest = await shrinkWorld(
    world,
    async ({ gateways }) => gateways['igw-1']?.vpcId !== undefined,
    Number.POSITIVE_INFINITY,
  );
  expect(Object.keys(smallest.gateways)).toEqual(['igw-1']);
  expect([smallest.instances, smallest.networkInterfaces, smallest.subnets]).toEqual([{}, {}, {}]);
});

test('the world that is printed reads as the world that was meant', () => {
  const world = randomWorld(7);
  expect(readWorld(parse(tellWorld(world)))).toEqual({ ok: true, value: world });
});

test('the article’s flow is a wrap, a mapping and a swap', () => {
  const { stations } = planWorld(buildWorld(worldFile('article')), []);
  const station = (name: string) => stations.find((each) => each.name === name);
  expect(station('host host-a')?.ip).toContain('route add 0.0.0.0/0 via 169.254.100.1 dev vx1 onlink table 1001');
  expect(station('blackfoot')?.ip).toContain('route add 10.1.0.5 dev vx1 table 101');
  expect(station('blackfoot')?.nft.join('')).toContain('ip saddr set ip saddr map { 10.1.0.5 : 52.0.0.9 }');
});
