// What is on screen while Ink and React load, which takes longer than all of Node: the player sees at once that the game
// has started, and no key is lost. Plain Node, because everything imported here delays it.
import type { ReadStream, WriteStream } from 'node:tty';
import { write } from './output.ts';

const enterAlternateScreen = '\u001B[?1049h';
const leaveAlternateScreen = '\u001B[?1049l';
const hideCursor = '\u001B[?25l';
const showCursor = '\u001B[?25h';
const home = '\u001B[H';
const eraseAll = '\u001B[H\u001B[J';
const modeSwitch = '\u001B[?';
const fatalSignals = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGTERM: 15 } as const;

export interface Splash {
  /** Call it right before Ink's `render` with `alternateScreen: true`: Ink then draws over the splash, with no blank screen between. */
  handOver(): void;
  /** Gives the terminal back, when Ink never got to start. Does nothing once it was handed over. */
  leave(): void;
}

/** `terminal` is the process: its streams are made when they are first asked for, which the first paint need not wait for. */
export function paintSplash(terminal: { readonly stdout: WriteStream; readonly stdin: ReadStream }): Splash {
  const leave = () => {
    if (!release()) return;
    terminal.stdin.setRawMode(false);
    write(`${leaveAlternateScreen}${showCursor}`);
  };
  // First of all: a signal that comes while the splash is being painted has to find someone who gives the terminal back.
  const release = guardExits(leave);
  write(`${enterAlternateScreen}${hideCursor}${home}\r\n ${bold('Blackfoot')}${home}`);
  const { stdin, stdout } = terminal;
  // Else early keys would be echoed over the picture, and wait for Enter. They stay in the terminal until Ink reads them.
  stdin.setRawMode(true);
  return {
    leave,
    handOver: () => {
      if (release()) replaceWithFirstFrame(stdout);
    },
  };
}

function bold(text: string): string {
  return process.env.NO_COLOR || process.env.FORCE_COLOR === '0' ? text : `\u001B[1m${text}\u001B[22m`;
}

// Until Ink is there to do it. Returns what lifts the guard, which tells whether it still stood.
function guardExits(leave: () => void): () => boolean {
  let standing = true;
  const endBy = (signal: NodeJS.Signals) => {
    leave();
    process.exit(128 + fatalSignals[signal as keyof typeof fatalSignals]);
  };
  const signals = Object.keys(fatalSignals) as (keyof typeof fatalSignals)[];
  for (const signal of signals) process.on(signal, endBy);
  process.on('exit', leave);
  return () => {
    if (!standing) return false;
    standing = false;
    process.off('exit', leave);
    // Not before Ink, which starts in this very turn, listens too: a signal between would end the game and leave the terminal as it is.
    queueMicrotask(() => {
      for (const signal of signals) process.off(signal, endBy);
    });
    return true;
  };
}

// Ink enters the alternate screen too, some 15 ms before it has a frame; many terminals would go blank for that time. So its
// entering is dropped, and the splash is erased in the very write that brings the first frame.
function replaceWithFirstFrame(stdout: WriteStream): void {
  const write = stdout.write;
  const intercept = (chunk: string, ...rest: []) => {
    if (chunk === enterAlternateScreen) return true;
    const isFrame = chunk !== '' && !chunk.startsWith(modeSwitch);
    if (isFrame || chunk === leaveAlternateScreen) stdout.write = write;
    return write.call(stdout, isFrame ? eraseAll + chunk : chunk, ...rest);
  };
  stdout.write = intercept as typeof stdout.write;
}

/**
 * The colour library inside Ink knows FORCE_COLOR but not NO_COLOR, and Node warns when both are set. To be called before Ink
 * is imported.
 */
export function honourNoColor(environment: NodeJS.ProcessEnv): void {
  if (!environment.NO_COLOR) return;
  environment.FORCE_COLOR = '0';
  delete environment.NO_COLOR;
}
