// What is wrong with the save, said below every screen: once where it happens, and on the title as long as it is so.

import { wrapColumns } from '../text/columns.ts';
import { type Line, line, span } from './lines.ts';

export function drawSaveNotice(sentence: string | undefined, width: number): readonly Line[] {
  if (sentence === undefined) return [];
  return wrapColumns(sentence, width - 4).map((row, at) =>
    line(span(at === 0 ? ' ! ' : '   ', 'bad'), span(row, 'warn')),
  );
}
