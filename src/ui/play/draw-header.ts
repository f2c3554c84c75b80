import { isSandbox } from '../../game/sandbox.ts';
import { type Session, scoreOf } from '../../game/session.ts';
import type { Catalog } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';
import { type Line, line, lineColumns, padLine, span } from '../lines.ts';

/** The top line: which level, and what the answer costs so far. */
export function drawHeader(session: Session, title: string, catalog: Catalog, width: number): Line {
  const { moves, par, cost, exposure } = scoreOf(session);
  const figures = line(
    isSandbox(session)
      ? span(fillMessage(catalog.sandbox['play.moves'], { moves }))
      : span(fillMessage(catalog.game['play.moves'], { moves, par }), moves > par ? 'warn' : 'good'),
    '   ',
    span(fillMessage(catalog.game['play.cost'], { cost: `$${cost.toFixed(2)}` })),
    '   ',
    span(fillMessage(catalog.game['play.exposure'], { count: exposure }), exposure > 0 ? 'warn' : undefined),
    ' ',
  );
  const room = width - lineColumns(figures);
  return [...padLine(line(span(` ${title}`, 'title')), Math.max(0, room)), ...figures];
}
