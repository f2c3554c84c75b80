import { columns } from '../text/columns.ts';
import { type Line, padLine, span } from './lines.ts';

/** The bottom line: what the keys do here. */
export function drawKeys(text: string, width: number): Line {
  const spans = text.split(/(\s{2,})/).flatMap((part) => {
    const keys = /^[←→↑↓](?: [←→↑↓])*|^\S+/.exec(part)?.[0] ?? '';
    return part.trim() === '' ? [span(part)] : [span(keys, 'key'), span(part.slice(keys.length), 'dim')];
  });
  return padLine([span(' '), ...spans], Math.max(width, columns(' ')));
}
