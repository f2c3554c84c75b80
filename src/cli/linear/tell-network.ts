// The network in words: each thing with what it is set to, in the order in which the map shows them, and the rows of its tables.

import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import type { Catalog } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';
import { describeThing } from '../../ui/map/describe-thing.ts';
import { routeRows } from '../../ui/map/route-rows.ts';
import { listThings } from '../../ui/play/draw-thing.ts';

export function tellNetwork(world: World, start: World, catalog: Catalog): readonly string[] {
  return listThings(world, start).flatMap((id) => tellThing(world, id, catalog));
}

/** A thing by its id, or by what its machine is called. */
export function findThing(world: World, start: World, word: string): string | undefined {
  const things = listThings(world, start);
  return things.find((id) => id === word) ?? things.find((id) => displayName(world, id) === word);
}

export function tellThing(world: World, id: string, catalog: Catalog): readonly string[] {
  const { name, facts } = describeThing(world, id, catalog.map);
  const { free, detached } = catalog.map;
  // These say enough without what they are the lack of.
  const told = facts.map(({ label, value }) =>
    value === free || value === detached ? value : `${catalog.map[label]}: ${value}`,
  );
  const title = name === id ? id : `${name} (${id})`;
  const isTable = Object.hasOwn(world.routeTables, id);
  return [
    told.length > 0 ? `${title}, ${told.join('; ')}.` : fillMessage(catalog.linear['thing.bare'], { name: title }),
    ...(isTable ? tellRows(world, id, catalog) : []),
  ];
}

function tellRows(world: World, tableId: string, { map }: Catalog): readonly string[] {
  const rows = routeRows(world, tableId).map(({ destination, target, state, code, propagated }) => {
    const marks = [map[state], ...(code ? [code] : []), ...(propagated ? [map.propagated] : [])];
    return `  ${destination} → ${target}, ${marks.join(', ')}`;
  });
  return rows.length > 0 ? rows : [`  ${map.noRoutes}`];
}
