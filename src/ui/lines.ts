// What a screen shows, as data: lines of styled spans. Drawing functions are pure and give lines; one component puts them on screen.
// A line never wraps: whoever draws it has measured it.

import { columns, fitColumns } from '../text/columns.ts';
import type { Style } from './theme.ts';

export interface Span {
  readonly text: string;
  readonly style?: Style | undefined;
}

export type Line = readonly Span[];

export function span(text: string, style?: Style): Span {
  return style ? { text, style } : { text };
}

export function line(...spans: readonly (Span | string)[]): Line {
  return spans.map((part) => (typeof part === 'string' ? span(part) : part));
}

export function lineColumns(of: Line): number {
  return of.reduce((width, { text }) => width + columns(text), 0);
}

export function lineText(of: Line): string {
  return of.map(({ text }) => text).join('');
}

/** The line made exactly `width` columns: cut with an ellipsis, or filled with spaces. */
export function padLine(of: Line, width: number): Line {
  const fitted = fitLine(of, width);
  const missing = width - lineColumns(fitted);
  return missing > 0 ? [...fitted, span(' '.repeat(missing))] : fitted;
}

export function fitLine(of: Line, width: number): Line {
  if (lineColumns(of) <= width) return of;
  const kept: Span[] = [];
  let left = width;
  for (const part of of) {
    const taken = columns(part.text);
    if (taken > left || (taken === left && part !== of.at(-1))) {
      if (left > 0) kept.push({ ...part, text: fitColumns(`${part.text} `.padEnd(left + 1, ' '), left) });
      return kept;
    }
    kept.push(part);
    left -= taken;
  }
  return kept;
}

/** Characters of a frame: drawn where the terminal has them, plain where it has not. */
export interface Border {
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomLeft: string;
  readonly bottomRight: string;
  readonly horizontal: string;
  readonly vertical: string;
}

export const ROUND: Border = {
  topLeft: '╭',
  topRight: '╮',
  bottomLeft: '╰',
  bottomRight: '╯',
  horizontal: '─',
  vertical: '│',
};
export const ASCII: Border = {
  topLeft: '+',
  topRight: '+',
  bottomLeft: '+',
  bottomRight: '+',
  horizontal: '-',
  vertical: '|',
};

/** A framed pane of exactly `width` × `height`, its title in the top edge. Content is cut or filled to fit. */
export function frame(
  content: readonly Line[],
  { width, height, title, aside, border, style }: FrameOptions,
): readonly Line[] {
  const inner = width - 2;
  const edge = (text: string) => span(text, style ?? 'border');
  const shown = Array.from({ length: height - 2 }, (_, index) => content[index] ?? []);
  const label = title ? fitLine([span(' '), ...title, span(' ')], Math.max(0, inner - 2)) : [];
  const room = inner - lineColumns(label);
  const note = aside && lineColumns(aside) + 4 <= room ? [span(' '), ...aside, span(' ')] : [];
  const rest = border.horizontal.repeat(Math.max(0, room - lineColumns(note) - (note.length > 0 ? 1 : 0)));
  const corner = note.length > 0 ? border.horizontal + border.topRight : border.topRight;
  return [
    [edge(border.topLeft), ...label, edge(rest), ...note, edge(corner)],
    ...shown.map((row): Line => [edge(border.vertical), ...padLine(row, inner), edge(border.vertical)]),
    [edge(border.bottomLeft + border.horizontal.repeat(inner) + border.bottomRight)],
  ];
}

export interface FrameOptions {
  readonly width: number;
  readonly height: number;
  readonly title?: Line;
  /** At the right of the top edge, where there is room for it. */
  readonly aside?: Line | undefined;
  readonly border: Border;
  readonly style?: Style;
}

/** Blocks of lines side by side; each block is padded to its own width. */
export function beside(
  ...blocks: readonly { readonly lines: readonly Line[]; readonly width: number }[]
): readonly Line[] {
  const height = Math.max(...blocks.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    blocks.flatMap(({ lines, width }) => padLine(lines[row] ?? [], width)),
  );
}
