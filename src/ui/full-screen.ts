// The game's hold on its terminal, beneath Ink: taken, given back, and painted whole. Ink writes what has changed since the frame before,
// which is right as long as the screen is what Ink believes; a new size, a stopped job and whoever else writes end that.

import type { ReadStream, WriteStream } from 'node:tty';
import { MOUSE_ON } from './mouse.ts';
import {
  BRACKETED_PASTE_ON,
  ENTER_ALTERNATE_SCREEN,
  GIVE_BACK,
  LEAVE_ALTERNATE_SCREEN,
  TAKE_SCREEN,
  type TerminalHolder,
  takeKeys,
} from './terminal-modes.ts';

const ERASE_ALL = '\u001B[H\u001B[J';
const MODE_SWITCH = '\u001B[?';

interface Surroundings {
  readonly stdin: Pick<ReadStream, 'setRawMode'>;
  readonly stdout: WriteStream;
  /** Has Ink erase its frame, and forget it. */
  clear(): void;
  reportsMouse(): boolean;
}

/** Make it before Ink, whose first frame then erases what is there. It lasts until Ink leaves the screen. */
export class FullScreen implements TerminalHolder {
  readonly #around: Surroundings;
  readonly #write: WriteStream['write'];
  #isErasing = true;
  #isSilent = false;
  #isResized = false;
  /** Ink has given everything back, and the game has only to end. */
  #isLeft = false;

  constructor(around: Surroundings) {
    const { stdout } = around;
    this.#around = around;
    this.#write = stdout.write;
    stdout.write = this.#filter as typeof stdout.write;
    // Before Ink listens, which then draws the frame.
    stdout.on('resize', this.#forget);
    process.on('SIGWINCH', this.#repaintSameSize);
  }

  giveBack() {
    if (this.#isLeft) return;
    this.#around.stdin.setRawMode(false);
    this.#put(GIVE_BACK);
  }

  take() {
    if (this.#isLeft) return;
    takeKeys(this.#around.stdin);
    this.#put(TAKE_SCREEN + BRACKETED_PASTE_ON + (this.#around.reportsMouse() ? MOUSE_ON : ''));
    this.repaint();
  }

  readonly repaint = () => {
    this.#around.stdout.emit('resize');
    this.#isResized = false;
  };

  /** A frame is written whole once Ink believes in none. What it erases it for that would flicker: the next frame does, in one write. */
  readonly #forget = () => {
    this.#isResized = true;
    this.#isSilent = true;
    this.#around.clear();
    this.#isSilent = false;
    this.#isErasing = true;
  };

  /** Node tells of a size only where it is another than when it looked last; the terminal has cut off what it had no room for meanwhile. */
  readonly #repaintSameSize = () => {
    if (!this.#isResized) this.repaint();
    this.#isResized = false;
  };

  readonly #filter = (chunk: string, ...rest: []): boolean => {
    // Ink enters some 15 ms before it has a frame, and many terminals would go blank for that time; we are there already.
    if (this.#isSilent || chunk === ENTER_ALTERNATE_SCREEN) return true;
    if (chunk === LEAVE_ALTERNATE_SCREEN) this.#release();
    const isFrame = this.#isErasing && chunk !== '' && !chunk.startsWith(MODE_SWITCH);
    if (isFrame) this.#isErasing = false;
    return this.#put(isFrame ? ERASE_ALL + chunk : chunk, ...rest);
  };

  #put(text: string, ...rest: []): boolean {
    return this.#write.call(this.#around.stdout, text, ...rest);
  }

  #release() {
    this.#isLeft = true;
    const { stdout } = this.#around;
    stdout.write = this.#write;
    stdout.off('resize', this.#forget);
    process.off('SIGWINCH', this.#repaintSameSize);
  }
}
