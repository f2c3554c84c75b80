import { displayName } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import type { Level } from '../levels/level.ts';
import { listExposure } from '../levels/score.ts';
import type { Catalog } from '../text/catalog.ts';
import { fillMessage } from '../text/message.ts';

/** Who reaches whom though no goal asks for it, the first ones by name; undefined when nobody does. */
export function nameExposed(level: Level, world: World, { game }: Catalog, most: number): string | undefined {
  const exposed = listExposure(level, world);
  if (exposed.length === 0) return undefined;
  const named = exposed
    .slice(0, most)
    .map(({ from, to, traffic }) => `${displayName(world, from)} → ${displayName(world, to)} ${traffic}`);
  const more = exposed.length - named.length;
  return [...named, ...(more > 0 ? [fillMessage(game['menu.more'], { count: more })] : [])].join(', ');
}
