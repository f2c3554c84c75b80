// The lines that were typed into the command line, kept between games in a small file of their own beside the save: one a line, as a
// shell keeps them. It is a convenience: whatever is wrong with the file, the game goes on without it.

import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { moveFile } from './busy.ts';
import { withLock } from './lock.ts';
import { saveFolder } from './saved-file.ts';

const LIMITS = {
  /** Lines kept; older ones go. */
  lines: 1000,
  /** Columns of one line; nobody types longer ones, and what is longer is no line of ours. */
  length: 2000,
  bytes: 1_000_000,
} as const;

export interface CommandHistory {
  /** Oldest first. */
  readonly lines: readonly string[];
  add(line: string): void;
}

export function historyPath(folder: string = saveFolder()): string {
  return join(folder, 'history');
}

export function openHistory(path: string = historyPath()): CommandHistory {
  return {
    lines: readHistory(path),
    add(line) {
      if (!isLine(line)) return;
      try {
        mkdirSync(dirname(path), { recursive: true });
        withLock(`${path}.lock`, () => writeWhole(path, addLine(readHistory(path), line)));
      } catch {
        // A folder that cannot be written is told about when something is won; a line that was typed is no reason to.
      }
    },
  };
}

/** The newest lines; the same one twice in a row is kept once. */
export function addLine(lines: readonly string[], line: string): readonly string[] {
  return line === lines.at(-1) ? lines : [...lines, line].slice(-LIMITS.lines);
}

function readHistory(path: string): readonly string[] {
  try {
    if (statSync(path).size > LIMITS.bytes) return [];
    return readFileSync(path, 'utf8').split('\n').filter(isLine).slice(-LIMITS.lines);
  } catch {
    return [];
  }
}

/** Something that was typed: no control characters, no bytes that are no text. */
function isLine(line: string): boolean {
  return line.trim() !== '' && line.length <= LIMITS.length && !/[\p{Cc}\uFFFD]/u.test(line);
}

/** Another game that reads meanwhile finds the old file or the new one, never half of one. */
function writeWhole(path: string, lines: readonly string[]): void {
  const next = `${path}.${process.pid}`;
  writeFileSync(next, `${lines.join('\n')}\n`);
  moveFile(next, path);
}
