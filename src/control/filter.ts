// The filters of describe calls: `Name=vpc-id,Values=vpc-red,vpc-blue`. Values of one filter are alternatives, filters add up,
// `*` and `?` are wildcards. Source: EC2 API reference, "List and filter"; the CLI's shorthand and JSON forms.

import { fail, ok, type Result } from '../result.ts';
import type { OperationError } from './operation.ts';
import { invalid, type Optional, parameter } from './parameter.ts';

export interface Filter {
  readonly Name: string;
  readonly Values: readonly string[];
}

/** A describe call's filters; `names` are those that it knows. */
export function filter(names: readonly string[]): Optional<Filter> {
  const read = (text: string): Result<Filter, OperationError> => {
    const given = text.startsWith('{') ? readJson(text) : readShorthand(text);
    if (!given) return fail(invalid(`"${text}" is not a filter, such as Name=${names[0]},Values=…`));
    if (names.includes(given.Name)) return ok(given);
    return fail({ ...invalid(`The filter '${given.Name}' is invalid`), remedy: `Known: ${names.join(', ')}` });
  };
  const print = ({ Name, Values }: Filter) => `Name=${Name},Values=${Values.join(',')}`;
  return parameter('Name=…,Values=…', read, { print, values: names.map((name) => `Name=${name},Values=`) });
}

function readShorthand(text: string): Filter | undefined {
  const [, name, values] = /^Name=([^,]+),Values=(.*)$/.exec(text) ?? [];
  const list = values?.replace(/^\[(.*)\]$/, '$1').split(',');
  return name && list?.every((value) => value !== '') ? { Name: name, Values: list } : undefined;
}

function readJson(text: string): Filter | undefined {
  try {
    const { Name, Values } = JSON.parse(text) as Partial<Filter>;
    const isWhole =
      typeof Name === 'string' && Array.isArray(Values) && Values.every((value) => typeof value === 'string');
    return isWhole ? { Name: Name!, Values: Values! } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether one of a thing's values is one of those asked for. */
export function passesFilter({ Values }: Filter, values: readonly (string | undefined)[]): boolean {
  return Values.some((wanted) => values.some((value) => value !== undefined && matchesWildcard(wanted, value)));
}

function matchesWildcard(pattern: string, value: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === value;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(value);
}
