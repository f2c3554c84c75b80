// Starts Ink over the splash, keeps what the player wins, and gives the terminal back whatever happens.

import { render } from 'ink';
import type { Library } from '../levels/library.ts';
import type { CommandHistory } from '../progress/history.ts';
import { applyChange, type Change, type Save } from '../progress/progress.ts';
import type { Store } from '../progress/store.ts';
import type { Language } from '../text/catalog.ts';
import { App } from './App.tsx';
import type { Route } from './game-context.ts';
import { KeyByKey } from './key-by-key.ts';

export interface GameOptions {
  readonly library: Library;
  readonly language: Language;
  /** A level to open at once; the title else. */
  readonly levelId?: string | undefined;
  /** What was saved when the game started. */
  readonly save: Save;
  /** The store, opened once the first frame is on screen: it takes longer than the frame. */
  openStore(): Promise<Store>;
  openHistory(): Promise<CommandHistory>;
  now(): string;
  /** Called right before Ink draws. */
  handOver(): void;
}

/** Resolves when the player has left and everything is saved. */
export async function startGame({
  library,
  language,
  levelId,
  save,
  openStore,
  openHistory,
  now,
  handOver,
}: GameOptions): Promise<void> {
  const keeper = makeKeeper(save, openStore);
  const first: Route = levelId ? { screen: 'briefing', levelId } : { screen: 'title' };
  handOver();
  const keys = new KeyByKey(process.stdin);
  const app = render(
    <App
      library={library}
      language={language}
      first={first}
      save={save}
      now={now}
      keep={keeper.keep}
      holdKeys={() => keys.hold()}
      openHistory={openHistory}
    />,
    {
      stdin: keys as unknown as NodeJS.ReadStream,
      alternateScreen: true,
      incrementalRendering: true,
      // A held key repeats thirty times a second; at Ink's own thirty frames every second one would wait.
      maxFps: 60,
      exitOnCtrlC: false,
      patchConsole: false,
      interactive: true,
    },
  );
  try {
    await app.waitUntilExit();
  } finally {
    await keeper.finish();
  }
}

interface Keeper {
  keep(change: Change): Save;
  finish(): Promise<void>;
}

/** The screen has each change at once; the disk has it as soon as the store is open. */
function makeKeeper(start: Save, openStore: () => Promise<Store>): Keeper {
  let save = start;
  let store: Promise<Store> | undefined;
  let written: Promise<void> = Promise.resolve();
  const keep = (change: Change): Save => {
    save = applyChange(save, change);
    store ??= openStore();
    written = written.then(async () => (await store)?.save(change));
    return save;
  };
  return { keep, finish: () => written };
}
