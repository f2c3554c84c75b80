// Nothing that stands in a file may drive the player's terminal: move its cursor, change its title, ring, or turn a line round.

import type { Problem } from '../cloud/problem.ts';

/** Controls but for tab and line feed, and the marks that reorder what is around them. Source: Unicode Cc, and UAX #9. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Every text and key that holds one; at most `limit` of them are told. */
export function listControls(content: unknown, limit: number): readonly Problem[] {
  const problems: Problem[] = [];
  const look = (part: unknown, path: readonly (string | number)[]): void => {
    if (problems.length >= limit) return;
    if (typeof part === 'string') {
      const found = CONTROL.exec(part)?.[0];
      if (found) problems.push(problemOf(found, path));
    } else if (typeof part === 'object' && part !== null) {
      for (const [key, value] of Object.entries(part)) {
        const inside = [...path, Array.isArray(part) ? Number(key) : key];
        const found = Array.isArray(part) ? undefined : CONTROL.exec(key)?.[0];
        if (found) problems.push(problemOf(found, path));
        else look(value, inside);
      }
    }
  };
  look(content, []);
  return problems;
}

function problemOf(character: string, path: readonly (string | number)[]): Problem {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    path,
    message: `a text here holds the control character U+${code}`,
    remedy: 'take it out: it would drive the terminal of whoever reads it',
  };
}
