// IPv4 and IPv6 addresses. An address is text that has been parsed once and stands in its one canonical form,
// so two addresses are equal exactly when their texts are. Strict on purpose: 010.0.0.1, 1.2.3 and 0x7f.1 are refused.
// Source: RFC 791, RFC 4291, RFC 5952 (canonical text of IPv6), RFC 1918, RFC 6598.

export type Ipv4 = string & { readonly ipv4: unique symbol };
export type Ipv6 = string & { readonly ipv6: unique symbol };
export type Address = Ipv4 | Ipv6;

const OCTET = /^(?:0|[1-9][0-9]{0,2})$/;
const GROUP = /^[0-9a-f]{1,4}$/i;

/** Parses dotted decimal without leading zeros; undefined when it is anything else. */
export function parseIpv4(text: string): Ipv4 | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  for (const part of parts) if (!OCTET.test(part) || Number(part) > 255) return undefined;
  return text as Ipv4;
}

/** Parses any RFC 4291 form without a zone and gives the RFC 5952 form; undefined when it is anything else. */
export function parseIpv6(text: string): Ipv6 | undefined {
  const groups = readGroups(text);
  return groups && formatGroups(groups);
}

export function parseAddress(text: string): Address | undefined {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

const DOT = 46;

export function isIpv4(address: Address): address is Ipv4 {
  // Asked of every packet at every table: the first dot stands after one to three digits, and IPv6 as we write it has none.
  return address.charCodeAt(1) === DOT || address.charCodeAt(2) === DOT || address.charCodeAt(3) === DOT;
}

/** The 32 bits as an unsigned number. */
export function ipv4ToNumber(address: Ipv4): number {
  if (address === lastAddress) return lastNumber;
  lastNumber = readNumber(address);
  lastAddress = address;
  return lastNumber;
}

/** At hand, because a packet's address is compared with many blocks in a row. */
let lastAddress: Ipv4 | undefined;
let lastNumber = 0;

function readNumber(address: Ipv4): number {
  let value = 0;
  let octet = 0;
  for (let i = 0; i < address.length; i++) {
    const code = address.charCodeAt(i);
    if (code === 46) {
      value = value * 256 + octet;
      octet = 0;
    } else {
      octet = octet * 10 + code - 48;
    }
  }
  return value * 256 + octet;
}

export function ipv4FromNumber(value: number): Ipv4 {
  return `${(value >>> 24) & 255}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}` as Ipv4;
}

/** The 128 bits as a bigint. */
export function ipv6ToBigInt(address: Ipv6): bigint {
  let value = 0n;
  for (const group of readGroups(address) ?? []) value = (value << 16n) | BigInt(group);
  return value;
}

export function ipv6FromBigInt(value: bigint): Ipv6 {
  const groups: number[] = [];
  for (let shift = 112n; shift >= 0n; shift -= 16n) groups.push(Number((value >> shift) & 0xffffn));
  return formatGroups(groups);
}

function readGroups(text: string): number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const isWhole = halves.length === 1;
  const head = readHalf(halves[0] as string, isWhole);
  const tail = isWhole ? [] : readHalf(halves[1] as string, true);
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (isWhole) return missing === 0 ? head : undefined;
  return missing >= 1 ? [...head, ...new Array<number>(missing).fill(0), ...tail] : undefined;
}

/** Groups up to a `::` or the end. Dotted decimal may only stand at the end of the address. */
function readHalf(text: string, endsAddress: boolean): number[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const last = parts.at(-1) as string;
  const embedded = endsAddress && last.includes('.') ? parseIpv4(last) : undefined;
  if (last.includes('.') && !embedded) return undefined;
  const plain = embedded ? parts.slice(0, -1) : parts;
  if (!plain.every((part) => GROUP.test(part))) return undefined;
  const groups = plain.map((part) => Number.parseInt(part, 16));
  if (!embedded) return groups;
  const bits = ipv4ToNumber(embedded);
  return [...groups, bits >>> 16, bits & 0xffff];
}

function formatGroups(groups: readonly number[]): Ipv6 {
  const run = longestZeroRun(groups);
  const hex = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  if (run.length < 2) return hex(groups) as Ipv6;
  return `${hex(groups.slice(0, run.start))}::${hex(groups.slice(run.start + run.length))}` as Ipv6;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (groups[end] === 0) end++;
    if (end - start > best.length) best = { start, length: end - start };
  }
  return best;
}
