// The open rungs of the hints. The second and the third are joined by what the network as it is now has to say.

import { explainFault, remedyFault } from '../../dataplane/explain.ts';
import { nextFault } from '../../game/insight.ts';
import type { Session } from '../../game/session.ts';
import type { LevelText } from '../../levels/level.ts';
import type { Catalog } from '../../text/catalog.ts';
import { wrapColumns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import { type Line, line, span } from '../lines.ts';
import { paragraph } from './paragraph.ts';

const WHERE_RUNG = 1;
const REMEDY_RUNG = 2;

export function drawHints(session: Session, text: LevelText, catalog: Catalog, width: number): readonly Line[] {
  const { hints } = session;
  const open = text.hints
    .slice(0, hints)
    .flatMap((hint, index) => [
      ...indented(hint, width, span(` ${index + 1}. `, 'accent')),
      ...indented(computedFor(session, index, catalog), width, span('    '), 'warn'),
    ]);
  return hints < text.hints.length ? open : [...open, ...paragraph(catalog.game['hint.last'], width, 'dim')];
}

function computedFor(session: Session, rung: number, catalog: Catalog): string {
  const next = rung === WHERE_RUNG || rung === REMEDY_RUNG ? nextFault(session) : undefined;
  if (!next) return '';
  const { world, finding } = next;
  return rung === WHERE_RUNG
    ? fillMessage(catalog.game['hint.where'], { fault: explainFault(world, finding, catalog) })
    : fillMessage(catalog.game['hint.remedy'], { remedy: remedyFault(finding, catalog) });
}

function indented(text: string, width: number, mark: Line[number], style?: 'warn'): readonly Line[] {
  if (text === '') return [];
  return wrapColumns(text, width - 6).map((row, at) => line(at === 0 ? mark : '    ', span(row, style)));
}
