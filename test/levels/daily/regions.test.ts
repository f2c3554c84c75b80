// What the puzzles are made of, each part tried for itself: networks that work, mishaps that break them, and repairs that mend them.

import { describe, expect, test } from 'vitest';
import { readWorld } from '../../../src/dataplane/read-world.ts';
import { buildHealthy, buildSpoiled } from '../../../src/levels/daily/build.ts';
import { chanceOf } from '../../../src/levels/daily/chance.ts';
import type { Mishap, Region } from '../../../src/levels/daily/region.ts';
import { GROUND, REGIONS } from '../../../src/levels/daily/regions/registry.ts';
import { drawSetting } from '../../../src/levels/daily/setting.ts';
import { judge } from '../../../src/levels/judge.ts';
import { parseLevel } from '../../../src/levels/parse.ts';
import { replay } from '../../../src/levels/replay.ts';
import { isAllowed } from '../../../src/levels/tools.ts';

const ALL = [GROUND, ...REGIONS];
const setting = drawSetting(chanceOf('a test'));

function levelOf(regions: readonly Region[], mishaps: readonly Mishap[]) {
  const drawn = { setting, regions, mishaps, decoys: [] };
  const goals = regions.flatMap((region) => region.goals(setting));
  const level = parseLevel({
    id: 'trial',
    world: buildSpoiled(drawn),
    tools: mishaps.flatMap((mishap) =>
      Object.entries(mishap.tools(setting)).map(([name, values]) => ({ [name]: values })),
    ),
    goals: goals.map(({ id, expect, probe, through }) => ({ id, expect, probe, ...(through && { through }) })),
    reference: mishaps.flatMap((mishap) => mishap.repair(setting)),
    par: mishaps.length,
    sources: ['D-RT'],
  });
  if (!level.ok) throw new Error(JSON.stringify(level.error));
  return level.value;
}

function failing(level: ReturnType<typeof levelOf>, world = level.start) {
  return judge(level, world).goals.flatMap(({ goal, met, code }) => (met ? [] : [`${goal.id}: ${code}`]));
}

describe('before anything has gone wrong', () => {
  const subsets = Array.from({ length: 2 ** REGIONS.length }, (_, bits) =>
    REGIONS.filter((_region, index) => bits & (1 << index)),
  );

  test.each(subsets.map((regions) => [regions.map(({ id }) => id).join(', ') || 'the ground alone', regions] as const))(
    '%s: every goal is met, whatever the names and addresses',
    (_, regions) => {
      expect(failing(levelOf([GROUND, ...regions], []))).toEqual([]);
      for (let number = 0; number < 5; number++) {
        const other = { setting: drawSetting(chanceOf(`setting ${number}`)), regions: [GROUND, ...regions] };
        const world = readWorld(buildHealthy(other));
        expect(world.ok ? [] : world.error).toEqual([]);
      }
    },
  );
});

const MISHAPS = ALL.flatMap((region) => region.mishaps.map((mishap) => [region.id, mishap.id, mishap] as const));

describe('each mishap', () => {
  test.each(MISHAPS)('%s, %s: breaks what should work, and its repair mends it', (region, _, mishap) => {
    const regions = [GROUND, ...REGIONS.filter(({ id }) => id === region)];
    const level = levelOf(regions, [mishap]);
    expect(failing(level)).not.toEqual([]);
    expect(failing(level).join()).not.toContain('EXPOSED');
    const { world, refusal } = replay(level.start, level.reference);
    expect(refusal).toBeUndefined();
    expect(failing(level, world)).toEqual([]);
  });

  test.each(MISHAPS)('%s, %s: its tools allow its repair', (region, _, mishap) => {
    const level = levelOf([GROUND, ...REGIONS.filter(({ id }) => id === region)], [mishap]);
    expect(level.reference.every((operation) => isAllowed(level.tools, operation))).toBe(true);
  });
});
