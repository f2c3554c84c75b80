// One writer at a time: a file beside the save, there while somebody reads and writes. It holds the writer's process id, so that the
// lock of a process that was killed is known for what it is.

import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { isBusy, pause } from './busy.ts';

const PATIENCE = 2000;
const PAUSE = 5;
/** A save takes a few milliseconds. */
const A_MOMENT = 500;
const LONGEST_HELD = 10_000;

/** Does the work while nobody else does. Whoever waits too long goes on alone: a lock must never cost a player the game. */
export function withLock<T>(path: string, work: () => T): T {
  const isMine = acquire(path);
  try {
    return work();
  } finally {
    if (isMine) rmSync(path, { force: true });
  }
}

function acquire(path: string): boolean {
  for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
    if (create(path, waited < A_MOMENT)) return true;
    if (isAbandoned(path)) rmSync(path, { force: true });
    else pause(PAUSE);
  }
  return false;
}

/**
 * True too where no lock can be made for another reason than that there is one, or that there `mayBe` one just being taken away: the write
 * will tell.
 */
function create(path: string, mayBe: boolean): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'EEXIST' && !(mayBe && isBusy(error));
  }
}

function isAbandoned(path: string): boolean {
  try {
    const age = Date.now() - statSync(path).mtimeMs;
    const owner = Number(readFileSync(path, 'utf8'));
    // Empty for the moment between making the file and writing into it, or for ever when its owner was killed just then.
    if (!Number.isInteger(owner) || owner <= 0) return age > A_MOMENT;
    // Somebody else may have got a dead owner's number since.
    if (age > LONGEST_HELD) return true;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
