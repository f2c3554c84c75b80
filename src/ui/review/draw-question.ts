// The words of a review's question and of its choices.

import { displayName } from '../../cloud/lookup.ts';
import { printCommand } from '../../control/command.ts';
import { DEFAULT_PORT, type Probe } from '../../dataplane/probe.ts';
import type { Exercise } from '../../levels/review/asking.ts';
import { CATALOGS, type Catalog } from '../../text/catalog.ts';
import { wrapColumns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import type { Game } from '../game-context.ts';
import { type Line, line, span } from '../lines.ts';
import { commandLines } from '../play/draw-notice.ts';

export function drawQuestion(game: Game, exercise: Exercise, width: number): readonly Line[] {
  const { asks } = exercise;
  const command = asks.kind === 'refusal' ? commandLines(printCommand(asks.operation), width) : [];
  return [...wrapColumns(askIn(game, exercise), width).map((row) => line(span(row))), ...command];
}

function askIn({ language }: Game, { asks, text, world }: Exercise): string {
  const { review } = CATALOGS[language];
  if (asks.kind === 'question') return asks.words;
  if (asks.kind === 'refusal') return review['ask.refusal'];
  const { probe, event } = asks;
  const circumstances = [
    event !== undefined && fillMessage(review.event, { event: text.events[event] ?? event }),
    probe.flow !== undefined && fillMessage(review.flow, { flow: probe.flow.toLocaleString('en-US') }),
    probe.continues === true && review.continues,
    probe.size !== undefined && fillMessage(review.size, { size: probe.size }),
  ];
  const values = {
    from: displayName(world, probe.from),
    to:
      probe.toRecord === undefined
        ? displayName(world, probe.to ?? '')
        : fillMessage(review.record, { record: `“${probe.toRecord}”` }),
    traffic: trafficOf(probe, review.ping),
  };
  return [...circumstances, fillMessage(review[`ask.${asks.kind}`], values)].filter(Boolean).join(' ');
}

function trafficOf({ protocol = 'tcp', port = DEFAULT_PORT }: Probe, ping: string): string {
  return protocol === 'icmp' ? ping : `${protocol}/${port}`;
}

export function sayChoice({ language, catalog }: Game, { asks, text, world }: Exercise, value: string): string {
  const { review } = CATALOGS[language];
  switch (asks.kind) {
    case 'question':
      return text.choices[value] ?? value;
    case 'source':
      return value;
    case 'refusal':
      return review[value as 'accepted' | 'unchanged' | 'refused'];
    case 'way':
      return sayWay(
        value.split(' ').map((node) => displayName(world, node)),
        review,
      );
    case 'fate': {
      const [which, code] = value.split(' ');
      const why = catalog.explain[`code.${code}` as keyof typeof catalog.explain] ?? code;
      return fillMessage(review[which as 'conversed' | 'delivered' | 'request' | 'reply'], { why });
    }
  }
}

function sayWay(nodes: readonly string[], review: Catalog['review']): string {
  if (nodes[0] === 'straight') return review.straight;
  const way = nodes.filter((node) => node !== 'lost').join(' → ');
  if (way === '') return review['lost-at-once'];
  return nodes.at(-1) === 'lost' ? fillMessage(review.lost, { way }) : way;
}
