import { columns, wrapColumns } from '../../text/columns.ts';
import { type Line, lineText } from '../../ui/lines.ts';

/** A width that no sentence reaches: here the terminal, or who reads aloud, breaks the lines. */
export const UNBROKEN = 10_000;

/** What was drawn for a screen, as plain sentences. */
export function words(lines: readonly Line[]): readonly string[] {
  return lines.map((row) => lineText(row).trim()).filter((row) => row !== '');
}

/** A sentence as rows of a terminal, each as far in as its beginning. */
export function breakLines(sentence: string, width: number | undefined): string {
  const indent = /^ */.exec(sentence)?.[0] ?? '';
  if (width === undefined || columns(sentence) <= width) return sentence;
  return wrapColumns(sentence.trimStart(), Math.max(20, width - indent.length - 2))
    .map((row, at) => `${indent}${at === 0 ? '' : '  '}${row}`)
    .join('\n');
}

/** Signs that are read aloud as nothing, or by their long names, as words. */
export function spoken(sentence: string, say: (key: 'sign.to' | 'sign.with') => string): string {
  return sentence.replaceAll('→', say('sign.to')).replaceAll('⇄', say('sign.with')).replace('← ', '');
}
