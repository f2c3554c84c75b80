// The framed card: what is known of it, from the row that the reader has scrolled to.

import { beliefsCorrectedBy, type Card, cardWords } from '../../levels/codex.ts';
import { CATALOGS } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';
import type { Game, Size } from '../game-context.ts';
import { frame, type Line, line, span } from '../lines.ts';
import { drawCard, drawLocked } from './draw-card.ts';

export interface Pane {
  readonly lines: readonly Line[];
  /** Rows of the card below the last one shown. */
  readonly hidden: number;
}

/** A card is known once its level has been met, or a belief that it corrects has come up. */
export function isKnown({ progress }: Pick<Game, 'progress'>, { concept, levelId }: Card): boolean {
  return (
    Object.hasOwn(progress.levels, levelId) ||
    beliefsCorrectedBy(concept).some(({ id }) => Object.hasOwn(progress.reviews, id))
  );
}

export function drawPane(game: Game, card: Card | undefined, scroll: number, { columns, rows }: Size): Pane {
  const width = columns - 2;
  const content = !card ? [] : isKnown(game, card) ? drawCard(game, card, width) : drawLocked(game, card, width);
  const from = Math.max(0, Math.min(scroll, content.length - rows + 2));
  const hidden = Math.max(0, content.length - from - rows + 2);
  const name = card ? cardWords(game.library, card, game.language).name : '';
  const more = fillMessage(CATALOGS[game.language].codex.more, { count: hidden });
  const lines = frame(content.slice(from), {
    width: columns,
    height: rows,
    border: game.border,
    title: line(span(name, 'heading')),
    aside: hidden > 0 ? line(span(`↓ ${more}`, 'dim')) : undefined,
  });
  return { lines, hidden };
}
