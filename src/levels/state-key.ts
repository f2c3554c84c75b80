// What a World says, as a short text: equal for Worlds that say the same. An edit leaves most of a World the same objects, so the text
// of each record is made once for as long as the record lives, and what stays is a number for each different text.

import type { World } from '../cloud/world.ts';
import { memoByIdentity } from '../memo.ts';

/**
 * Gives the key of a World among the Worlds asked about before. It does not see key order, the order of routes (a table is a set), the
 * counters for new ids, or the ids of associations: a replaced association has another id and says the same.
 */
export function makeStateKey(): (world: World) => string {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
  const keyOfRecord = memoByIdentity((record: object) => numberOf(writeRecord(record)));
  const keyOf = (value: unknown) => (isObject(value) ? keyOfRecord(value) : numberOf(JSON.stringify(value) ?? ''));
  const keyOfPart = memoByIdentity((part: object) =>
    numberOf(
      Object.keys(part)
        .sort()
        .map((id) => `${id}=${keyOf((part as Record<string, unknown>)[id])}`)
        .join(),
    ),
  );
  const keyOfAssociations = memoByIdentity((part: object) => numberOf(Object.values(part).map(keyOf).sort().join()));
  return (world) =>
    Object.keys(world)
      .sort()
      .flatMap((name) => {
        const part: unknown = world[name as keyof World];
        if (UNSAID.has(name) || !isObject(part)) return [];
        return `${name}${name === 'routeAssociations' ? keyOfAssociations(part) : keyOfPart(part)}`;
      })
      .join();
}

/** What only decides how the next new thing will be called. */
const UNSAID: ReadonlySet<string> = new Set(['issued', 'publicPool']);

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function writeRecord(record: object): string {
  return JSON.stringify(record, (key, value: unknown) => {
    if (key === 'routes' && Array.isArray(value)) return value.map((route) => writeRecord([route])).sort();
    if (key === 'association' && isObject(value)) return sortKeys({ ...value, id: undefined });
    return isObject(value) && !Array.isArray(value) ? sortKeys(value) : value;
  });
}

function sortKeys(record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
