// Measures a screen: nothing wider or higher than it is, every frame's edges meet, no word is cut.

import { columns } from '../../src/text/columns.ts';

interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Everything that is wrong with a screen, each in one sentence. */
export function listFlaws(lines: readonly string[], size: Size): readonly string[] {
  return [...listOverflows(lines, size), ...listBrokenFrames(lines), ...listCutWords(lines)];
}

function listOverflows(lines: readonly string[], size: Size): readonly string[] {
  const tall = lines.length > size.rows ? [`${lines.length} rows on a screen of ${size.rows}`] : [];
  const wide = lines.flatMap((line, row) =>
    columns(line) > size.columns ? [`row ${row} takes ${columns(line)} columns of ${size.columns}: ${line}`] : [],
  );
  return [...tall, ...wide];
}

/** What stands in each column of a row; a wide letter's second column is empty. */
function cellsOf(line: string): readonly string[] {
  return [...line].flatMap((char) => (columns(char) === 2 ? [char, ''] : [char]));
}

const SIDES: ReadonlySet<string> = new Set(['│', '║', '╢', '╟', '|']);

function listBrokenFrames(lines: readonly string[]): readonly string[] {
  const grid = lines.map(cellsOf);
  return grid.flatMap((row, top) =>
    row.flatMap((cell, left) => (cell === '╭' ? (flawOfFrame(grid, top, left) ?? []) : [])),
  );
}

function flawOfFrame(grid: readonly (readonly string[])[], top: number, left: number): string | undefined {
  const at = `the frame at row ${top}, column ${left}`;
  const right = closingCorner(grid[top] as readonly string[], left);
  if (right === undefined) return `${at} has no upper right corner`;
  for (let row = top + 1; row < grid.length; row++) {
    const [west = '', east = ''] = [grid[row]?.[left], grid[row]?.[right]];
    if (west === '╰') return east === '╯' ? undefined : `${at} ends in ${east || 'nothing'} at row ${row}`;
    if (!SIDES.has(west)) return `${at} has ${west || 'nothing'} for its left side at row ${row}`;
    if (!SIDES.has(east)) return `${at} has ${east || 'nothing'} for its right side at row ${row}`;
  }
  return `${at} has no lower edge`;
}

/** Frames may stand beside each other, and inside each other on rows of their own. */
function closingCorner(row: readonly string[], left: number): number | undefined {
  for (let column = left + 1; column < row.length; column++) {
    if (row[column] === '╭') return undefined;
    if (row[column] === '╮') return column;
  }
  return undefined;
}

/** A letter before an ellipsis, but for ids: a narrow map shortens those, and the pane below it tells them whole. */
const CUT_WORD = /(?<!\b(?:rtb|subnet|eni|igw|nat|vpc|eipalloc|pcx|tgw)-[\w-]*)\p{L}…/u;

/** An ellipsis may shorten an address, or stand for what is still to be said; behind a letter it has cut a word. */
function listCutWords(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, row) => (CUT_WORD.test(line) ? [`row ${row} cuts a word: ${line.trim()}`] : []));
}
