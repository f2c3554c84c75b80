import type { World } from '../../cloud/world.ts';
import { memoByIdentity } from '../../memo.ts';
import type { Catalog } from '../../text/catalog.ts';
import { describeId } from '../labels.ts';
import { type Border, type Line, line, span } from '../lines.ts';
import { listMapNodes } from '../map/map-nodes.ts';
import { drawTable } from './draw-tables.ts';

/** What can be looked at, in reading order. */
export const listThings = memoByIdentity((world: World): readonly string[] => listMapNodes(world).map(({ id }) => id));

export function drawThing(world: World, id: string, catalog: Catalog, border: Border): readonly Line[] {
  if (Object.hasOwn(world.routeTables, id)) return drawTable(world, id, catalog, border);
  const known = describeId(catalog, world, id);
  return known ? [line(' ', span(known))] : [];
}
