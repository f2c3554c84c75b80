// Who has the terminal: the splash, then Ink, nobody before and after. Signals and faults give it back through whoever has it.

import type { TerminalHolder } from '../ui/terminal-modes.ts';

let holder: TerminalHolder | undefined;

/** Said before anything is done to the terminal, and by undefined when it is as it was. */
export function holdTerminal(next: TerminalHolder | undefined): void {
  holder = next;
}

export function isTerminalHeld(): boolean {
  return holder !== undefined;
}

export function giveBackTerminal(): void {
  holder?.giveBack();
}

export function takeTerminal(): void {
  holder?.take();
}
