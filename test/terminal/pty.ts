// A real pseudo-terminal with a real screen parser, for tests that play the game as a person does. Nothing here sleeps: whoever
// waits is woken by the program's output.
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';
import { listCells } from './cells.ts';

const keys = {
  up: '\u001B[A',
  down: '\u001B[B',
  right: '\u001B[C',
  left: '\u001B[D',
  home: '\u001B[H',
  end: '\u001B[F',
  'page-up': '\u001B[5~',
  'page-down': '\u001B[6~',
  delete: '\u001B[3~',
  'shift-tab': '\u001B[Z',
  f1: '\u001BOP',
  enter: '\r',
  escape: '\u001B',
  tab: '\t',
  space: ' ',
  backspace: '\u007F',
  'ctrl-a': '\u0001',
  'ctrl-c': '\u0003',
  'ctrl-d': '\u0004',
  'ctrl-e': '\u0005',
  'ctrl-l': '\u000C',
  'ctrl-r': '\u0012',
  'ctrl-u': '\u0015',
  'ctrl-w': '\u0017',
  'ctrl-z': '\u001A',
} as const;

const ESCAPE = '\u001B';
/** The mode of synchronized output: reset at the end of each frame. */
const FRAME_END = 2026;

/** How long an answer may take: nothing waits for it to go by, but a busy machine with two cores may need it. */
const PATIENCE = 40_000;

export type KeyName = keyof typeof keys;

