// One thing of the map as its console page would tell it: facts, and the route table that packets from there go by.

import type { World } from '../../cloud/world.ts';
import { memoByIdentity } from '../../memo.ts';
import type { Catalog } from '../../text/catalog.ts';
import { columns } from '../../text/columns.ts';
import { type Border, beside, type Line, line, lineColumns, span } from '../lines.ts';
import { describeThing, drawFacts } from '../map/describe-thing.ts';
import { listMapNodes } from '../map/map-nodes.ts';
import { drawTable, type Room } from './draw-tables.ts';

/** What can be looked at, in reading order. */
export function listThings(world: World, start: World = world): readonly string[] {
  return thingsByStart(start)(world);
}

const thingsByStart = memoByIdentity((start: World) =>
  memoByIdentity((world: World): readonly string[] => listMapNodes(world, undefined, start).map(({ id }) => id)),
);

export function drawThing(
  world: World,
  id: string,
  catalog: Catalog,
  border: Border,
  room: Room,
  before?: World,
): readonly Line[] {
  if (Object.hasOwn(world.routeTables, id)) return drawTable(world, id, catalog, border, before);
  const thing = describeThing(world, id, catalog.map);
  const facts = drawFacts(thing, catalog.map);
  const table = thing.routeTableId ? drawTable(world, thing.routeTableId, catalog, border, before) : [];
  if (facts.length + table.length <= room.height) return [...facts, ...table];
  return (
    inColumns(
      [facts, table].filter(({ length }) => length > 0),
      room,
    ) ??
    inColumns(halves(facts), room) ??
    facts
  );
}

function halves(lines: readonly Line[]): readonly (readonly Line[])[] {
  const middle = Math.ceil(lines.length / 2);
  return [lines.slice(0, middle), lines.slice(middle)];
}

/** Blocks side by side; undefined where the room is too narrow or too low. */
function inColumns(blocks: readonly (readonly Line[])[], { width, height }: Room): readonly Line[] | undefined {
  const widths = blocks.map((block) => Math.max(...block.map(lineColumns)) + 2);
  const needed = widths.reduce((sum, one) => sum + one, 0) - 2;
  if (needed > width || blocks.some(({ length }) => length > height)) return undefined;
  return beside(...blocks.map((lines, index) => ({ lines, width: widths[index] as number })));
}

/** A thing's title: its id, and its name where that is another. */
export function titleThing(world: World, id: string, catalog: Catalog): Line {
  const { name } = describeThing(world, id, catalog.map);
  return name === id || columns(name) === 0
    ? line(span(id, 'heading'))
    : line(span(name, 'heading'), span(`  ${id}`, 'dim'));
}
