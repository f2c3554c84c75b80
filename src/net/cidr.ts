// CIDR blocks, IPv4 and IPv6. Like an address, a block is text in its one canonical form: no host bits, "/length" at the end.
// Source: RFC 4632.

import {
  type Address,
  type Ipv4,
  type Ipv6,
  ipv4FromNumber,
  ipv4ToNumber,
  ipv6FromBigInt,
  ipv6ToBigInt,
  isIpv4,
  parseAddress,
} from './address.ts';

export type Cidr = string & { readonly cidr: unique symbol };

/** A block's first address and its length in bits. */
export interface CidrParts {
  readonly base: Address;
  readonly length: number;
}

const LENGTH = /^(?:0|[1-9][0-9]{0,2})$/;

/** Parses `10.0.0.0/16` or `2001:db8::/56`; undefined when it is not a block or has host bits set. */
export function parseCidr(text: string): Cidr | undefined {
  const cleared = clearHostBits(text);
  if (cleared === undefined) return undefined;
  const slash = text.lastIndexOf('/');
  return splitCidr(cleared).base === parseAddress(text.slice(0, slash)) ? cleared : undefined;
}

/** Parses a block as EC2 does for VPCs, subnets and routes: host bits are cleared without a word. */
export function clearHostBits(text: string): Cidr | undefined {
  const slash = text.lastIndexOf('/');
  const address = slash < 0 ? undefined : parseAddress(text.slice(0, slash));
  const lengthText = text.slice(slash + 1);
  if (address === undefined || !LENGTH.test(lengthText)) return undefined;
  const length = Number(lengthText);
  if (length > widthOf(address)) return undefined;
  return `${maskAddress(address, length)}/${length}` as Cidr;
}

export function splitCidr(cidr: Cidr): CidrParts {
  const slash = cidr.lastIndexOf('/');
  return { base: cidr.slice(0, slash) as Address, length: Number(cidr.slice(slash + 1)) };
}

/** The block that holds just this address. */
export function hostCidr(address: Address): Cidr {
  return `${address}/${widthOf(address)}` as Cidr;
}

export function isIpv4Cidr(cidr: Cidr): boolean {
  return !cidr.includes(':');
}

export function cidrContains(cidr: Cidr, address: Address): boolean {
  const test = testOf(cidr);
  if (test.length === 0) return test.v4 === isIpv4(address);
  if (isIpv4(address)) return test.v4 && maskNumber(ipv4ToNumber(address), test.length) === test.bits;
  return !test.v4 && maskAddress(address, test.length) === test.base;
}

interface CidrTest extends CidrParts {
  readonly v4: boolean;
  /** The base's bits when the block is IPv4. */
  readonly bits: number;
}

/** Blocks taken apart once; the same few are asked of millions of packets. */
const tests = new Map<Cidr, CidrTest>();
const TESTS_KEPT = 4096;

function testOf(cidr: Cidr): CidrTest {
  let test = tests.get(cidr);
  if (!test) {
    const parts = splitCidr(cidr);
    const v4 = isIpv4(parts.base);
    test = { ...parts, v4, bits: v4 ? ipv4ToNumber(parts.base as Ipv4) : 0 };
    if (tests.size >= TESTS_KEPT) tests.clear();
    tests.set(cidr, test);
  }
  return test;
}

/** Whether `inner` lies in `outer`; a block lies in itself. */
export function cidrCovers(outer: Cidr, inner: Cidr): boolean {
  const part = splitCidr(inner);
  return part.length >= splitCidr(outer).length && cidrContains(outer, part.base);
}

export function cidrsOverlap(a: Cidr, b: Cidr): boolean {
  return cidrCovers(a, b) || cidrCovers(b, a);
}

/** The address that stands `offset` after the block's base (+1 is a subnet's router); undefined past the end. */
export function addressAt(cidr: Cidr, offset: number): Address | undefined {
  const { base, length } = splitCidr(cidr);
  if (offset < 0 || offset >= 2 ** (widthOf(base) - length)) return undefined;
  return isIpv4(base)
    ? ipv4FromNumber(ipv4ToNumber(base) + offset)
    : ipv6FromBigInt(ipv6ToBigInt(base as Ipv6) + BigInt(offset));
}

/** How many addresses the block holds (a floating-point number: IPv6 blocks pass 2^53). */
export function cidrSize(cidr: Cidr): number {
  const { base, length } = splitCidr(cidr);
  return 2 ** (widthOf(base) - length);
}

function maskAddress<A extends Address>(address: A, length: number): A {
  if (isIpv4(address)) return ipv4FromNumber(maskNumber(ipv4ToNumber(address), length)) as A;
  const host = 128n - BigInt(length);
  return ipv6FromBigInt((ipv6ToBigInt(address as Ipv6) >> host) << host) as A;
}

/** Keeps the first `length` of 32 bits. */
export function maskNumber(value: number, length: number): number {
  return length === 0 ? 0 : (value & (-1 << (32 - length))) >>> 0;
}

function widthOf(address: Address): 32 | 128 {
  return isIpv4(address) ? 32 : 128;
}

/** What an address is for: RFC 1918 space, RFC 6598 space, what the internet carries, or one of the special purposes of RFC 6890. */
export type Scope = 'private' | 'shared' | 'public' | 'special';

const SCOPES = (
  [
    ['10.0.0.0', 8, 'private'],
    ['172.16.0.0', 12, 'private'],
    ['192.168.0.0', 16, 'private'],
    ['100.64.0.0', 10, 'shared'],
    ['0.0.0.0', 8, 'special'],
    ['127.0.0.0', 8, 'special'],
    ['169.254.0.0', 16, 'special'],
    ['224.0.0.0', 3, 'special'],
  ] as const
).map(([base, length, scope]) => ({ first: ipv4ToNumber(base as string as Ipv4), size: 2 ** (32 - length), scope }));

/** What the internet hands out in IPv6: global unicast. */
const GLOBAL_UNICAST = '2000::/3' as string as Cidr;

/** The documentation's own blocks count as public here: the game plays in them. */
export function scopeOf(address: Address): Scope {
  if (!isIpv4(address)) return cidrContains(GLOBAL_UNICAST, address) ? 'public' : 'special';
  const value = ipv4ToNumber(address);
  for (const { first, size, scope } of SCOPES) if (value >= first && value < first + size) return scope;
  return 'public';
}
