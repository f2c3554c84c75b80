// The parameters of operations: one value here gives the command line's flag, the form's question and the check of its text.

import type { World } from '../cloud/world.ts';
import { parseAddress, parseIpv4 } from '../net/address.ts';
import { clearHostBits, isIpv4Cidr } from '../net/cidr.ts';
import { fail, ok, type Result } from '../result.ts';
import type { OperationError } from './operation.ts';
import { RESOURCE_KINDS, type ResourceKindName } from './resource.ts';

export interface Parameter<T = unknown> {
  /** Reads one value's text; what it gives is what EC2 would work with. */
  readonly read: (text: string) => Result<T, OperationError>;
  /** Writes a value as `read` reads it; plain text unless told. */
  print?(value: T): string;
  readonly required: boolean;
  readonly list: boolean;
  /** A flag without a value: `--name` or `--no-name`. */
  readonly flag: boolean;
  /** The flag that says no, where it is not `--no-name`: `--ingress` for `--egress`. */
  readonly negative?: string;
  /** What the value names, when it is an id: gives candidates and the check that it exists. */
  readonly resource?: ResourceKindName;
  /** Values to offer when nothing better is known. */
  readonly values?: readonly string[];
  /** Shown for it in help: `rtb-…`, `CIDR`. */
  readonly form: string;
  /** Held for the type only. */
  readonly example?: T;
}

/** The value that an operation's input holds for a parameter. */
export type ValueOf<P> = P extends { list: true; read: (text: string) => Result<infer T, OperationError> }
  ? readonly T[]
  : P extends { read: (text: string) => Result<infer T, OperationError> }
    ? T
    : never;

type Required<P> = Omit<P, 'required'> & { readonly required: true };
type List<P> = Omit<P, 'list'> & { readonly list: true };
export type Optional<T> = Parameter<T> & { readonly required: false; readonly list: false };

/** A parameter that may be left out and takes one value. */
export function parameter<T>(
  form: string,
  read: (text: string) => Result<T, OperationError>,
  more: Partial<Parameter<T>> = {},
): Optional<T> {
  return { form, read, required: false, list: false, flag: false, ...more } as Optional<T>;
}

/** Must be given. */
export function required<P extends Parameter>(of: P): Required<P> {
  return { ...of, required: true };
}

/** Takes one or more values. */
export function listOf<P extends Parameter>(of: P): List<P> {
  return { ...of, list: true };
}

/** An id; `code` where one call names a malformed id differently from all others. */
export function id(resource: ResourceKindName, code?: string): Optional<string> {
  const { prefixes, malformed, label } = RESOURCE_KINDS[resource];
  const looks = prefixes.map((prefix) => `${prefix}…`).join(' or ');
  const read = (text: string): Result<string, OperationError> =>
    prefixes.some((prefix) => text.startsWith(prefix) && text.length > prefix.length)
      ? ok(text)
      : fail({
          code: code ?? malformed,
          message: /^[aeiou]/i.test(label)
            ? `"${text}" is not the id of an ${label}; such an id looks like ${looks}`
            : `"${text}" is not the id of a ${label}; such an id looks like ${looks}`,
        });
  return parameter(`${prefixes[0]}…`, read, { resource });
}

export const cidr = (family: 'IPv4' | 'IPv6' | 'any' = 'IPv4') =>
  parameter('CIDR', (text) => {
    const block = clearHostBits(text);
    const example = family !== 'IPv6' ? '10.1.2.0/24 or 0.0.0.0/0' : '2001:db8::/64 or ::/0';
    return block && (family === 'any' || isIpv4Cidr(block) === (family === 'IPv4'))
      ? ok(block)
      : fail(invalid(`"${text}" is not an ${family === 'any' ? 'IP' : family} CIDR block, such as ${example}`));
  });

export const address = () =>
  parameter('ADDRESS', (text) => {
    const parsed = parseAddress(text);
    return parsed ? ok(parsed) : fail(invalid(`"${text}" is not an IP address, such as 10.1.0.5`));
  });

export const ipv4 = () =>
  parameter('ADDRESS', (text) => {
    const parsed = parseIpv4(text);
    return parsed ? ok(parsed) : fail(invalid(`"${text}" is not an IPv4 address, such as 10.1.0.5`));
  });

export const flag = () =>
  parameter(
    '',
    (text): Result<boolean, OperationError> =>
      text === 'true' || text === 'false' ? ok(text === 'true') : fail(invalid(`"${text}" is neither true nor false`)),
    { flag: true, values: ['true', 'false'] },
  );

/** The option that says no to a flag, without its dashes. */
export function negativeOf(option: string, { negative }: Pick<Parameter, 'negative'>): string {
  return negative ?? `no-${option}`;
}

/** Free text of which nothing here depends: a description, an image's id. */
export const freeText = (form: string) => parameter(form, (text): Result<string, OperationError> => ok(text));

export function choice<const V extends string>(...values: readonly V[]): Optional<V> {
  const read = (text: string): Result<V, OperationError> =>
    values.includes(text as V) ? ok(text as V) : fail(invalid(`"${text}" is not one of: ${values.join(', ')}`));
  return parameter(values.join('|'), read, { values });
}

export const integer = (from: number, to: number) =>
  parameter('NUMBER', (text): Result<number, OperationError> => {
    const value = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= from && value <= to
      ? ok(value)
      : fail(invalid(`"${text}" is not a whole number from ${from} to ${to}`));
  });

export function invalid(message: string): OperationError {
  return { code: 'InvalidParameterValue', message };
}

/** Refuses an id that names nothing. */
export function missingResource(world: World, of: Parameter, value: string): OperationError | undefined {
  if (!of.resource) return undefined;
  const { list, notFound, label } = RESOURCE_KINDS[of.resource];
  const known = list(world);
  if (known.includes(value)) return undefined;
  return {
    code: notFound,
    message: `The ${label} '${value}' does not exist.`,
    ...(known.length > 0 && { remedy: `Known: ${known.slice(0, 6).join(', ')}` }),
  };
}
