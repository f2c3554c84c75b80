// What is asked of the terminal while the game has it, and how all of it is given back. Light, because the splash needs it.

import type { ReadStream } from 'node:tty';
import { MOUSE_OFF } from './mouse.ts';

/** As Ink writes them, each in a write of its own. */
export const ENTER_ALTERNATE_SCREEN = '\u001B[?1049h';
export const LEAVE_ALTERNATE_SCREEN = '\u001B[?1049l';
/** The alternate screen, empty or not, from its first place on, with no cursor to be seen. */
export const TAKE_SCREEN = `${ENTER_ALTERNATE_SCREEN}\u001B[?25l\u001B[H`;
export const BRACKETED_PASTE_ON = '\u001B[?2004h';
/** Ends a frame, pasting by brackets and reports of the mouse, shows the cursor, leaves the alternate screen. */
export const GIVE_BACK = `\u001B[?2026l\u001B[?2004l${MOUSE_OFF}\u001B[?25h${LEAVE_ALTERNATE_SCREEN}`;

/** Windows has no signal that stops a program. */
export const HAS_JOB_CONTROL = process.platform !== 'win32';

/** Whoever has the terminal. */
export interface TerminalHolder {
  /** Leaves it as it was before the game. */
  giveBack(): void;
  /** Takes it, whatever has been done with it meanwhile, and shows everything. */
  take(): void;
}

/** A shell sets the terminal as it likes while its job is stopped. Node believes in the mode that it set last, and does nothing to set it again. */
export function takeKeys(stdin: Pick<ReadStream, 'setRawMode'>): void {
  stdin.setRawMode(false);
  stdin.setRawMode(true);
}
