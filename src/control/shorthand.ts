// The CLI's shorthand for structures: `Key=Name,Value=web`, `Tags=[{Key=Name,Value=web}]`. Every leaf is text; what it should be is for
// the parameter's schema to say. Source: AWS CLI User Guide, "Using shorthand syntax".

import { fail, ok, type Result } from '../result.ts';

export type Shorthand = string | readonly Shorthand[] | { readonly [key: string]: Shorthand };

class ShorthandError extends Error {}

interface Cursor {
  readonly text: string;
  at: number;
}

/** Reads a structure; fails with what was expected where. */
export function parseShorthand(text: string): Result<Shorthand, string> {
  const cursor = { text, at: 0 };
  try {
    const value = readPairs(cursor);
    if (cursor.at < text.length) throw expected(cursor, 'a comma');
    return ok(value);
  } catch (error) {
    if (!(error instanceof ShorthandError)) throw error;
    return fail(error.message);
  }
}

function expected({ text, at }: Cursor, what: string): ShorthandError {
  return new ShorthandError(`expected ${what} at “${text.slice(at, at + 12) || 'the end'}”`);
}

function readPairs(cursor: Cursor): Shorthand {
  const pairs: Record<string, Shorthand> = {};
  do {
    const key = /^[\w.:-]+(?==)/.exec(cursor.text.slice(cursor.at))?.[0];
    if (key === undefined) throw expected(cursor, 'a name and =');
    cursor.at += key.length + 1;
    pairs[key] = readValues(cursor);
  } while (take(cursor, ','));
  return pairs;
}

/** One value, or several: `Values=a,b` is a list until the next name. */
function readValues(cursor: Cursor): Shorthand {
  const values = [readValue(cursor)];
  while (/^,(?![\w.:-]+=)[^\]}]/.test(cursor.text.slice(cursor.at))) {
    cursor.at++;
    values.push(readValue(cursor));
  }
  return values.length === 1 ? (values[0] as Shorthand) : values;
}

function readValue(cursor: Cursor): Shorthand {
  if (take(cursor, '[')) return readList(cursor);
  if (take(cursor, '{')) {
    const pairs = readPairs(cursor);
    if (!take(cursor, '}')) throw expected(cursor, '}');
    return pairs;
  }
  const quoted = /^"((?:\\.|[^"\\])*)"|^'((?:\\.|[^'\\])*)'/.exec(cursor.text.slice(cursor.at));
  if (quoted) {
    cursor.at += quoted[0].length;
    return (quoted[1] ?? quoted[2] ?? '').replace(/\\(.)/g, '$1');
  }
  const bare = /^[^,\]}]*/.exec(cursor.text.slice(cursor.at))?.[0] ?? '';
  cursor.at += bare.length;
  return bare.trim();
}

function readList(cursor: Cursor): Shorthand {
  if (take(cursor, ']')) return [];
  const items: Shorthand[] = [];
  do items.push(readValue(cursor));
  while (take(cursor, ','));
  if (!take(cursor, ']')) throw expected(cursor, ']');
  return items;
}

function take(cursor: Cursor, char: string): boolean {
  if (cursor.text[cursor.at] !== char) return false;
  cursor.at++;
  return true;
}

/** Writes a structure as `parseShorthand` reads it. */
export function printShorthand(value: Readonly<Record<string, unknown>>): string {
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([key, part]) => `${key}=${printValue(part)}`)
    .join(',');
}

function printValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printValue).join(',')}]`;
  if (typeof value === 'object' && value !== null) return `{${printShorthand(value as Record<string, unknown>)}}`;
  const text = String(value);
  return /^[^\s,=[\]{}"'\\]+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
