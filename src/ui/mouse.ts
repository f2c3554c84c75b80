// What a terminal says of the mouse, once it is asked to (modes 1000 and 1006). It is asked only where the player has chosen so: while it
// reports, most terminals select text only with Shift held. Source: XTerm Control Sequences, Mouse Tracking.

export const MOUSE_ON = '\u001B[?1000h\u001B[?1006h';
export const MOUSE_OFF = '\u001B[?1006l\u001B[?1000l';

export interface MouseEvent {
  readonly kind: 'click' | 'wheel-up' | 'wheel-down';
  /** Counted from 0. */
  readonly column: number;
  readonly row: number;
}

const ESCAPE = '\u001B';
/** After the Escape: the form of mode 1006 or, where a terminal knows only 1000, three characters for the numbers. */
const REPORT = /^\[(?:<(\d+);(\d+);(\d+)([Mm])|M([\s\S]{3}))/;
const BEGUN = /^\[(?:<[\d;]*|M[\s\S]{0,2})$/;
/** Longer than any report. */
const LONGEST = 32;

/** The report that begins here; empty for one that has not come whole, undefined for anything else. */
export function mouseReportAt(input: string, at: number): string | undefined {
  if (input[at] !== ESCAPE) return undefined;
  const after = input.slice(at + 1, at + LONGEST);
  const report = REPORT.exec(after)?.[0];
  if (report !== undefined) return ESCAPE + report;
  return BEGUN.test(after) ? '' : undefined;
}

const LEFT = 0;
const WHEEL_UP = 64;
const WHEEL_DOWN = 65;
/** Of a button's number, the bits that say which of Shift, Alt and Ctrl are held. */
const HELD = 4 | 8 | 16;

/** Undefined for what nothing here answers to: a release, another button. */
export function parseMouse(report: string): MouseEvent | undefined {
  const [, button = '', x = '', y = '', end = 'M', packed] = REPORT.exec(report.slice(1)) ?? [];
  const numbers = packed ? [...packed].map((char) => char.charCodeAt(0) - 32) : [button, x, y].map(Number);
  const [code = -1, column = 0, row = 0] = numbers;
  const kind = end === 'M' ? kindOf(code & ~HELD) : undefined;
  return kind && { kind, column: column - 1, row: row - 1 };
}

function kindOf(button: number): MouseEvent['kind'] | undefined {
  if (button === LEFT) return 'click';
  if (button === WHEEL_UP) return 'wheel-up';
  return button === WHEEL_DOWN ? 'wheel-down' : undefined;
}
