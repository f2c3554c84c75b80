import { CATALOGS } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';
import type { Game } from '../game-context.ts';
import { type Line, line, span } from '../lines.ts';
import type { ReviewState } from './review-state.ts';

export function drawHead({ language }: Game, { at, items }: ReviewState): Line {
  const { review } = CATALOGS[language];
  const count = fillMessage(review.count, { at: at + 1, all: items.length });
  return line(span(` ${review.title}`, 'title'), span(at < items.length ? `   ${count}` : '', 'dim'));
}
