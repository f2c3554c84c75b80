import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Address, ipv4FromNumber, ipv6FromBigInt, parseAddress } from '../../src/net/address.ts';
import { type Cidr, cidrContains, clearHostBits, splitCidr } from '../../src/net/cidr.ts';
import { makeLongestPrefixTable } from '../../src/net/longest-prefix.ts';

// Blocks and addresses from a small space, so that many of them meet.
const near4 = fc
  .tuple(fc.constantFrom(0x0a010000, 0x0a018000, 0xffffff00, 0), fc.integer({ min: 0, max: 511 }))
  .map(([base, low]) => ipv4FromNumber((base + low) >>> 0));
const near6 = fc.integer({ min: 0, max: 1023 }).map((low) => ipv6FromBigInt((0x20010db8n << 96n) | BigInt(low)));
const address: fc.Arbitrary<Address> = fc.oneof(near4, near6);
const cidr = fc
  .oneof(
    fc.tuple(near4, fc.constantFrom(0, 1, 8, 15, 16, 17, 24, 30, 31, 32)),
    fc.tuple(near6, fc.constantFrom(0, 3, 32, 64, 120, 127, 128)),
  )
  .map(([base, length]) => clearHostBits(`${base}/${length}`) as Cidr);

/** The definition: of the blocks that hold the address, those with the most bits. */
function naiveFind(entries: readonly (readonly [Cidr, number])[], wanted: Address): number[] | undefined {
  const holding = entries.filter(([block]) => cidrContains(block, wanted));
  const longest = Math.max(...holding.map(([block]) => splitCidr(block).length));
  return holding.length === 0
    ? undefined
    : holding.filter(([block]) => splitCidr(block).length === longest).map(([, value]) => value);
}

test('the table finds what the naive search finds', () => {
  fc.assert(
    fc.property(
      fc.array(cidr, { maxLength: 24 }),
      fc.array(address, { minLength: 1, maxLength: 8 }),
      (blocks, wanted) => {
        const entries = blocks.map((block, index) => [block, index] as const);
        const table = makeLongestPrefixTable(entries);
        for (const one of wanted) expect(table.find(one)).toEqual(naiveFind(entries, one));
      },
    ),
  );
});

test('an empty table finds nothing', () => {
  expect(makeLongestPrefixTable([]).find(parseAddress('10.1.0.5')!)).toBeUndefined();
});

test('a block that stands twice gives both values, in the order given', () => {
  const block = '10.1.0.0/16' as Cidr;
  expect(
    makeLongestPrefixTable([
      [block, 'first'],
      [block, 'second'],
    ]).find(parseAddress('10.1.0.5')!),
  ).toEqual(['first', 'second']);
});

test('0.0.0.0/0 holds all of IPv4 and none of IPv6', () => {
  const table = makeLongestPrefixTable([['0.0.0.0/0' as Cidr, 'v4']]);
  expect([table.find(parseAddress('255.255.255.255')!), table.find(parseAddress('::')!)]).toEqual([['v4'], undefined]);
});
