// Keeps what the player wins: the screen has it at once, the disk as soon as the store is open, and what the store has to say of the
// save is there for whoever asks.

import { applyChange, type Change, type Save } from '../progress/progress.ts';
import type { Store, StoreNotice } from '../progress/store.ts';

export interface Keeper {
  /** Keeps a change, and gives the save as it then is. */
  keep(change: Change): Save;
  readonly notice: () => StoreNotice | undefined;
  /** Calls back when there is another notice, or none any more; what it returns ends that. */
  readonly watch: (changed: () => void) => () => void;
  /** Opens the store before there is anything to keep: a win is on the disk then in the moment in which it is won. */
  prepare(): void;
  /** Resolves when all is written that can be. */
  finish(): Promise<void>;
}

export function makeKeeper(start: Save, openStore: () => Promise<Store>, noticed?: StoreNotice): Keeper {
  let save = start;
  let notice = noticed;
  let store: Promise<Store> | undefined;
  let written: Promise<void> = Promise.resolve();
  const watchers = new Set<() => void>();
  /** The same thing is told once, however often it is met. */
  const tell = (next: StoreNotice | undefined) => {
    if (JSON.stringify(next) === JSON.stringify(notice)) return;
    notice = next;
    for (const changed of watchers) changed();
  };
  const withStore = (work: (opened: Store) => void) => {
    written = written.then(async () => {
      const opened = await store;
      if (!opened) return;
      work(opened);
      tell(opened.notice);
    });
  };
  return {
    keep(change) {
      save = applyChange(save, change);
      store ??= openStore();
      withStore((opened) => opened.save(change));
      return save;
    },
    prepare() {
      store ??= openStore();
      withStore(() => {});
    },
    notice: () => notice,
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    finish() {
      withStore((opened) => opened.saveMissed());
      return written;
    },
  };
}
