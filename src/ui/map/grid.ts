// Blocks of lines set out in columns, in reading order: as many columns as fit, so that the whole is low.

import { type Line, lineColumns, padLine, span } from '../lines.ts';

const GAP = 2;

export interface Grid {
  readonly widths: readonly number[];
  readonly height: number;
  /** Columns that are cut off, over all lines. */
  readonly cut: number;
}

type Block = readonly Line[];

const widthOf = (block: Block) => block.reduce((width, line) => Math.max(width, lineColumns(line)), 0);

/** The lowest grid of at most `most` columns that fits the width; one column, cut where it must be, when none does. */
export function planGrid(blocks: readonly Block[], width: number, most: number): Grid {
  const sizes = blocks.map((block) => ({ width: widthOf(block), height: block.length }));
  for (let count = Math.min(most, blocks.length); count > 1; count--) {
    const needed = Array.from({ length: count }, (_, column) =>
      Math.max(...sizes.filter((_size, index) => index % count === column).map((size) => size.width)),
    );
    const total = needed.reduce((sum, one) => sum + one + GAP, -GAP);
    if (total <= width) return { widths: share(needed, width), height: heightOf(sizes, count), cut: 0 };
  }
  return { widths: [width], height: heightOf(sizes, 1), cut: cutColumns(blocks.flat(), width) };
}

function heightOf(sizes: readonly { readonly height: number }[], count: number): number {
  let height = 0;
  for (let from = 0; from < sizes.length; from += count)
    height += Math.max(...sizes.slice(from, from + count).map((size) => size.height));
  return height;
}

/** How many columns of these lines lie beyond the width. */
export function cutColumns(lines: readonly Line[], width: number): number {
  return lines.reduce((sum, line) => sum + Math.max(0, lineColumns(line) - width), 0);
}

/** A grid of so many columns, whatever must be cut. */
export function squeezeGrid(blocks: readonly Block[], width: number, count: number): Grid {
  const sizes = blocks.map((block) => ({ height: block.length }));
  return {
    widths: Array.from({ length: count }, () => Math.floor(width / count)),
    height: heightOf(sizes, count),
    cut: 0,
  };
}

/** Equal columns where they all fit so, else each what it needs and a share of what is left. */
function share(needed: readonly number[], width: number): readonly number[] {
  const equal = Math.floor(width / needed.length);
  if (needed.every((one) => one + GAP <= equal)) return needed.map(() => equal);
  const spare = Math.floor((width - needed.reduce((sum, one) => sum + one, 0)) / needed.length);
  return needed.map((one) => one + spare);
}

/** `air` puts an empty line between the rows of the grid. */
export function drawGrid(blocks: readonly Block[], { widths }: Grid, air: boolean): readonly Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < blocks.length; from += widths.length) {
    const row = blocks.slice(from, from + widths.length);
    if (air && from > 0) lines.push([]);
    const height = Math.max(...row.map((block) => block.length));
    for (let index = 0; index < height; index++)
      lines.push(row.flatMap((block, column) => cell(block[index] ?? [], widths[column]!, column < row.length - 1)));
  }
  return lines;
}

/** What must be cut keeps its distance from the next column. */
function cell(line: Line, width: number, hasNext: boolean): Line {
  return hasNext ? [...padLine(line, width - 1), span(' ')] : line;
}
