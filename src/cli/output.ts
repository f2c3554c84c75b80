import { writeSync } from 'node:fs';

/** Everything that a command prints goes through here, so that `| head` and tests meet one way of writing. */
export function print(text: string): void {
  const shown = withoutControls(text);
  write(shown.endsWith('\n') ? shown : `${shown}\n`);
}

/** Writes to stdout, and has written when it returns. */
export function write(text: string): void {
  const bytes = Buffer.from(text);
  const written = process.platform === 'win32' ? 0 : writeDirectly(bytes);
  if (written < bytes.length) process.stdout.write(bytes.subarray(written));
}

// Node takes a tenth of its own start-up to make process.stdout, which a line or two do not need. It is needed where the reader
// is slow and the pipe does not wait, and on Windows, whose terminals speak no UTF-8.
function writeDirectly(bytes: Uint8Array): number {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(1, bytes, written);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  }
  return written;
}

/** A mistake quotes what it found, and that may be as long as a file. */
const LONGEST_LINE = 400;

export function printError(text: string): void {
  const shown = withoutControls(text)
    .split('\n')
    .map((line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)} …` : line))
    .join('\n');
  process.stderr.write(shown.endsWith('\n') ? shown : `${shown}\n`);
}

/** What is told may quote what stands in a file, and that must not drive the terminal. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}

/** The one JSON document of `--json`. */
export function printJson(document: unknown): void {
  const json = JSON.stringify(document, undefined, 2);
  // JSON escapes some controls by itself; these mean the same escaped.
  write(`${json.replace(/[\u007f-\u009f]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`)}\n`);
}
