// The cards that are found, as many as have room around the chosen one.

import { type Card, cardWords } from '../../levels/codex.ts';
import { CODEX_WORDS } from '../../text/codex-words.ts';
import type { Game } from '../game-context.ts';
import { type Line, line, span } from '../lines.ts';

export interface ListOptions {
  readonly cards: readonly Card[];
  readonly index: number;
  readonly height: number;
  isKnown(card: Card): boolean;
}

export function drawList(game: Game, { cards, index, height, isKnown }: ListOptions): readonly Line[] {
  if (cards.length === 0) return [line(' ', span(CODEX_WORDS[game.language].codex.none, 'dim'))];
  const first = Math.max(0, Math.min(index - Math.floor(height / 2), cards.length - height));
  return cards.slice(first, first + height).map((card, at) => {
    const isChosen = first + at === index;
    const { name } = cardWords(game.library, card, game.language);
    const style = isChosen ? 'accent' : isKnown(card) ? undefined : 'dim';
    return line(
      span(isChosen ? (game.ascii ? '> ' : '❯ ') : '  ', 'accent'),
      signOf(game, isKnown(card)),
      span(name, style),
    );
  });
}

function signOf({ ascii }: Game, isKnown: boolean) {
  const [known, locked] = ascii ? ['* ', '. '] : ['◆ ', '◇ '];
  return span(isKnown ? known : locked, isKnown ? 'good' : 'dim');
}
