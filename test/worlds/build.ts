import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { formatProblem } from '../../src/cloud/check-world.ts';
import type { World } from '../../src/cloud/world.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';

type Json = null | undefined | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Part = { readonly [key: string]: Json };

/** A world of this folder, as its file states it. */
export function worldFile(name: string): Part {
  return parse(readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8')) as Part;
}

/** One World out of parts: records are merged, anything else is replaced, `undefined` takes a key away. */
export function buildWorld(...parts: readonly Part[]): World {
  const result = readWorld(mergeParts(...parts));
  if (result.ok) return result.value;
  throw new Error(result.error.map(formatProblem).join('\n'));
}

/** Parts as one input, unread. */
export function mergeParts(...parts: readonly Part[]): Part {
  return parts.reduce(merge, {});
}

function merge(base: Part, change: Part): Part {
  const merged: Record<string, Json> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) delete merged[key];
    else merged[key] = isRecord(merged[key]) && isRecord(value) ? merge(merged[key], value) : value;
  }
  return merged;
}

function isRecord(value: Json): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
