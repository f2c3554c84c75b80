// The characters of the map: drawn ones, and plain ones for terminals that have nothing else. Each mark takes one column.

import { type Border, type Line, ROUND } from '../lines.ts';

export interface Glyphs {
  readonly ascii: boolean;
  /** Where the packet is, where it has been, where it died. */
  readonly packet: string;
  readonly passed: string;
  readonly failed: string;
  /** Before what the last edit has changed. */
  readonly changed: string;
  /** Between a private address and the public one that the edge swaps it with. */
  readonly pair: string;
  readonly arrow: string;
  readonly back: string;
  readonly link: string;
  readonly pointer: string;
  readonly box: Box;
}

/** The Blackfoot box. It breaks into the lower edge of its VPC's frame. */
interface Box {
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomLeft: string;
  readonly bottomRight: string;
  readonly horizontal: string;
  readonly vertical: string;
  /** Where the frame's edge runs into the box and out of it. */
  readonly enter: string;
  readonly leave: string;
  /** Where the line to the internet begins. */
  readonly foot: string;
}

const DRAWN: Glyphs = {
  ascii: false,
  packet: '●',
  passed: '·',
  failed: '✗',
  changed: '*',
  pair: '⇄',
  arrow: '→',
  back: '←',
  link: '──',
  pointer: '❯',
  box: {
    topLeft: '╔',
    topRight: '╗',
    bottomLeft: '╚',
    bottomRight: '╝',
    horizontal: '═',
    vertical: '║',
    enter: '╢',
    leave: '╟',
    foot: '╤',
  },
};

const PLAIN: Glyphs = {
  ascii: true,
  packet: '@',
  passed: '.',
  failed: 'X',
  changed: '*',
  pair: '=',
  arrow: '>',
  back: '<',
  link: '--',
  pointer: '>',
  box: {
    topLeft: '+',
    topRight: '+',
    bottomLeft: '+',
    bottomRight: '+',
    horizontal: '=',
    vertical: '|',
    enter: '|',
    leave: '|',
    foot: '+',
  },
};

export function glyphsOf(border: Border): Glyphs {
  return border.vertical === ROUND.vertical ? DRAWN : PLAIN;
}

/** What was cut ends in an ellipsis; a plain terminal has none, and shows a tilde. */
export function plainEllipsis<T extends Line>(lines: readonly T[]): readonly Line[] {
  return lines.map((line) =>
    line.some(({ text }) => text.includes('…'))
      ? line.map((part) => ({ ...part, text: part.text.replaceAll('…', '~') }))
      : line,
  );
}
