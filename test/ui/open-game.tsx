// The game on a screen that is only an array of rows: Ink draws whole frames into it, and keys come one at a time, as the terminal's do.

import { EventEmitter } from 'node:events';
import { render } from 'ink';
import { onTestFinished } from 'vitest';
import type { World } from '../../src/cloud/world.ts';
import { loadAnswers } from '../../src/levels/answers.ts';
import type { Library } from '../../src/levels/library.ts';
import { applyChange, EMPTY_SAVE, type Save } from '../../src/progress/progress.ts';
import type { StoreNotice } from '../../src/progress/store.ts';
import type { Language } from '../../src/text/catalog.ts';
import { columns as columnsOf } from '../../src/text/columns.ts';
import { App } from '../../src/ui/App.tsx';
import type { Route } from '../../src/ui/game-context.ts';
import { loadLevelScreens } from '../../src/ui/load-level-screens.ts';
import type { MouseEvent } from '../../src/ui/mouse.ts';

export interface GameOptions {
  readonly library: Library;
  readonly columns: number;
  readonly rows: number;
  readonly language?: Language;
  readonly first?: Route;
  readonly save?: Save;
  /** Opened as at a first start, its level screens not yet loaded. */
  readonly isCold?: boolean;
  readonly colourDepth?: number;
  /** What is wrong with the save. */
  readonly notice?: StoreNotice;
  /** Where sandboxes are saved; nowhere unless told. */
  readonly sandboxFolder?: string;
  readonly sandboxWorld?: World;
  /** Called when keys are held back. */
  onHold?(): void;
  /** What was typed in earlier games; what is typed in this one is added. */
  readonly typed?: string[];
  /** Whether files can be written where the game was started. */
  readonly canWrite?: boolean;
}

const NAMED: Readonly<Record<string, string>> = {
  up: '\u001B[A',
  down: '\u001B[B',
  right: '\u001B[C',
  left: '\u001B[D',
  home: '\u001B[H',
  end: '\u001B[F',
  enter: '\r',
  tab: '\t',
  space: ' ',
  backspace: '\u007F',
  'shift-tab': '\u001B[Z',
  'alt-b': '\u001Bb',
  'alt-f': '\u001Bf',
  'alt-d': '\u001Bd',
  'alt-backspace': '\u001B\u007F',
  'ctrl-a': '\u0001',
  'ctrl-e': '\u0005',
  'ctrl-g': '\u0007',
  'ctrl-k': '\u000B',
  'ctrl-n': '\u000E',
  'ctrl-p': '\u0010',
  'ctrl-r': '\u0012',
  'ctrl-u': '\u0015',
  'ctrl-w': '\u0017',
  'ctrl-y': '\u0019',
};

class Screen extends EventEmitter {
  readonly isTTY = true;
  frame = '';
  columns: number;
  rows: number;

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
  }

  write(text: string) {
    // Control sequences of their own are about the terminal, not of the picture.
    if (!text.startsWith('\u001B[?')) this.frame = text;
    return true;
  }
}

class Keyboard extends EventEmitter {
  readonly isTTY = true;
  #next: string | null = null;

  press(key: string) {
    this.#next = key;
    this.emit('readable');
  }

  read() {
    const key = this.#next;
    this.#next = null;
    return key;
  }

  setEncoding() {}
  setRawMode() {}
  ref() {}
  unref() {}
}

/** Packets do not walk by themselves here, so that a still is a still. */
const CALM: Save = { ...EMPTY_SAVE, settings: { motion: 'off' } };

export async function openGame({
  library,
  columns,
  rows,
  language = 'en',
  first,
  save = CALM,
  isCold,
  onHold,
  sandboxFolder = '/nowhere/sandboxes',
  sandboxWorld,
  typed = [],
  canWrite = true,
  notice: noticed,
  colourDepth = 24,
}: GameOptions) {
  if (!isCold) await Promise.all([loadLevelScreens(), loadAnswers('', undefined)]);
  const screen = new Screen(columns, rows);
  const keyboard = new Keyboard();
  let kept = save;
  let notice = noticed;
  let tellNotice = () => {};
  let point: (event: MouseEvent) => void = () => {};
  const taken = new Map<string, string>();
  const app = render(
    <App
      library={library}
      language={language}
      first={first ?? { screen: 'title' }}
      save={save}
      colourDepth={colourDepth}
      now={() => '2026-01-01T00:00:00.000Z'}
      keeper={{
        keep: (change) => {
          kept = applyChange(kept, change);
          return kept;
        },
        notice: () => notice,
        watch: (changed) => {
          tellNotice = changed;
          return () => {};
        },
      }}
      takeOut={(name, text) => {
        taken.set(name, text);
        return canWrite ? { file: name } : { reason: 'EACCES' };
      }}
      sandboxFolder={sandboxFolder}
      sandboxWorld={sandboxWorld}
      holdKeys={() => {
        onHold?.();
        return () => {};
      }}
      mouse={{
        watch: (onEvent) => {
          point = onEvent;
          return () => {};
        },
        press: (key) => keyboard.press(NAMED[key] as string),
      }}
      openHistory={async () => ({ lines: [...typed], add: (line) => typed.push(line) })}
    />,
    {
      stdout: screen as unknown as NodeJS.WriteStream,
      stdin: keyboard as unknown as NodeJS.ReadStream,
      debug: true,
      exitOnCtrlC: false,
      patchConsole: false,
      interactive: true,
    },
  );
  onTestFinished(() => app.unmount());
  await drawn();
  return {
    /** Names of keys, and texts to be typed letter by letter. */
    async press(...keys: readonly string[]) {
      for (const key of keys.flatMap((each) => (each in NAMED ? [NAMED[each] as string] : [...each]))) {
        keyboard.press(key);
        await drawn();
      }
    },
    /** Clicks where the text stands, the first time from above, or turns the wheel there. */
    async mouse(kind: MouseEvent['kind'], text: string) {
      const lines = screen.frame.split('\n');
      const row = lines.findIndex((line) => line.includes(text));
      const before = lines[row]?.slice(0, lines[row].indexOf(text)) ?? '';
      point({ kind, row, column: columnsOf(before) });
      for (let turn = 0; turn < 5; turn++) await drawn();
    },
    async resize(newColumns: number, newRows: number) {
      Object.assign(screen, { columns: newColumns, rows: newRows });
      screen.emit('resize');
      await settled();
    },
    /** Until what was looked for in the background is on screen. */
    settle: settled,
    /** As a terminal hands over what was pasted; commands are carried out at once. */
    async paste(text: string) {
      keyboard.press(`\u001B[200~${text}\n\u001B[201~`);
      await drawn();
    },
    /** Pasted into the command line, to be run by Enter. */
    async enterText(text: string) {
      keyboard.press(`\u001B[200~${text}\u001B[201~`);
      await drawn();
    },
    lines: () => screen.frame.split('\n').map((row) => row.trimEnd()),
    text: () => screen.frame,
    save: () => kept,
    /** Files that were written, by name. */
    taken,
    /** The save has met something else, or nothing any more. */
    async meetNotice(next: StoreNotice | undefined) {
      notice = next;
      tellNotice();
      await settled();
    },
  };
}

/** React takes its time over what is no key. */
async function settled() {
  for (let turn = 0; turn < 20; turn++) await drawn();
}

/** React has done all that the last event set off. */
function drawn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
