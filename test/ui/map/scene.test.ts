import { expect, test } from 'vitest';
import { builtInLibrary } from '../../../src/levels/built-in.ts';
import { sceneOf } from '../../../src/ui/map/scene.ts';
import { buildWorld, worldFile } from '../../worlds/build.ts';

test('what stands in a lost zone says so, gateways and machines alike', () => {
  const world = buildWorld(worldFile('two-zones'), { conditions: { lostZones: ['us-east-1a'] } });
  const rows = sceneOf(world).vpcs.flatMap(({ subnets }) => subnets.flatMap((subnet) => subnet.rows));
  expect(rows.filter(({ notes }) => notes.includes('zoneLost')).map(({ id }) => id)).toEqual(['nat-a', 'i-app-a']);
});

test('a regional NAT gateway stands on the edge of its VPC, on Hyperplane, and its addresses are not idle', () => {
  const { vpcs, free } = sceneOf(buildWorld(worldFile('regional-nat')));
  expect(vpcs[0]?.edges.map(({ id, device }) => `${id} ${device}`)).toEqual(['igw-1 Blackfoot', 'nat-r Hyperplane']);
  expect(free).toEqual([]);
});

test('the hosts stay in sight when the last wrong row is mended, and are not shown where no level is about them', () => {
  const level = builtInLibrary().level('address-without-a-place');
  if (!level.ok) throw new Error('level 1.1 does not read');
  const { start } = level.value;
  const mended = { ...start, mapping: {} };
  expect(sceneOf(mended, start).substrate?.rows.map(({ address, device }) => `${address} ${device}`)).toEqual([
    '10.1.0.5 host-a',
    '10.1.0.7 host-c',
    '10.1.0.9 host-b',
  ]);
  expect(sceneOf(mended).substrate).toBeUndefined();
});
