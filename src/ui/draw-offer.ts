// What Tab offers, in two rows: the rows in which the chosen candidate stands, and how many more there are.

import { columns, fitColumns } from '../text/columns.ts';
import { type Line, line, padLine, span } from './lines.ts';

const ROWS = 2;
const GAP = 2;
/** Room for `+120` behind the last candidate. */
const MORE = 6;

interface Placed {
  readonly word: string;
  readonly index: number;
}

export function drawOffer(candidates: readonly string[], at: number | undefined, width: number): readonly Line[] {
  const rows = fillRows(candidates, width - 2 - MORE);
  const current = Math.max(
    0,
    rows.findIndex((row) => row.some(({ index }) => index === at)),
  );
  const from = Math.min(current, Math.max(0, rows.length - ROWS));
  const shown = rows.slice(from, from + ROWS);
  const more = candidates.length - shown.reduce((sum, row) => sum + row.length, 0);
  return Array.from({ length: ROWS }, (_, row) => {
    const words = (shown[row] ?? []).flatMap(({ word, index }) => [
      span(word, index === at ? 'chosen' : 'dim'),
      span(' '.repeat(GAP)),
    ]);
    const isLast = row === ROWS - 1 && more > 0;
    return isLast ? [...padLine([span(' '), ...words], width - MORE), span(`+${more}`, 'dim')] : line(' ', ...words);
  });
}

function fillRows(candidates: readonly string[], width: number): readonly (readonly Placed[])[] {
  const rows: Placed[][] = [];
  let used = 0;
  for (const [index, candidate] of candidates.entries()) {
    const word = fitColumns(candidate, width);
    if (rows.length === 0 || used + columns(word) > width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push({ word, index });
    used += columns(word) + GAP;
  }
  return rows;
}
