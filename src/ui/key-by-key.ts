// A terminal's input handed over one key at a time. One read may hold many keys (fast typing, a held key, a slow machine), and Ink gives
// a read to its listeners as one text: `jj` would move no menu, and of `:send` the screen would swallow `send` before the command line
// that `:` opens is there. So each key waits for its turn, and React has drawn what the key before it did.

import { EventEmitter } from 'node:events';
import type { ReadStream } from 'node:tty';
import { type MouseEvent, mouseReportAt, parseMouse } from './mouse.ts';

const ESCAPE = '\u001B';
const PASTE = { start: `${ESCAPE}[200~`, end: `${ESCAPE}[201~` } as const;
/**
 * What may follow an Escape that begins a sequence; the last kind is Alt with b, d, f or Backspace, which the command line knows. An
 * Escape before anything else is the key of that name.
 */
const SEQUENCE = /^(?:\[\[?[0-?]*[ -/]*[@-~]|O[0-9;]*[@-~]|[bdf\u007F])/;
/** How long Ink waits for a sequence to follow an Escape, and a little more. */
const ESCAPE_MS = 30;

/** The keys in a piece of input; `rest` is a paste or a report of the mouse that has not come whole. */
export function splitKeys(input: string): { readonly keys: readonly string[]; readonly rest: string } {
  const keys: string[] = [];
  let at = 0;
  while (at < input.length) {
    const key = keyAt(input, at);
    if (key === undefined) return { keys, rest: input.slice(at) };
    // Enter, when it was pressed before the terminal was told to give keys as they are.
    keys.push(key === '\n' ? '\r' : key);
    at += key.length;
  }
  return { keys, rest: '' };
}

function keyAt(input: string, at: number): string | undefined {
  if (input[at] !== ESCAPE) return String.fromCodePoint(input.codePointAt(at) as number);
  const mouse = mouseReportAt(input, at);
  if (mouse !== undefined) return mouse || undefined;
  if (!input.startsWith(PASTE.start, at)) return ESCAPE + (SEQUENCE.exec(input.slice(at + 1))?.[0] ?? '');
  const end = input.indexOf(PASTE.end, at);
  return end < 0 ? undefined : input.slice(at, end + PASTE.end.length);
}

/** What at the end of a read may begin a sequence. */
function endOf(input: string): string {
  return [`${ESCAPE}[`, ESCAPE].find((begun) => input.endsWith(begun)) ?? '';
}

/** What Ink reads in place of the terminal. */
export class KeyByKey extends EventEmitter {
  readonly #source: ReadStream;
  readonly #controls: Readonly<Record<string, () => void>>;
  readonly #waiting: string[] = [];
  #rest = '';
  #next: string | undefined;
  #isTurnDue = false;
  #isHeld = false;
  #onMouse: ((event: MouseEvent) => void) | undefined;
  #flush: NodeJS.Timeout | undefined;

  /** `controls` are keys of which Ink is told nothing, and what each does in its turn. */
  constructor(source: ReadStream, controls: Readonly<Record<string, () => void>> = {}) {
    super();
    this.#source = source;
    this.#controls = controls;
    this.on('newListener', (event) => event === 'readable' && this.#attach());
    this.on('removeListener', (event) => event === 'readable' && this.#detach());
  }

  get isTTY() {
    return this.#source.isTTY;
  }

  setRawMode(on: boolean) {
    this.#source.setRawMode(on);
    return this;
  }

  setEncoding(encoding: BufferEncoding) {
    this.#source.setEncoding(encoding);
    return this;
  }

  ref() {
    this.#source.ref();
    return this;
  }

  unref() {
    this.#source.unref();
    return this;
  }

  read(): string | null {
    const key = this.#next ?? null;
    this.#next = undefined;
    return key;
  }

  /** Keeps all keys back until what it returns is called: what they are meant for is not there yet. */
  hold(): () => void {
    this.#isHeld = true;
    return () => {
      this.#isHeld = false;
      this.#takeTurns();
    };
  }

  /** Calls back for what the mouse does, in its turn among the keys. */
  watchMouse(onMouse: (event: MouseEvent) => void): () => void {
    this.#onMouse = onMouse;
    return () => {
      this.#onMouse = undefined;
    };
  }

  get reportsMouse() {
    return this.#onMouse !== undefined;
  }

  /** As if it had been typed. */
  press(key: string) {
    this.#waiting.push(key);
    this.#takeTurns();
  }

  #attach() {
    if (this.listenerCount('readable') > 0) return;
    this.#source.on('readable', this.#pull);
    this.#takeTurns();
  }

  #detach() {
    if (this.listenerCount('readable') === 0) this.#source.off('readable', this.#pull);
  }

  readonly #pull = () => {
    for (let chunk = this.#source.read(); chunk !== null; chunk = this.#source.read()) {
      this.#take(this.#rest + chunk);
    }
    if (!this.#isTurnDue) this.#giveTurn();
  };

  #take(input: string) {
    clearTimeout(this.#flush);
    const { keys, rest } = splitKeys(input);
    // An Escape at the end of a read may begin a report of the mouse; when nothing follows, it is the key.
    const begun = this.#onMouse && rest === '' ? endOf(input) : '';
    this.#rest = rest + begun;
    this.#waiting.push(...keys.slice(0, keys.length - begun.length));
    if (begun === '') return;
    this.#flush = setTimeout(() => {
      this.#rest = '';
      this.#waiting.push(...begun);
      this.#takeTurns();
    }, ESCAPE_MS);
  }

  readonly #giveTurn = () => {
    this.#isTurnDue = false;
    if (this.#isHeld || this.listenerCount('readable') === 0) return;
    this.#next = this.#waiting.shift();
    if (this.#next === undefined) return;
    if (mouseReportAt(this.#next, 0)) return this.#giveMouse(this.#next);
    const control = this.#controls[this.#next];
    if (control) return this.#obey(control);
    // More was read with it, so it begins no sequence; Ink must have seen that before the next key comes.
    const isEscape = this.#next === ESCAPE && this.#waiting.length > 0;
    this.emit('readable');
    this.#takeTurns(isEscape ? ESCAPE_MS : 0);
  };

  /** Ink is told nothing of it, whether or not anybody listens. */
  #giveMouse(report: string) {
    this.#next = undefined;
    const event = parseMouse(report);
    if (event) this.#onMouse?.(event);
    this.#takeTurns();
  }

  #obey(control: () => void) {
    this.#next = undefined;
    control();
    this.#takeTurns();
  }

  /** The next key comes once everything that the last one set off is done. */
  #takeTurns(delay = 0) {
    if (this.#isTurnDue || this.#waiting.length === 0) return;
    this.#isTurnDue = true;
    if (delay > 0) setTimeout(this.#giveTurn, delay);
    else setImmediate(this.#giveTurn);
  }
}
