import { type Line, lineColumns, span } from '../lines.ts';

interface Flowing {
  readonly width: number;
  /** What stands before the first item. */
  readonly lead: Line;
  /** Columns left free before the items of every further line. */
  readonly indent: number;
  readonly separator: Line;
}

/** Items set one after another, broken into lines between them and never inside. */
export function flowItems(items: readonly Line[], { width, lead, indent, separator }: Flowing): readonly Line[] {
  const lines: Line[] = [];
  let line: Line = lead;
  let isFresh = true;
  for (const item of items) {
    const longer = [...line, ...(isFresh ? [] : separator), ...item];
    if (line.length === 0 || lineColumns(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = [span(' '.repeat(indent)), ...item];
    }
    isFresh = false;
  }
  return [...lines, line];
}
