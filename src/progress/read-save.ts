// Reads the save without touching it and without conf: all that a command needs which only wants to know the stars.

import { readFileSync, statSync } from 'node:fs';
import { EMPTY_SAVE, parseSave, type Save } from './progress.ts';

/** More than a save of ten thousand levels; whatever is larger is none. */
const BYTE_LIMIT = 4_000_000;

export type SaveFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly save: Save; readonly damaged: boolean }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'broken' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export function readSaveFile(path: string): SaveFile {
  try {
    return statSync(path).size > BYTE_LIMIT ? { kind: 'broken' } : readSaveText(readFileSync(path, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'none' } : { kind: 'unreadable', reason: code ?? message };
  }
}

export function readSaveText(text: string): Exclude<SaveFile, { kind: 'none' | 'unreadable' }> {
  const content = parseJson(text);
  const parsed = parseSave(content);
  return parsed.ok ? { kind: 'read', ...parsed.value } : parsed.error;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the file holds, or the save of somebody who has not played yet. */
export function saveIn(file: SaveFile): Save {
  return file.kind === 'read' ? file.save : EMPTY_SAVE;
}
