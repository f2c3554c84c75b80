import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Address, ipv4FromNumber, ipv6FromBigInt, isIpv4, parseAddress } from '../../src/net/address.ts';
import {
  addressAt,
  type Cidr,
  cidrContains,
  cidrCovers,
  cidrSize,
  cidrsOverlap,
  clearHostBits,
  hostCidr,
  isIpv4Cidr,
  parseCidr,
  type Scope,
  scopeOf,
  splitCidr,
} from '../../src/net/cidr.ts';

const v4 = fc.integer({ min: 0, max: 0xffffffff }).map(ipv4FromNumber);
const v6 = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }).map(ipv6FromBigInt);
const cidr4 = fc
  .tuple(v4, fc.integer({ min: 0, max: 32 }))
  .map(([address, length]) => clearHostBits(`${address}/${length}`)!);
const cidr6 = fc
  .tuple(v6, fc.integer({ min: 0, max: 128 }))
  .map(([address, length]) => clearHostBits(`${address}/${length}`)!);
const anyCidr = fc.oneof(cidr4, cidr6);

describe('a block', () => {
  test.each(['0.0.0.0/0', '10.1.0.0/16', '255.255.255.255/32', '10.1.0.128/25', '::/0', '2001:db8::/56', '::1/128'])(
    '%s',
    (text) => {
      expect(parseCidr(text)).toBe(text);
    },
  );

  test.each([
    '',
    '/',
    '10.0.0.0',
    '10.0.0.0/',
    '/16',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/016',
    '10.0.0.0/16 ',
    '10.0.0.0/1e1',
    '10.0.0.0/16/16',
    '10.0.0.1/16',
    '10.1.0.0/15',
    '0.0.0.1/0',
    '2001:db8::1/64',
    '::/129',
    '10.0.0/8',
    '010.0.0.0/8',
    '10.0.0.0/8\n',
    '10.0.0.0/+8',
    '10.0.0.0/８',
  ])('%j is none', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });

  test.each([
    ['10.1.2.3/16', '10.1.0.0/16'],
    ['10.1.2.3/0', '0.0.0.0/0'],
    ['10.1.2.3/32', '10.1.2.3/32'],
    ['255.255.255.255/1', '128.0.0.0/1'],
    ['2001:DB8:1::5/56', '2001:db8:1::/56'],
  ])('with its host bits cleared, %s is %s (D-CIDR)', (text, block) => {
    expect(clearHostBits(text)).toBe(block);
  });

  test('parses from its own text', () => {
    fc.assert(
      fc.property(anyCidr, (cidr) => {
        expect(parseCidr(cidr)).toBe(cidr);
        const { base, length } = splitCidr(cidr);
        expect(`${base}/${length}`).toBe(cidr);
      }),
    );
  });
});

describe('what a block holds', () => {
  test('we and Node agree', () => {
    const pair = fc.oneof(fc.tuple(cidr4, v4), fc.tuple(cidr6, v6), fc.tuple(cidr4, v6), fc.tuple(cidr6, v4));
    fc.assert(
      fc.property(pair, fc.nat(), ([cidr, stranger], offset) => {
        const { base, length } = splitCidr(cidr);
        const family = isIpv4(base) ? 'ipv4' : 'ipv6';
        const list = new BlockList();
        list.addSubnet(base, length, family);
        const near = addressAt(cidr, offset % Math.min(cidrSize(cidr), 2 ** 31)) as Address;
        expect(cidrContains(cidr, near)).toBe(true);
        const strangeFamily = isIpv4(stranger) ? 'ipv4' : 'ipv6';
        const expected = strangeFamily === family && list.check(stranger, strangeFamily);
        expect(cidrContains(cidr, stranger)).toBe(expected);
      }),
    );
  });

  test('is the same after a few thousand other blocks were asked', () => {
    const kept = parseCidr('10.1.0.0/16')!;
    for (let i = 0; i < 5000; i++) cidrContains(clearHostBits(`${ipv4FromNumber(i * 65536)}/16`)!, ipv4FromNumber(i));
    expect(cidrContains(kept, parseAddress('10.1.200.1')!)).toBe(true);
    expect(cidrContains(kept, parseAddress('10.2.0.1')!)).toBe(false);
  });
});

