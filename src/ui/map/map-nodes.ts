// The things that a cursor can stand on, in reading order, and where they are on a drawn map.

import type { World } from '../../cloud/world.ts';
import { columns } from '../../text/columns.ts';
import type { Line } from '../lines.ts';
import type { ThingSpan } from './pen.ts';
import { type Scene, sceneOf, type VpcScene } from './scene.ts';

export interface MapNode {
  readonly id: string;
  readonly label: string;
  /** Where it stands, when a drawn map was given and it is on it. */
  readonly row?: number;
  readonly column?: number;
}

export function listMapNodes(world: World, drawn?: readonly Line[], start: World = world): readonly MapNode[] {
  const places = drawn ? locateThings(drawn) : new Map<string, Place>();
  const seen = new Set<string>();
  const nodes = nodesOf(sceneOf(world, start)).filter(({ id }) => id !== '' && !seen.has(id) && seen.add(id));
  return nodes.map((node) => ({ ...node, ...places.get(node.id) }));
}

function nodesOf({ vpcs, outside, joins, sites, loose, free, hasInternet, substrate }: Scene): readonly MapNode[] {
  return [
    ...vpcs.flatMap(nodesOfVpc),
    ...loose.map(({ id }) => ({ id, label: id })),
    ...(hasInternet ? [{ id: 'internet', label: 'internet' }] : []),
    ...outside.map(({ id, name }) => ({ id, label: name })),
    ...joins.flatMap(({ id, tables }) => [{ id, label: id }, ...tables.map((each) => ({ id: each, label: each }))]),
    ...sites.flatMap(({ id, links, machines }) => [
      { id, label: id },
      ...links.map((link) => ({ id: link.id, label: link.id })),
      ...machines.map((machine) => ({ id: machine.id, label: machine.name })),
    ]),
    ...free.map(({ id, publicIp }) => ({ id, label: `${id} ${publicIp}` })),
    ...(substrate?.hosts ?? []).map(({ id }) => ({ id, label: id })),
    ...(substrate?.rows ?? []).map(({ id, vpc, address }) => ({ id, label: vpc ? `${vpc} ${address}` : address })),
    ...(substrate?.frames ?? []).map(({ id }) => ({ id, label: id })),
  ];
}

function nodesOfVpc({ id, subnets, unusedTables, edges }: VpcScene): readonly MapNode[] {
  return [
    { id, label: id },
    ...subnets.flatMap((subnet) => [
      { id: subnet.id, label: subnet.name },
      { id: subnet.tableId, label: subnet.tableId },
      ...subnet.rows.map((row) => ({ id: row.id, label: row.name })),
    ]),
    ...unusedTables.map((tableId) => ({ id: tableId, label: tableId })),
    ...edges.flatMap(({ id: edgeId, tableId }) => [
      { id: edgeId, label: edgeId },
      ...(tableId ? [{ id: tableId, label: tableId }] : []),
    ]),
  ];
}

/** The thing that is drawn at a place of the map. */
export function thingAtPlace(lines: readonly Line[], { row, column }: Place): string | undefined {
  let end = 0;
  for (const part of lines[row] ?? []) {
    end += columns(part.text);
    if (column < end) return (part as Partial<ThingSpan>).id;
  }
  return undefined;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** The first place of each thing that the lines show. */
function locateThings(lines: readonly Line[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  lines.forEach((line, row) => {
    let column = 0;
    for (const part of line) {
      const { id } = part as Partial<ThingSpan>;
      if (id !== undefined && !places.has(id)) places.set(id, { row, column });
      column += columns(part.text);
    }
  });
  return places;
}
