// The open rungs of the hints. The second and the third are joined by what the network as it is now has to say.

import { explainFault, remedyFault } from '../../dataplane/explain.ts';
import { firstUnmet, nextFault } from '../../game/insight.ts';
import { type Session, triesToHint } from '../../game/session.ts';
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
      ...indented(computedFor(session, index, text, catalog), width, span('    '), 'warn'),
    ]);
  return [...open, ...paragraph(whatOpensNext(session, text, catalog), width, 'dim')];
}

/** There is no price on a hint; the next one wants only that something is tried. */
function whatOpensNext(session: Session, { hints }: LevelText, { game }: Catalog): string {
  if (session.hints >= hints.length) return game['hint.last'];
  const count = triesToHint(session);
  if (count === 0) return game['hint.ready'];
  return count === 1 ? game['hint.wait-one'] : fillMessage(game['hint.wait'], { count });
}

function computedFor(session: Session, rung: number, text: LevelText, catalog: Catalog): string {
  if (rung !== WHERE_RUNG && rung !== REMEDY_RUNG) return '';
  const next = nextFault(session);
  if (!next) return rung === WHERE_RUNG ? goalNow(session, text, catalog) : '';
  const { world, finding } = next;
  return rung === WHERE_RUNG
    ? fillMessage(catalog.game['hint.where'], { fault: explainFault(world, finding, catalog) })
    : fillMessage(catalog.game['hint.remedy'], { remedy: remedyFault(finding, catalog) });
}

/** Nothing is in a packet's way: then one gets through that should not, something is unanswered, or all is well and only to be sent. */
function goalNow(session: Session, text: LevelText, { game }: Catalog): string {
  const unmet = firstUnmet(session);
  return unmet
    ? fillMessage(game['hint.goal'], { goal: text.goals[unmet.goal.id] ?? unmet.goal.id })
    : game['hint.solved'];
}

function indented(text: string, width: number, mark: Line[number], style?: 'warn'): readonly Line[] {
  if (text === '') return [];
  return wrapColumns(text, width - 6).map((row, at) => line(at === 0 ? mark : '    ', span(row, style)));
}
