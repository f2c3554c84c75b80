// A file whole or not at all: the new one stands beside the old one until it is complete.

import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { moveFile } from './busy.ts';

/** Undefined when it was written, else why not. */
export function writeWhole(file: string, text: string): string | undefined {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    const handle = openSync(draft, 'w');
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    moveFile(draft, file);
    return undefined;
  } catch (error) {
    rmSync(draft, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    return code ?? message;
  }
}