describe('two blocks', () => {
  test.each([
    ['10.1.0.0/16', '10.1.2.0/24', true, true],
    ['10.1.2.0/24', '10.1.0.0/16', false, true],
    ['10.1.0.0/16', '10.1.0.0/16', true, true],
    ['10.1.0.0/17', '10.1.128.0/17', false, false],
    ['0.0.0.0/0', '255.255.255.255/32', true, true],
    ['0.0.0.0/0', '::/0', false, false],
    ['::/0', '2001:db8::/32', true, true],
    ['10.1.0.0/24', '10.1.0.0/16', false, true],
  ])('%s and %s: covers %s, overlaps %s', (a, b, covers, overlaps) => {
    expect([cidrCovers(a as Cidr, b as Cidr), cidrsOverlap(a as Cidr, b as Cidr)]).toEqual([covers, overlaps]);
  });

  test('overlap is symmetric, and is to share an address', () => {
    fc.assert(
      fc.property(cidr4, cidr4, (a, b) => {
        expect(cidrsOverlap(a, b)).toBe(cidrsOverlap(b, a));
        expect(cidrsOverlap(a, b)).toBe(cidrContains(a, splitCidr(b).base) || cidrContains(b, splitCidr(a).base));
      }),
    );
  });
});

test.each<[string, number, string | undefined]>([
  ['10.1.0.0/24', 0, '10.1.0.0'],
  ['10.1.0.0/24', 1, '10.1.0.1'],
  ['10.1.0.0/24', 255, '10.1.0.255'],
  ['10.1.0.0/24', 256, undefined],
  ['10.1.0.0/24', -1, undefined],
  ['255.255.255.255/32', 0, '255.255.255.255'],
  ['0.0.0.0/0', 4294967295, '255.255.255.255'],
  ['2001:db8::/64', 5, '2001:db8::5'],
])('in %s, the address at %i is %s', (cidr, offset, address) => {
  expect(addressAt(cidr as Cidr, offset)).toBe(address);
});

test('sizes, families and single hosts', () => {
  expect([cidrSize('10.1.0.0/24' as Cidr), cidrSize('0.0.0.0/0' as Cidr), cidrSize('::/64' as Cidr)]).toEqual([
    256,
    2 ** 32,
    2 ** 64,
  ]);
  expect(hostCidr(parseAddress('10.1.0.5')!)).toBe('10.1.0.5/32');
  expect(hostCidr(parseAddress('::1')!)).toBe('::1/128');
  expect([isIpv4Cidr('0.0.0.0/0' as Cidr), isIpv4Cidr('::/0' as Cidr)]).toEqual([true, false]);
});

// RFC 1918, RFC 6598, RFC 6890, RFC 4291.
test.each<[string, Scope]>([
  ['9.255.255.255', 'public'],
  ['10.0.0.0', 'private'],
  ['10.255.255.255', 'private'],
  ['11.0.0.0', 'public'],
  ['172.15.255.255', 'public'],
  ['172.16.0.0', 'private'],
  ['172.31.255.255', 'private'],
  ['172.32.0.0', 'public'],
  ['192.167.255.255', 'public'],
  ['192.168.0.0', 'private'],
  ['192.168.255.255', 'private'],
  ['192.169.0.0', 'public'],
  ['100.63.255.255', 'public'],
  ['100.64.0.0', 'shared'],
  ['100.127.255.255', 'shared'],
  ['100.128.0.0', 'public'],
  ['0.0.0.0', 'special'],
  ['127.0.0.1', 'special'],
  ['169.254.169.254', 'special'],
  ['224.0.0.1', 'special'],
  ['240.0.0.1', 'special'],
  ['255.255.255.255', 'special'],
  ['198.51.100.8', 'public'],
  ['203.0.113.9', 'public'],
  ['192.0.2.80', 'public'],
  ['8.8.8.8', 'public'],
  ['2001:db8::5', 'public'],
  ['fd00::1', 'special'],
  ['fe80::1', 'special'],
  ['::1', 'special'],
  ['::ffff:10.0.0.1', 'special'],
])('%s is %s', (text, expected) => {
  expect(scopeOf(parseAddress(text)!)).toBe(expected);
});
