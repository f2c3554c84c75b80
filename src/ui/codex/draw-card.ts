// A card as lines: its picture, the rule, what people believe instead, and where it is known from.

import { beliefsCorrectedBy, type Card, cardWords, knownFrom } from '../../levels/codex.ts';
import { CONCEPTS } from '../../levels/concepts.ts';
import { CATALOGS } from '../../text/catalog.ts';
import { columns, wrapColumns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import type { Game } from '../game-context.ts';
import { type Line, line, span } from '../lines.ts';
import { paragraph } from '../play/paragraph.ts';
import { plainPicture } from './picture.ts';

export function drawCard(game: Game, card: Card, width: number): readonly Line[] {
  const parts = [
    drawPicture(game, card, width),
    ...cardWords(game.library, card, game.language).rule.map((rule) => paragraph(rule, width)),
    ...drawBeliefs(game, card, width),
    drawSources(game, card, width),
    drawLevel(game, card, width),
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : [[], ...part]));
}

/** A card that is not known yet says where it is found, and no more. */
export function drawLocked({ library, levelText, language }: Game, { levelId }: Card, width: number): readonly Line[] {
  const { codex } = CATALOGS[language];
  const entry = library.find(levelId);
  const words = entry
    ? fillMessage(codex.locked, { position: entry.position, title: levelText(levelId).title })
    : codex['locked-elsewhere'];
  return [[], ...paragraph(words, width, 'dim'), ...paragraph(codex.here, width, 'dim')];
}

function drawPicture({ ascii }: Game, { concept }: Card, width: number): readonly Line[] {
  const rows = CONCEPTS[concept]?.picture ?? [];
  if (rows.some((row) => columns(row) + 2 > width)) return [];
  return rows.map((row) => line(' ', span(ascii ? plainPicture(row) : row, 'vpc')));
}

function drawBeliefs({ language }: Game, { concept }: Card, width: number): readonly (readonly Line[])[] {
  const { codex, beliefs } = CATALOGS[language];
  return beliefsCorrectedBy(concept).map(({ id }, index) => {
    const { belief, so } = beliefs[id];
    const heading = index === 0 ? [line(' ', span(codex.beliefs, 'heading'))] : [];
    return [...heading, ...paragraph(`“${belief}”`, width, 'warn'), ...paragraph(so, width)];
  });
}

function drawSources({ library, language }: Game, card: Card, width: number): readonly Line[] {
  const { codex } = CATALOGS[language];
  const known = knownFrom(library, card);
  const labels = known.map(({ mark }) => codex[`mark.${mark ?? 'unmarked'}`]);
  const indent = Math.max(...labels.map(columns)) + 2;
  const rows = known.flatMap(({ sources }, index) =>
    wrapColumns(joinSources(sources), width - 2 - indent).map((row, at) => {
      const label = at === 0 ? (labels[index] ?? '') : '';
      return line(' ', span(label, 'accent'), ' '.repeat(indent - columns(label)), span(row, 'dim'));
    }),
  );
  return [line(' ', span(codex.sources, 'heading')), ...rows];
}

/** Pages of one guide behind its name, said once. */
function joinSources(sources: readonly string[]): string {
  const guides = new Map<string, string[]>();
  for (const source of sources) {
    const [guide = '', ...page] = source.split(', ');
    guides.set(guide, [...(guides.get(guide) ?? []), page.join(', ')]);
  }
  return [...guides]
    .map(([guide, pages]) => [guide, pages.filter(Boolean).join('; ')].filter(Boolean).join(', '))
    .join('; ');
}

function drawLevel({ library, levelText, language }: Game, { levelId }: Card, width: number): readonly Line[] {
  const { codex } = CATALOGS[language];
  const { position = '' } = library.find(levelId) ?? {};
  return paragraph(fillMessage(codex.level, { position, title: levelText(levelId).title }), width, 'dim');
}