export interface TerminalOptions {
  /** A fresh folder: the program's home, where it keeps its settings. */
  readonly home: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Exit {
  readonly code: number;
  readonly signal: number;
}

export type Screen = ReturnType<typeof startTerminal>;

/** Starts the built game, `dist/blackfoot.js`, as `npx blackfoot …` would. */
export function startGame(args: readonly string[], options: TerminalOptions): Screen {
  const program = fileURLToPath(new URL('../../dist/blackfoot.js', import.meta.url));
  return startTerminal([process.execPath, program, ...args], options);
}

export function startTerminal([file, ...args]: readonly [string, ...string[]], options: TerminalOptions) {
  const { columns = 100, rows = 30 } = options;
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  const child = spawn(file, args, {
    cols: columns,
    rows,
    // It sets TERM, whatever the environment says.
    name: options.env?.TERM ?? 'xterm-256color',
    cwd: options.cwd,
    env: childEnv(options),
  });
  let frames = 0;
  terminal.parser.registerCsiHandler({ prefix: '?', final: 'l' }, ([mode]) => {
    if (mode === FRAME_END) frames++;
    return false;
  });
  const watchers = new Set<() => void>();
  let output = '';
  let running = true;
  let exited: Exit | undefined;

  const wakeWatchers = () => {
    for (const watcher of [...watchers]) watcher();
  };
  child.onData((data) => {
    output += data;
    terminal.write(data, wakeWatchers);
  });
  // A real terminal answers questions about itself.
  terminal.onData((answer) => {
    if (running) child.write(answer);
  });
  const exit = new Promise<Exit>((resolve) => {
    child.onExit(({ exitCode, signal = 0 }) => {
      running = false;
      // The screen is up to date only after the parser has swallowed everything before this empty write.
      terminal.write('', () => {
        exited = { code: exitCode, signal };
        wakeWatchers();
        resolve(exited);
      });
    });
  });

  const lines = () => {
    const buffer = terminal.buffer.active;
    return Array.from({ length: terminal.rows }, (_, row) => {
      // A space that was written looks like a place that was not.
      return (
        buffer
          .getLine(buffer.baseY + row)
          ?.translateToString(true)
          .trimEnd() ?? ''
      );
    });
  };
  const text = () => lines().join('\n').trimEnd();

  /** Resolves with the screen's text as soon as it matches; rejects, showing the screen, at the end of the program or the time. */
  const waitFor = (
    wanted: RegExp | string | ((text: string) => boolean),
    { timeout = PATIENCE } = {},
  ): Promise<string> =>
    new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        watchers.delete(check);
        settle();
      };
      const giveUp = (reason: string) => {
        finish(() => reject(new Error(`${reason} before the screen had ${String(wanted)}:\n${text()}`)));
      };
      const check = () => {
        // In the middle of a frame the screen is neither the old one nor the new, and a person does not see it.
        const now = terminal.modes.synchronizedOutputMode && exited === undefined ? undefined : text();
        if (now !== undefined && matches(now, wanted)) finish(() => resolve(now));
        else if (exited !== undefined) giveUp(`The program ended with code ${exited.code}`);
      };
      const timer = setTimeout(() => giveUp(`${timeout} ms went by`), timeout);
      watchers.add(check);
      check();
    });

  return {
    waitFor,
    text,
    lines,
    cells: () => listCells(terminal),
    exit,
    /** How many frames are on the screen or have been. */
    get frames() {
      return frames;
    },
    /** Everything that the program has written, control sequences and all. */
    get output() {
      return output;
    },
    get cursor() {
      const { cursorX, cursorY } = terminal.buffer.active;
      const visible = output.lastIndexOf('\u001B[?25h') >= output.lastIndexOf('\u001B[?25l');
      return { column: cursorX, row: cursorY, visible };
    },
    get bufferType() {
      return terminal.buffer.active.type;
    },
    get bracketedPaste() {
      return terminal.modes.bracketedPasteMode;
    },
    /** All that a program may have set and must have given back, as the screen's parser and its own requests have it. */
    get modes() {
      const { modes, buffer } = terminal;
      const sequences = (rest: string) => output.match(new RegExp(`${ESCAPE}\\[${rest}`, 'g')) ?? [];
      return {
        buffer: buffer.active.type,
        cursorVisible: output.lastIndexOf('\u001B[?25h') >= output.lastIndexOf('\u001B[?25l'),
        ...modes,
        // The parser knows nothing of these. Kitty's keys are pushed and popped; of the others the last request counts.
        kittyKeys: sequences('>\\d*u').length - sequences('<\\d*u').length,
        modifiedKeys: sequences('>4;?\\d*m').at(-1),
        cursorShape: sequences('\\d* q').at(-1),
        scrollRegion: sequences('\\d*;?\\d*r').at(-1),
      };
    },
    press(...names: KeyName[]) {
      for (const name of names) child.write(keys[name]);
    },
    type(characters: string) {
      child.write(characters);
    },
    paste(characters: string) {
      child.write(terminal.modes.bracketedPasteMode ? `\u001B[200~${characters}\u001B[201~` : characters);
    },
    /** What another program writes over the screen. */
    scribble(characters: string) {
      terminal.write(characters, wakeWatchers);
    },
    resize(newColumns: number, newRows: number) {
      terminal.resize(newColumns, newRows);
      child.resize(newColumns, newRows);
    },
    /** The window is closed: the terminal is gone from under the program. */
    hangUp() {
      (child as unknown as { destroy(): void }).destroy();
    },
    kill(signal: NodeJS.Signals = 'SIGTERM') {
      child.kill(signal);
    },
    /** Ends the program if it still runs. Give it to `onTestFinished`. */
    async close() {
      if (running) child.kill('SIGKILL');
      await exit;
      terminal.dispose();
    },
  };
}

// Not this process's own environment: CI makes Ink silent, and whoever runs the tests may have colours or a language set.
function childEnv({ home, env }: TerminalOptions): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    XDG_CONFIG_HOME: home,
    TMPDIR: home,
    TERM: 'xterm-256color',
    LANG: 'en_US.UTF-8',
    ...env,
  };
}

function matches(text: string, wanted: RegExp | string | ((text: string) => boolean)): boolean {
  if (typeof wanted === 'string') return text.includes(wanted);
  return wanted instanceof RegExp ? wanted.test(text) : wanted(text);
}
