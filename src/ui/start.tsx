// Starts Ink over the splash, keeps what the player wins, and gives the terminal back whatever happens.

import { join } from 'node:path';
import { render } from 'ink';
import type { World } from '../cloud/world.ts';
import type { Library } from '../levels/library.ts';
import type { CommandHistory } from '../progress/history.ts';
import type { Save } from '../progress/progress.ts';
import { saveFolder } from '../progress/saved-file.ts';
import type { Store, StoreNotice } from '../progress/store.ts';
import { takeOut } from '../progress/take-out.ts';
import type { Language } from '../text/catalog.ts';
import { App } from './App.tsx';
import { FullScreen } from './full-screen.ts';
import type { Route } from './game-context.ts';
import { makeKeeper } from './keeper.ts';
import { KeyByKey } from './key-by-key.ts';
import { loadLevelScreens } from './load-level-screens.ts';
import { HAS_JOB_CONTROL, type TerminalHolder } from './terminal-modes.ts';

export interface TerminalOptions {
  /** Called right before Ink draws, with who has the terminal from then on. */
  handOver(next: TerminalHolder): void;
  /** Gives the terminal to the shell until the game is to go on. */
  stop(): void;
}

export interface GameOptions extends TerminalOptions {
  readonly library: Library;
  readonly language: Language;
  /** A level to open at once; the title else. */
  readonly levelId?: string | undefined;
  /** A network to open as a sandbox at once. */
  readonly sandboxWorld?: World | undefined;
  /** The sandboxes, to be chosen from at once. */
  readonly opensSandbox?: boolean;
  /** What was saved when the game started. */
  readonly save: Save;
  /** The store, opened once the first frame is on screen: it takes longer than the frame. */
  openStore(): Promise<Store>;
  /** What is already known to be wrong with the save. */
  readonly notice?: StoreNotice | undefined;
  openHistory(): Promise<CommandHistory>;
  now(): string;
}

/** Ctrl-L and Ctrl-Z mean the same wherever the player is, also in the middle of a command. */
const REPAINT = '\u000C';
const STOP = '\u001A';
const ARROWS = { up: '\u001B[A', down: '\u001B[B' } as const;

/** Resolves when the player has left and everything is saved. */
export async function startGame({
  library,
  language,
  levelId,
  sandboxWorld,
  opensSandbox = false,
  save,
  openStore,
  openHistory,
  notice,
  now,
  handOver,
  stop,
}: GameOptions): Promise<void> {
  const keeper = makeKeeper(save, openStore, notice);
  const first = firstRoute(levelId, sandboxWorld !== undefined, opensSandbox);
  const { stdin, stdout } = process;
  const screen = new FullScreen({ stdin, stdout, clear: () => app.clear(), reportsMouse: () => keys.reportsMouse });
  const keys = new KeyByKey(stdin, { [REPAINT]: screen.repaint, ...(HAS_JOB_CONTROL && { [STOP]: stop }) });
  handOver(screen);
  const app = render(
    <App
      library={library}
      language={language}
      first={first}
      save={save}
      now={now}
      colourDepth={stdout.getColorDepth()}
      keeper={keeper}
      takeOut={(name, text) => takeOut(process.cwd(), name, text)}
      sandboxFolder={join(saveFolder(), 'sandboxes')}
      sandboxWorld={sandboxWorld}
      holdKeys={() => keys.hold()}
      mouse={{ watch: (onEvent) => keys.watchMouse(onEvent), press: (key) => keys.press(ARROWS[key]) }}
      openHistory={openHistory}
    />,
    {
      stdin: keys as unknown as NodeJS.ReadStream,
      alternateScreen: true,
      incrementalRendering: true,
      // A key right after another waits for the rest of a frame's time; to make a frame takes less than this.
      maxFps: 120,
      exitOnCtrlC: false,
      patchConsole: false,
      interactive: true,
    },
  );
  // After what the player waits for.
  void loadLevelScreens().then(keeper.prepare);
  try {
    await app.waitUntilExit();
  } finally {
    await keeper.finish();
  }
}

function firstRoute(levelId: string | undefined, hasWorld: boolean, opensSandbox: boolean): Route {
  if (hasWorld) return { screen: 'sandbox-play' };
  if (opensSandbox) return { screen: 'sandbox' };
  return levelId ? { screen: 'briefing', levelId } : { screen: 'title' };
}
