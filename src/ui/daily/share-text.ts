// A day's result as a few short lines to hand on: what it took, and for each send which goals were met. It gives nothing away.

import type { DailyRecord } from '../../progress/daily.ts';
import type { Catalog } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';

/** The last so many sends; who tried more often is not told off for it. */
const SENDS_SHOWN = 12;

/** Undefined as long as it is not solved. */
export function shareLines(
  date: string,
  record: DailyRecord | undefined,
  { daily }: Pick<Catalog, 'daily'>,
  ascii: boolean,
): readonly string[] | undefined {
  if (record?.solvedAt === undefined) return undefined;
  const { par, moves = 0, dollars = 0, exposure = 0, sends } = record;
  const head = fillMessage(daily['share.line'], { date, par, moves, exposure, dollars: `$${Math.round(dollars)}` });
  const lines = [head, sendsLine(sends, ascii)];
  return ascii ? lines.map((line) => line.replaceAll('·', '|')) : lines;
}

/** `✗✓✗ ✓✓✓`: one group for each send, one mark for each goal. */
function sendsLine(sends: readonly string[], ascii: boolean): string {
  const [met, unmet, more] = ascii ? ['+', 'x', '... '] : ['✓', '✗', '… '];
  const groups = sends
    .slice(-SENDS_SHOWN)
    .map((marks) => [...marks].map((mark) => (mark === '1' ? met : unmet)).join(''));
  return (sends.length > SENDS_SHOWN ? more : '') + groups.join(' ');
}
