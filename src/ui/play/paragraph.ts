import { wrapColumns } from '../../text/columns.ts';
import { type Line, line, span } from '../lines.ts';
import type { Style } from '../theme.ts';

/** A text as lines of at most `width` columns, one column free at either side. */
export function paragraph(text: string, width: number, style?: Style): readonly Line[] {
  return wrapColumns(text, width - 2).map((row) => line(' ', span(row, style)));
}
