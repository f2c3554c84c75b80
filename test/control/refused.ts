// The words of every refusal that the tests of operations see, one below the other in `refusals.txt`, so that a person can read them all.
// A refusal with other words fails its test.

import { appendFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OperationError } from '../../src/control/operation.ts';

const MISSING =
  'test/control/refusals.txt has no such answer. `REFUSALS=write npx vitest run test/control --no-file-parallelism` adds what is new:';

const file = fileURLToPath(new URL('refusals.txt', import.meta.url));
const known = new Set(readFileSync(file, 'utf8').split('\n\n'));

/** Fails unless the file has this answer to the line. The same line may be refused in several ways, by different Worlds. */
export function expectKnownWords(line: string, { code, message, remedy }: OperationError): void {
  const entry = [line, `  ${code}: ${message}`, ...(remedy ? [`  ${remedy}`] : [])].join('\n');
  if (known.has(entry)) return;
  if (process.env.REFUSALS !== 'write') throw new Error(`${MISSING}\n\n${entry}`);
  known.add(entry);
  appendFileSync(file, `${entry}\n\n`);
}
