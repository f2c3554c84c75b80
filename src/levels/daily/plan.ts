// What is drawn for a puzzle: how much is in it, by the day of the week, then the regions and what has gone wrong in them.

import type { Chance } from './chance.ts';
import { weekdayOf } from './date.ts';
import type { Mishap, Region } from './region.ts';
import { GROUND, REGIONS } from './regions/registry.ts';
import { drawSetting, type Setting } from './setting.ts';

export interface Plan {
  readonly regions: number;
  readonly moves: number;
  /** Goals that forbid something. */
  readonly forbidden: number;
  /** Tools for what has not gone wrong. */
  readonly decoys: number;
}

/** From Sunday: Monday is the easiest, the weekend has time. */
const WEEK: readonly (readonly Plan[])[] = [
  [
    { regions: 3, moves: 4, forbidden: 2, decoys: 0 },
    { regions: 3, moves: 5, forbidden: 1, decoys: 0 },
  ],
  [{ regions: 1, moves: 1, forbidden: 1, decoys: 2 }],
  [
    { regions: 2, moves: 1, forbidden: 1, decoys: 3 },
    { regions: 2, moves: 2, forbidden: 1, decoys: 2 },
  ],
  [{ regions: 2, moves: 2, forbidden: 2, decoys: 2 }],
  [
    { regions: 2, moves: 2, forbidden: 2, decoys: 2 },
    { regions: 2, moves: 3, forbidden: 1, decoys: 1 },
  ],
  [{ regions: 2, moves: 3, forbidden: 2, decoys: 1 }],
  [
    { regions: 3, moves: 3, forbidden: 2, decoys: 1 },
    { regions: 3, moves: 4, forbidden: 1, decoys: 0 },
  ],
];

export function planOf(date: string, chance: Chance): Plan {
  return chance.pick(WEEK[weekdayOf(date)]!);
}

export interface Drawn {
  readonly setting: Setting;
  readonly regions: readonly Region[];
  readonly mishaps: readonly Mishap[];
  /** What might have gone wrong as well; the player cannot know. */
  readonly decoys: readonly Mishap[];
}

/** The ground has more mishaps than any region; so many of them are drawn from. */
const OF_THE_GROUND = 3;

/** Undefined where what was drawn does not add up to the plan's moves. */
export function draw(chance: Chance, plan: Plan): Drawn | undefined {
  const setting = drawSetting(chance);
  const chosen = chance.shuffle(REGIONS).slice(0, plan.regions);
  const regions = [GROUND, ...REGIONS.filter((region) => chosen.includes(region))];
  const pool = [
    ...chance.shuffle(GROUND.mishaps).slice(0, OF_THE_GROUND),
    ...chosen.flatMap((region) => region.mishaps),
  ];
  const mishaps: Mishap[] = [];
  const decoys: Mishap[] = [];
  let left = plan.moves;
  for (const mishap of chance.shuffle(pool)) {
    if ([...mishaps, ...decoys].some((other) => clash(mishap, other, setting))) continue;
    const cost = mishap.repair(setting).length;
    if (cost <= left) mishaps.push(mishap);
    else if (decoys.length < plan.decoys) decoys.push(mishap);
    left -= mishaps.includes(mishap) ? cost : 0;
  }
  return left === 0 ? { setting, regions, mishaps, decoys } : undefined;
}

/** Two mishaps neither spoil one thing nor are mended by one operation: the menu would offer every mixture of the two. */
function clash(one: Mishap, other: Mishap, setting: Setting): boolean {
  const operations = new Set(Object.keys(one.tools(setting)));
  return one.spot === other.spot || Object.keys(other.tools(setting)).some((name) => operations.has(name));
}
