// What is too long for a test stands in a file beside it, where a person can read it. `EXPECTED=write npx vitest run <the test>` writes
// such files anew; read the difference before it is kept.

import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** The text is exactly that of the file. */
export function expectFile(file: URL, text: string): void {
  if (process.env.EXPECTED === 'write') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
