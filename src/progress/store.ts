// The save on the disk, by conf. Never loses what a player has: a file that does not read is put aside and told about, a newer game's
// file is left alone, and before each write the file is read again, so that two games at once add up. Where nothing can be written
// the game goes on, says so, and writes all of it as soon as it can.

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Conf from 'conf';
import { moveFile } from './busy.ts';
import { freeName } from './free-name.ts';
import { withLock } from './lock.ts';
import { applyChange, type Change, EMPTY_SAVE, type Progress, type Save, type Settings } from './progress.ts';
import { readSaveFile, type SaveFile } from './read-save.ts';
import { PROJECT_NAME, SAVE_NAME, saveFolder, savePath } from './saved-file.ts';

/** What the player should know about the save, once. */
export type StoreNotice =
  | { readonly kind: 'broken'; readonly keptAs: string }
  | { readonly kind: 'damaged'; readonly keptAs: string }
  | { readonly kind: 'newer'; readonly path: string; readonly version: number }
  | { readonly kind: 'unwritable'; readonly path: string; readonly reason: string };

export interface Store {
  readonly path: string;
  readonly progress: Progress;
  readonly settings: Settings;
  readonly notice?: StoreNotice | undefined;
  /** Adds to what is saved, at once and on the disk where that is possible. */
  save(change: Change): void;
  /** Tries once more to write what could not be written. */
  saveMissed(): void;
}

export interface StoreOptions {
  /** The folder of the save; the system's own for programs' settings unless told. */
  readonly cwd?: string;
}

export function openStore({ cwd = saveFolder() }: StoreOptions = {}): Store {
  const path = savePath(cwd);
  let save: Save = EMPTY_SAVE;
  let notice: StoreNotice | undefined;
  /** Something could not be written, and goes along with the next write that can be. */
  let hasMissed = false;
  let isSwept = false;

  /** What the file holds; one that cannot stay as it is goes aside. Undefined where it must be left alone. */
  const read = (): Save | undefined => {
    const file = readSaveFile(path);
    const problem = settle(path, file);
    notice = problem ?? (notice?.kind === 'unwritable' ? undefined : notice);
    if (problem?.kind === 'newer' || problem?.kind === 'unwritable') return undefined;
    return file.kind === 'read' ? file.save : EMPTY_SAVE;
  };
  const write = (change: Change): void => {
    const known = read();
    hasMissed ||= known === undefined;
    if (known === undefined) return;
    const { version: _, settings, ...sections } = save;
    const next = applyChange(known, { ...sections, settings: hasMissed ? settings : (change.settings ?? {}) });
    new Conf<Record<string, unknown>>(confOptions(cwd)).store = { ...next };
    save = next;
    hasMissed = false;
  };

  save = read() ?? EMPTY_SAVE;
  const store: Store = {
    path,
    get progress() {
      return save;
    },
    get settings() {
      return save.settings;
    },
    get notice() {
      return notice;
    },
    save(change) {
      save = applyChange(save, change);
      try {
        mkdirSync(cwd, { recursive: true });
        withLock(`${path}.lock`, () => {
          if (!isSwept) sweep(path);
          isSwept = true;
          write(change);
        });
      } catch (error) {
        hasMissed = true;
        notice = { kind: 'unwritable', path, reason: reasonOf(error) };
      }
    },
    saveMissed() {
      if (hasMissed) store.save({});
    },
  };
  // The file with the damage has gone aside; what was still good in it must not go with it.
  if (notice?.kind === 'damaged') store.save({});
  return store;
}

/** Takes away what a game that was killed had begun to write: conf writes beside the save, and puts it in its place when it is whole. */
function sweep(path: string): void {
  const begun = `${basename(path)}.tmp-`;
  for (const name of readdirSync(dirname(path)))
    if (name.startsWith(begun)) rmSync(join(dirname(path), name), { force: true });
}

function confOptions(cwd: string) {
  return {
    cwd,
    configName: SAVE_NAME,
    projectName: PROJECT_NAME,
    projectSuffix: '',
    accessPropertiesByDotNotation: false,
  };
}

/** Makes room for a new file where the old one cannot be built upon. */
function settle(path: string, file: SaveFile): StoreNotice | undefined {
  switch (file.kind) {
    case 'none':
      return undefined;
    case 'newer':
      return { kind: 'newer', path, version: file.version };
    case 'unreadable':
      return { kind: 'unwritable', path, reason: file.reason };
    case 'broken':
      return setAside(path, 'broken');
    case 'read':
      return file.damaged ? setAside(path, 'damaged') : undefined;
  }
}

function setAside(path: string, kind: 'broken' | 'damaged'): StoreNotice {
  const keptAs = freeName(path, kind);
  try {
    moveFile(path, keptAs);
    return { kind, keptAs };
  } catch (error) {
    return { kind: 'unwritable', path, reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
