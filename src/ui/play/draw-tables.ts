// Every route table of a World in one pane, in columns where they fit.

import { associationsOf, isMainTable } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import type { Catalog } from '../../text/catalog.ts';
import { type Border, beside, type Line, line, lineColumns, span } from '../lines.ts';
import { changedIds } from '../map/changes.ts';
import { drawRoutes } from '../map/draw-route-table.ts';
import { glyphsOf } from '../map/glyphs.ts';
import { routeRows } from '../map/route-rows.ts';

export interface Room {
  readonly width: number;
  readonly height: number;
}

export function drawTables(
  world: World,
  catalog: Catalog,
  border: Border,
  { width, height }: Room,
  before?: World,
): readonly Line[] {
  const blocks = Object.keys(world.routeTables).map((id) => drawTable(world, id, catalog, border, before));
  const stacked = blocks.flat();
  if (stacked.length <= height) return stacked;
  const widest = Math.max(...blocks.flat().map(lineColumns)) + 2;
  const columns = Math.max(1, Math.floor(width / Math.min(widest, width)));
  return beside(...dealOut(blocks, columns).map((lines) => ({ lines, width: Math.floor(width / columns) })));
}

/** With the network before the last edit: what that has changed is marked. */
export function drawTable(world: World, id: string, catalog: Catalog, border: Border, before?: World): readonly Line[] {
  const users = associationsOf(world, id).flatMap(([, { subnetId, gatewayId }]) => subnetId ?? gatewayId ?? []);
  const main = isMainTable(world, id) ? [catalog.map.main] : [];
  const used = [...main, ...users].join(', ') || catalog.map.unused;
  const glyphs = glyphsOf(border);
  const isChanged = before !== undefined && changedIds(before, world).includes(id);
  const sign = isChanged ? span(glyphs.changed, 'packet') : span(' ');
  const title = line(sign, span(id, 'vpc'), span(`  ${used}`, 'dim'));
  return [title, ...drawRoutes(routeRows(world, id, { before }), catalog.map, glyphs).map((row) => line(' ', ...row))];
}

/** Blocks into columns, each block to the shortest column so far. */
function dealOut(blocks: readonly (readonly Line[])[], columns: number): readonly (readonly Line[])[] {
  const dealt: Line[][] = Array.from({ length: columns }, () => []);
  for (const block of blocks) {
    const shortest = dealt.reduce((a, b) => (b.length < a.length ? b : a));
    shortest.push(...block);
  }
  return dealt;
}
