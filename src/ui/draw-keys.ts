import { columns } from '../text/columns.ts';
import { type Line, padLine, span } from './lines.ts';

/** The bottom line: what the keys do here. */
export function drawKeys(text: string, width: number): Line {
  const spans = text.split(/(\s{2,})/).flatMap((part) => {
    const [key = '', ...rest] = part.split(' ');
    return part.trim() === '' ? [span(part)] : [span(key, 'key'), span(` ${rest.join(' ')}`, 'dim')];
  });
  return padLine([span(' '), ...spans], Math.max(width, columns(' ')));
}
