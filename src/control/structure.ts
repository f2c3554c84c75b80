// Parameters that hold a structure, in the CLI's two spellings: JSON, or shorthand.

import * as v from 'valibot';
import { fail, ok, type Result } from '../result.ts';
import type { OperationError } from './operation.ts';
import { type Optional, parameter } from './parameter.ts';
import { parseShorthand, printShorthand } from './shorthand.ts';

/** A structure that the schema reads; `form` shows how it is written. */
export function structure<T extends object>(form: string, schema: v.GenericSchema<unknown, T>): Optional<T> {
  const read = (text: string): Result<T, OperationError> => {
    const value = /^\s*\{/.test(text) ? parseJson(text) : parseShorthand(text);
    if (!value.ok) return fail(badStructure(text, form, value.error));
    const result = v.safeParse(schema, value.value);
    if (result.success) return ok(result.output);
    const [issue] = result.issues;
    const path = v.getDotPath(issue);
    return fail(badStructure(text, form, path ? `${path}: ${issue.message}` : issue.message));
  };
  return parameter(form, read, { print: (value) => printShorthand(value as Record<string, unknown>) });
}

function badStructure(text: string, form: string, why: string): OperationError {
  return {
    code: 'ParamValidation',
    message: `"${text}" cannot be read: ${why}`,
    remedy: `Write it like ${form}, or as JSON.`,
  };
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail('it is not JSON');
  }
}

/** A number, which shorthand gives as text. */
export const numberSchema = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d{1,9}$/), v.transform(Number))], 'expected a number'),
  v.integer(),
);

/** A yes or no, which shorthand gives as text. */
export const booleanSchema = v.union(
  [
    v.boolean(),
    v.pipe(
      v.picklist(['true', 'false']),
      v.transform((text) => text === 'true'),
    ),
  ],
  'expected true or false',
);

/** A list, whose only item shorthand may give bare. */
export function listSchema<T>(item: v.GenericSchema<unknown, T>) {
  return v.union([
    v.array(item),
    v.pipe(
      item,
      v.transform((one) => [one]),
    ),
  ]);
}
