/**
 * Remembers what was derived from an object for as long as that object lives.
 * The last answer is kept at hand, because most questions are asked of the same object again.
 * Worlds share every part that an edit did not touch, so a table that is still the same object is never derived twice.
 */
export function memoByIdentity<K extends object, V>(derive: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  let lastKey: K | undefined;
  let last: V | undefined;
  return (key) => {
    if (key === lastKey) return last as V;
    let value = known.get(key);
    if (value === undefined) {
      value = derive(key);
      known.set(key, value);
    }
    lastKey = key;
    last = value;
    return value;
  };
}

/** How many different neighbours of one part are remembered: a search alternates between few. */
const REMEMBERED = 8;

/**
 * Remembers what was derived from some parts of a whole: asked again of a whole whose listed parts are all the same
 * objects, it answers from memory. The first part is the one that changes least.
 */
export function memoByParts<W extends object, V>(
  parts: readonly (keyof W)[],
  derive: (whole: W) => V,
): (whole: W) => V {
  const byFirstPart = new WeakMap<object, { readonly of: readonly unknown[]; readonly value: V }[]>();
  return memoByIdentity((whole: W) => {
    const of = parts.map((part) => whole[part]);
    const first = of[0] as object;
    const known = byFirstPart.get(first) ?? [];
    const hit = known.find((entry) => entry.of.every((part, index) => part === of[index]));
    if (hit) return hit.value;
    const value = derive(whole);
    byFirstPart.set(first, [{ of, value }, ...known].slice(0, REMEMBERED));
    return value;
  });
}
