// What a describe-… command printed: its JSON, with what fits a row kept on one row, so that a pane shows more of it.

import { wrapColumns } from '../../text/columns.ts';
import { type Line, line } from '../lines.ts';

export function drawOutput(output: unknown, width: number): readonly Line[] {
  const rows = typeof output === 'string' ? output.split('\n') : formatCompact(output, width - 2);
  return rows.flatMap((row) =>
    row.trim() === '' ? [[]] : wrapIndented(row, width - 2).map((piece) => line(' ', piece)),
  );
}

function wrapIndented(row: string, width: number): readonly string[] {
  const indent = /^ */.exec(row)?.[0] ?? '';
  return wrapColumns(row.trimStart(), width - indent.length).map((piece) => indent + piece);
}

function formatCompact(value: unknown, width: number, indent = ''): readonly string[] {
  const flat = JSON.stringify(value, null, 1)?.replace(/\n\s*/g, ' ') ?? '';
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= width) return [indent + flat];
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const entries = Object.entries(value);
  const inner = entries.flatMap(([key, each], index) => {
    const rows = formatCompact(each, width - 1, `${indent}  `);
    const [first = '', ...others] = rows;
    const label = Array.isArray(value) ? first : `${indent}  "${key}": ${first.trimStart()}`;
    const comma = index < entries.length - 1 ? ',' : '';
    return others.length === 0 ? [label + comma] : [label, ...others.slice(0, -1), others.at(-1) + comma];
  });
  return [indent + open, ...inner, indent + close];
}
