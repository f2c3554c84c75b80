import { isIPv4 as nodeIsIpv4, isIPv6 as nodeIsIpv6, SocketAddress } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Ipv4,
  ipv4FromNumber,
  ipv4ToNumber,
  ipv6FromBigInt,
  ipv6ToBigInt,
  isIpv4,
  parseAddress,
  parseIpv4,
  parseIpv6,
} from '../../src/net/address.ts';

describe('IPv4 is dotted decimal and nothing else', () => {
  test.each(['0.0.0.0', '10.1.0.5', '255.255.255.255', '1.2.3.4'])('%s is one', (text) => {
    expect(parseIpv4(text)).toBe(text);
  });

  test.each([
    '',
    '.',
    '...',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.',
    '.1.2.3',
    '1..2.3',
    '256.0.0.1',
    '1.2.3.256',
    '999.1.1.1',
    '01.2.3.4',
    '1.2.3.04',
    '010.0.0.1',
    '00.0.0.0',
    '0x7f.0.0.1',
    '0x7f000001',
    '2130706433',
    '1.2.3.4 ',
    ' 1.2.3.4',
    '1.2.3.4\n',
    '1.2.3.4\u0000',
    '+1.2.3.4',
    '-1.2.3.4',
    '1e1.2.3.4',
    '1.2.3.4/24',
    '1.2.3.4:80',
    '１.2.3.4',
    '١.2.3.4',
    '1,2,3,4',
    '1.2.3.a',
    '::1',
    '1.2.3.4.',
    'localhost',
    '0.0.0.0.in-addr.arpa',
  ])('%j is not', (text) => {
    expect(parseIpv4(text)).toBeUndefined();
  });

  test('we and Node agree on any text of digits and dots', () => {
    const octet = fc.oneof(
      fc.integer({ min: 0, max: 300 }).map(String),
      fc.constantFrom('', '00', '01', '0256', '-1', ' 1', '1 '),
    );
    const text = fc.array(octet, { minLength: 3, maxLength: 5 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(text, (some) => {
        expect(parseIpv4(some) !== undefined).toBe(nodeIsIpv4(some));
      }),
    );
  });

  test('bits and text are two forms of one thing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (bits) => {
        const address = ipv4FromNumber(bits);
        expect(parseIpv4(address)).toBe(address);
        expect(ipv4ToNumber(address)).toBe(bits);
      }),
    );
    expect(ipv4ToNumber('255.255.255.255' as Ipv4)).toBe(4294967295);
  });
});

// RFC 5952, section 4.
describe('IPv6 has one canonical text', () => {
  test.each([
    ['::', '::'],
    ['::1', '::1'],
    ['2001:DB8::1', '2001:db8::1'],
    ['2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['::2:3:4:5:6:7:8', '0:2:3:4:5:6:7:8'],
    ['fe80:0:0:0:1::', 'fe80::1:0:0:0'],
    ['::ffff:10.1.0.5', '::ffff:a01:5'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
  ])('%s is %s', (text, canonical) => {
    expect(parseIpv6(text)).toBe(canonical);
  });

  test.each([
    '',
    ':',
    ':::',
    '1',
    '1:2',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '::1::',
    ':1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7:8:',
    '12345::',
    'g::',
    '::1%eth0',
    '[::1]',
    '::1/64',
    '1:2:3:4:5:6:7:8::',
    '::1.2.3',
    '::1.2.3.256',
    '::01.2.3.4',
    '1.2.3.4::',
    '1:2:3:4:5:6:7:1.2.3.4',
    '::1 ',
    ' ::1',
    '::\u0661',
    '10.1.0.5',
  ])('%j is none', (text) => {
    expect(parseIpv6(text)).toBeUndefined();
  });

  test('bits and text are two forms of one thing, and Node writes the same', () => {
    const bits = fc.oneof(
      fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }),
      fc
        .array(fc.constantFrom(0n, 0n, 1n, 0xffffn), { minLength: 8, maxLength: 8 })
        .map((groups) => groups.reduce<bigint>((sum, group) => (sum << 16n) | group, 0n)),
    );
    fc.assert(
      fc.property(bits, (value) => {
        const address = ipv6FromBigInt(value);
        expect(parseIpv6(address)).toBe(address);
        expect(ipv6ToBigInt(address)).toBe(value);
        const other = new SocketAddress({ address, family: 'ipv6' }).address;
        expect(parseIpv6(other)).toBe(address);
      }),
    );
  });

  test('we and Node agree on any text of groups and colons', () => {
    const group = fc.oneof(
      fc.constantFrom('', '0', 'f', 'FFFF', '12345', 'g', '1.2.3.4'),
      fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16)),
    );
    const text = fc.array(group, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(':'));
    fc.assert(
      fc.property(text, (some) => {
        expect(parseIpv6(some) !== undefined).toBe(nodeIsIpv6(some));
      }),
    );
  });
});

test('parseAddress takes both families and tells them apart', () => {
  expect(isIpv4(parseAddress('10.1.0.5')!)).toBe(true);
  expect(isIpv4(parseAddress('::ffff:10.1.0.5')!)).toBe(false);
  expect(parseAddress('10.1.0.5:443')).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), (text) => {
      const address = parseAddress(text);
      if (address !== undefined) expect(parseAddress(address)).toBe(address);
    }),
  );
});
