// Files that somebody else has open right now. On Windows such a file cannot be replaced, and one that is being taken away cannot be made
// anew: a virus scanner or another game is enough, and a moment later it can.

import { renameSync } from 'node:fs';

const PATIENCE = 500;
const PAUSE = 10;
const BUSY: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** There they are also what a folder says that may not be written to, so nobody should wait for long. */
export function isBusy(error: unknown, platform: NodeJS.Platform = process.platform): boolean {
  return platform === 'win32' && BUSY.has((error as NodeJS.ErrnoException).code);
}

export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Renames, also over a file that is there. */
export function moveFile(
  from: string,
  to: string,
  { rename = renameSync, platform }: { rename?: typeof renameSync; platform?: NodeJS.Platform } = {},
): void {
  for (let waited = 0; ; waited += PAUSE) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (waited >= PATIENCE || !isBusy(error, platform)) throw error;
    }
    pause(PAUSE);
  }
}
