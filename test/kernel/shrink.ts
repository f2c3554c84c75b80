// The smallest world that still shows a disagreement: whatever can be taken away is, from whole things to single words.

import type { World } from '../../src/cloud/world.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';

export type Json = { [key: string]: unknown } | unknown[];
export type Path = readonly (string | number)[];

/** `shows` says whether a world still does; it is asked again and again until `deadline`, in milliseconds since the epoch. */
export async function shrinkWorld(
  world: World,
  shows: (smaller: World) => Promise<boolean>,
  deadline: number,
): Promise<World> {
  let smallest = world;
  for (let depth = 2; depth <= 6; depth++) {
    for (const path of pathsOf(smallest as unknown as Json, depth).reverse()) {
      if (Date.now() > deadline) return smallest;
      for (const smaller of [withoutReferrers(smallest, path), without(smallest, path)])
        if (smaller && (await shows(smaller))) {
          smallest = smaller;
          break;
        }
    }
  }
  return smallest;
}

/** Where something could be taken away: the keys and places at one depth. */
export function pathsOf(node: Json, depth: number, above: Path = []): Path[] {
  return Object.entries(node).flatMap(([key, value]) => {
    const path = [...above, Array.isArray(node) ? Number(key) : key];
    if (path.length === depth) return [path];
    return typeof value === 'object' && value !== null ? pathsOf(value as Json, depth, path) : [];
  });
}

function without(world: World, path: Path): World | undefined {
  return readSmaller(world, take(world as unknown as Json, path));
}

/** Without a whole thing and every thing that names it: two that name each other go together or not at all. */
function withoutReferrers(world: World, path: Path): World | undefined {
  const [record, id] = path;
  if (path.length !== 2 || Array.isArray(world[record as keyof World])) return undefined;
  const copy = structuredClone(world) as unknown as Record<string, Record<string, unknown>>;
  const names = (value: unknown) => JSON.stringify(value).includes(`"${id}"`);
  for (const things of Object.values(copy))
    for (const [key, thing] of Object.entries(things)) if (key === id || names(thing)) delete things[key];
  return readSmaller(world, copy);
}

function readSmaller(world: World, smaller: Json | undefined): World | undefined {
  const read = smaller && readWorld(smaller);
  return read?.ok && JSON.stringify(read.value) !== JSON.stringify(world) ? read.value : undefined;
}

/** A copy with one place taken out; undefined when there is no such place. */
export function take(whole: Json, path: Path): Json | undefined {
  const copy = structuredClone(whole);
  let node: Json | undefined = copy;
  for (const key of path.slice(0, -1)) node = (node as Record<string | number, Json> | undefined)?.[key];
  const last = path.at(-1) as string | number;
  if (typeof node !== 'object' || node === null) return undefined;
  if (Array.isArray(node)) node.splice(last as number, 1);
  else delete node[last];
  return copy;
}
