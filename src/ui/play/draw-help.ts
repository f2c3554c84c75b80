// The list of keys, in two columns where there is room, and what the figures in the header mean.

import type { Catalog } from '../../text/catalog.ts';
import { PLAY_KEYS } from '../keys.ts';
import { beside, type Line, lineColumns, padLine, span } from '../lines.ts';
import { paragraph } from './paragraph.ts';

const KEY_COLUMNS = 9;

export function drawHelp({ game }: Catalog, width: number): readonly Line[] {
  const rows = PLAY_KEYS.map(
    ({ action, shown }): Line => [...padLine([span(` ${shown}`, 'key')], KEY_COLUMNS), span(game[`action.${action}`])],
  );
  return [
    ...inTwo(rows, width),
    [],
    ...paragraph(game['help.menu'], width, 'dim'),
    ...paragraph(game['help.figures'], width, 'dim'),
  ];
}

function inTwo(rows: readonly Line[], width: number): readonly Line[] {
  const half = Math.floor(width / 2);
  if (rows.some((row) => lineColumns(row) > half)) return rows;
  const middle = Math.ceil(rows.length / 2);
  return beside({ lines: rows.slice(0, middle), width: half }, { lines: rows.slice(middle), width: width - half });
}
