// The cards that are found, as many as have room around the chosen one.

import { type Card, cardWords } from '../../levels/codex.ts';
import { CATALOGS } from '../../text/catalog.ts';
import type { Game } from '../game-context.ts';
import { type Line, line, padLine, span } from '../lines.ts';
import { paragraph } from '../play/paragraph.ts';
import { isKnown } from './draw-pane.ts';

export interface ListOptions {
  readonly cards: readonly Card[];
  readonly index: number;
  readonly width: number;
  readonly height: number;
}

const POSITION_WIDTH = 5;

export function drawList(game: Game, { cards, index, width, height }: ListOptions): readonly Line[] {
  if (cards.length === 0) return paragraph(CATALOGS[game.language].codex.none, width, 'dim');
  const first = Math.max(0, Math.min(index - Math.floor(height / 2), cards.length - height));
  return cards.slice(first, first + height).map((card, at) => {
    const isChosen = first + at === index;
    const { name } = cardWords(game.library, card, game.language);
    const style = isChosen ? 'accent' : isKnown(game, card) ? undefined : 'dim';
    const pointer = isChosen ? (game.ascii ? '> ' : '❯ ') : '  ';
    const label = line(span(pointer, 'accent'), signOf(game, isKnown(game, card)), span(name, style));
    const { position = '' } = game.library.find(card.levelId) ?? {};
    return [...padLine(label, width - POSITION_WIDTH), span(position.padStart(POSITION_WIDTH - 1), 'dim')];
  });
}

function signOf({ ascii }: Game, known: boolean) {
  const [open, locked] = ascii ? ['* ', '. '] : ['◆ ', '◇ '];
  return span(known ? open : locked, known ? 'good' : 'dim');
}
