// The building blocks of every schema of the World: ids, addresses and blocks, each parsed once into its branded text.

import * as v from 'valibot';
import { type Address, type Ipv4, type Ipv6, parseAddress, parseIpv4, parseIpv6 } from '../net/address.ts';
import { type Cidr, isIpv4Cidr, parseCidr } from '../net/cidr.ts';

function parsed<T extends string>(parse: (text: string) => T | undefined, expected: string) {
  return v.pipe(
    v.string(),
    v.check((text) => parse(text) !== undefined, `expected ${expected}`),
    v.transform((text) => parse(text) as T),
  );
}

export const ipv4Schema = parsed<Ipv4>(parseIpv4, 'an IPv4 address such as 10.1.0.5 (no leading zeros)');
export const ipv6Schema = parsed<Ipv6>(parseIpv6, 'an IPv6 address such as 2001:db8::5');
export const addressSchema = parsed<Address>(parseAddress, 'an IPv4 or IPv6 address');
export const cidrSchema = parsed<Cidr>(parseCidr, 'a CIDR block with no host bits set, such as 10.1.0.0/16');
export const ipv4CidrSchema = parsed<Cidr>((text) => {
  const cidr = parseCidr(text);
  return cidr && isIpv4Cidr(cidr) ? cidr : undefined;
}, 'an IPv4 CIDR block with no host bits set, such as 10.1.0.0/16');

/** An id such as `vpc-red` or `vpc-0a1b2c3d4e5f60718`: the kind, a dash, then letters, digits and dashes. */
export function idSchema<P extends string>(prefix: P) {
  const form = new RegExp(`^${prefix}-[a-z0-9]+(?:-[a-z0-9]+)*$`);
  const expected = `expected an id such as ${prefix}-1 or ${prefix}-app`;
  return v.pipe(
    v.string(),
    v.regex(form, expected),
    v.maxLength(64, 'expected an id of at most 64 characters'),
    v.transform((text) => text as `${P}-${string}`),
  );
}

/** A plain name for people: letters of any script, digits, spaces and a few marks; never a control character. */
export const nameSchema = v.pipe(
  v.string(),
  v.regex(
    /^[\p{L}\p{N}][\p{L}\p{N}\p{M} ._-]{0,31}$/u,
    'expected a name of 1 to 32 letters, digits, spaces, dots or dashes',
  ),
);

export const portSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65535));

/** An inclusive range of ports, such as `443` or `1024-65535`. */
export const portRangeSchema = v.pipe(
  v.strictObject({ from: portSchema, to: portSchema }),
  v.check(({ from, to }) => from <= to, 'expected a range whose first port is not above its last'),
);

export const protocolSchema = v.picklist(['tcp', 'udp', 'icmp', 'esp', 'gre']);
export const protocolOrAllSchema = v.picklist(['all', 'tcp', 'udp', 'icmp', 'esp', 'gre']);

/** A record that may be left out. */
export function recordOf<V extends v.GenericSchema>(key: v.GenericSchema<string, string>, value: V) {
  return v.optional(v.record(key, value), {}) as unknown as v.GenericSchema<
    Record<string, v.InferInput<V>> | undefined,
    Record<string, v.InferOutput<V>>
  >;
}
