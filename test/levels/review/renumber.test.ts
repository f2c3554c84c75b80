import { describe, expect, test } from 'vitest';
import { readWorld } from '../../../src/dataplane/read-world.ts';
import { builtInLibrary } from '../../../src/levels/built-in.ts';
import { listRenumbered } from '../../../src/levels/review/renumber.ts';
import { isOk } from '../../game/first-road.ts';

const library = builtInLibrary();
const startOf = (id: string) => isOk(library.level(id)).start;

describe('a network whose VPCs share a block', () => {
  // same-number-twice states a row of the mapping that is missing (null).
  test.each(['publish-dont-peer', 'same-number-twice'])('has one of them moved aside, and is a World: %s', (id) => {
    const start = startOf(id);
    const renumbered = listRenumbered(start);
    expect(renumbered).toHaveLength(2);
    for (const world of renumbered) {
      expect(isOk(readWorld(JSON.parse(JSON.stringify(world))))).toBeDefined();
      const blocks = Object.values(world.vpcs).map(({ cidrs }) => cidrs[0]);
      expect(new Set(blocks).size).toBe(2);
      expect(listRenumbered(world)).toEqual([]);
    }
  });

  test('keeps the other as it was', () => {
    const [world] = listRenumbered(startOf('publish-dont-peer'));
    expect(world?.vpcs['vpc-shop']?.cidrs).toEqual(['10.100.0.0/16']);
    expect(world?.networkInterfaces['eni-app']?.addresses[0]?.address).toBe('10.100.2.20');
    expect(world?.networkInterfaces['eni-pay']?.addresses[0]?.address).toBe('10.0.8.30');
  });
});

test('where no two overlap, nothing is moved', () => {
  expect(listRenumbered(startOf('unused-gate'))).toEqual([]);
});
