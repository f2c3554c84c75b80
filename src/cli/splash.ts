// What is on screen while Ink and React load, which takes longer than all of Node: the player sees at once that the game
// has started, and no key is lost. Plain Node, because everything imported here delays it.
import type { ReadStream, WriteStream } from 'node:tty';
import { GIVE_BACK, TAKE_SCREEN, type TerminalHolder, takeKeys } from '../ui/terminal-modes.ts';
import { holdTerminal } from './held-terminal.ts';
import { write } from './output.ts';

const home = '\u001B[H';

export interface Splash {
  /** Call it right before Ink's `render` with `alternateScreen: true`: whoever is named draws over the splash, and has the terminal from now on. */
  handOver(next: TerminalHolder): void;
  /** Gives the terminal back, when Ink never got to start. Does nothing once it was handed over. */
  leave(): void;
}

/** `terminal` is the process: its streams are made when they are first asked for, which the first paint need not wait for. */
export function paintSplash(terminal: { readonly stdout: WriteStream; readonly stdin: ReadStream }): Splash {
  const splash: TerminalHolder = {
    giveBack: () => {
      terminal.stdin.setRawMode(false);
      write(GIVE_BACK);
    },
    take: () => {
      write(`${TAKE_SCREEN}\r\n ${bold('Blackfoot')}${home}`);
      // Else early keys would be echoed over the picture, and wait for Enter. They stay in the terminal until Ink reads them.
      takeKeys(terminal.stdin);
    },
  };
  let stands = true;
  const end = (next: TerminalHolder | undefined) => {
    stands = false;
    process.off('exit', leave);
    holdTerminal(next);
  };
  const leave = () => {
    if (!stands) return;
    end(undefined);
    splash.giveBack();
  };
  // First of all: a signal that comes while the splash is being painted has to find someone who gives the terminal back.
  holdTerminal(splash);
  process.on('exit', leave);
  splash.take();
  return { leave, handOver: end };
}

function bold(text: string): string {
  return process.env.NO_COLOR || process.env.FORCE_COLOR === '0' ? text : `\u001B[1m${text}\u001B[22m`;
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
