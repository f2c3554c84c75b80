// A longest-prefix table: the entry whose block is the longest that holds an address.
// One hash map for each length in use, longest first; a table has few lengths, so a look-up is a few hash probes.

import { type Address, type Ipv4, type Ipv6, ipv4ToNumber, ipv6ToBigInt, isIpv4 } from './address.ts';
import { type Cidr, maskNumber, splitCidr } from './cidr.ts';

export interface LongestPrefixTable<T> {
  /** The values of the longest block that holds the address, in the order they were given; undefined when none does. */
  find(address: Address): readonly T[] | undefined;
}

interface Level<K, T> {
  readonly length: number;
  readonly entries: Map<K, T[]>;
}

export function makeLongestPrefixTable<T>(entries: Iterable<readonly [Cidr, T]>): LongestPrefixTable<T> {
  const v4: Level<number, T>[] = [];
  const v6: Level<bigint, T>[] = [];
  for (const [cidr, value] of entries) {
    const { base, length } = splitCidr(cidr);
    if (isIpv4(base)) add(v4, length, ipv4ToNumber(base), value);
    else add(v6, length, ipv6ToBigInt(base as Ipv6) >> BigInt(128 - length), value);
  }
  return {
    find: (address) => (isIpv4(address) ? findIpv4(v4, address) : findIpv6(v6, address as Ipv6)),
  };
}

function add<K, T>(levels: Level<K, T>[], length: number, key: K, value: T): void {
  let level = levels.find((candidate) => candidate.length === length);
  if (!level) {
    level = { length, entries: new Map() };
    levels.push(level);
    levels.sort((a, b) => b.length - a.length);
  }
  const values = level.entries.get(key);
  if (values) values.push(value);
  else level.entries.set(key, [value]);
}

function findIpv4<T>(levels: readonly Level<number, T>[], address: Ipv4): readonly T[] | undefined {
  const bits = ipv4ToNumber(address);
  for (const { length, entries } of levels) {
    const values = entries.get(maskNumber(bits, length));
    if (values) return values;
  }
  return undefined;
}

function findIpv6<T>(levels: readonly Level<bigint, T>[], address: Ipv6): readonly T[] | undefined {
  const bits = ipv6ToBigInt(address);
  for (const { length, entries } of levels) {
    const values = entries.get(bits >> BigInt(128 - length));
    if (values) return values;
  }
  return undefined;
}
