// The packet scrubber: one exchange as a line of taps, and at the chosen tap the packet before and after, with what decided.

import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { REASONS } from '../../dataplane/codes.ts';
import { describeMark, describeRow, explainFault, explainStep, titleStep } from '../../dataplane/explain.ts';
import { RULES } from '../../dataplane/rules.ts';
import type { Tap } from '../../dataplane/taps.ts';
import type { Exchange } from '../../dataplane/trace.ts';
import type { Catalog } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';
import { type Border, beside, type Line, line, lineColumns, padLine, span } from '../lines.ts';
import { drawPacket, PACKET_ROWS } from './draw-packet.ts';
import { paragraph } from './paragraph.ts';

/** The line of taps, its title, the packet with its heading, and three rows of why. */
export const SCRUBBER_ROWS = 2 + 1 + PACKET_ROWS + 3;

export interface Taps {
  readonly request: readonly Tap[];
  readonly reply: readonly Tap[];
}

/** Where the scrubber stands: an index over the request's taps and then the reply's. */
export interface ScrubberOptions {
  readonly world: World;
  readonly exchange: Exchange;
  readonly taps: Taps;
  readonly index: number;
  readonly catalog: Catalog;
  readonly width: number;
  readonly height: number;
  readonly border: Border;
  readonly ascii: boolean;
}

export function tapAt({ request, reply }: Taps, index: number): Tap | undefined {
  return index < request.length ? request[index] : reply[index - request.length];
}

export function drawScrubber(options: ScrubberOptions): readonly Line[] {
  const { taps, index, width, height, catalog, border } = options;
  const tap = tapAt(taps, index);
  if (!tap) return [];
  const half = Math.floor((width - 2) / 2);
  const { step } = tap;
  const words = { from: catalog.game['packet.from'], to: catalog.game['packet.to'], bare: catalog.game['packet.bare'] };
  const before = drawPacket(step.before, step.before, half, border, words);
  const after =
    step.kind === 'dropped'
      ? [[], line(span(` ${options.ascii ? 'x' : '✗'} ${catalog.game['packet.ended']}`, 'bad'))]
      : drawPacket(step.after, step.before, half, border, words);
  const head = [...drawTimeline(options), drawTitle(options, tap)];
  const packets = beside(
    { lines: [line(span(` ${catalog.game['packet.before']}`, 'dim')), ...before], width: half },
    { lines: [], width: 2 },
    { lines: [line(span(` ${catalog.game['packet.after']}`, 'dim')), ...after], width: half },
  );
  const room = Math.max(1, height - head.length - packets.length);
  return [...head, ...packets, ...drawReason(options, tap).slice(0, room)]
    .slice(0, height)
    .map((row) => padLine(row, width));
}

function drawTimeline({ taps, index, exchange, catalog, ascii }: ScrubberOptions): readonly Line[] {
  const { request, reply } = taps;
  const dots = (from: number, count: number, died: boolean): Line =>
    Array.from({ length: count }, (_, at) => {
      const here = from + at === index;
      const dead = died && at === count - 1;
      if (here) return span(ascii ? (dead ? 'X' : '@') : dead ? '✗' : '◉', dead ? 'bad' : 'packet');
      if (dead) return span(ascii ? 'x' : '✗', 'bad');
      return span(ascii ? 'o' : '●', from + at < index ? 'accent' : 'dim');
    });
  const label = (key: 'packet.request' | 'packet.reply', alive: boolean) =>
    span(` ${catalog.game[key]} `, alive ? 'heading' : 'dim');
  const requestDied = exchange.request.disposition !== 'delivered';
  const replyDied = exchange.reply !== undefined && exchange.reply.disposition !== 'delivered';
  const replyDots =
    reply.length > 0 ? dots(request.length, reply.length, replyDied) : [span(catalog.game['packet.not-sent'], 'dim')];
  const path = [
    label('packet.request', index < request.length),
    ...dots(0, request.length, requestDied),
    span('  '),
    label('packet.reply', index >= request.length),
    ...replyDots,
  ];
  return [path];
}

function drawTitle({ taps, index, world, catalog }: ScrubberOptions, tap: Tap): Line {
  const isReply = index >= taps.request.length;
  const [at, of] = isReply ? [index - taps.request.length, taps.reply.length] : [index, taps.request.length];
  const place = fillMessage(catalog.game[`place.${tap.place}`], { name: displayName(world, tap.node) });
  const count = fillMessage(catalog.game['packet.tap'], { at: at + 1, of });
  return line(
    span(` ${count}  `, 'dim'),
    span(place, 'edge'),
    span('  '),
    span(titleStep(tap.step, catalog), tap.step.kind === 'dropped' ? 'bad' : 'heading'),
  );
}

/** Why: the sentence, the row that decided, the code and, where AWS has not published the rule, where we have it from. */
function drawReason({ world, catalog, exchange, width }: ScrubberOptions, tap: Tap): readonly Line[] {
  const { step } = tap;
  const fault = step.reason ? (exchange.reply?.fault ?? exchange.request.fault) : undefined;
  const sentence = fault ? explainFault(world, fault, catalog) : explainStep(world, step, tap, catalog);
  const table = step.table ? span(`${displayName(world, step.table)}  `, 'vpc') : span('');
  const row =
    step.row && line(span(`${catalog.game['packet.row']} `, 'dim'), table, span(describeRow(step.row), 'accent'));
  const code = fault && line(span(fault.code, 'bad'), span(`  ${displayName(world, fault.at)}`, 'dim'));
  const mark = RULES[step.reason ? REASONS[step.reason].rule : step.rule].mark;
  const source = mark === 'documented' ? undefined : line(span(describeMark(mark, catalog), 'warn'));
  const facts = [row, code, source].filter((fact) => fact !== undefined);
  return [...paragraph(sentence, width, fault && 'bad'), ...pack(facts, width)];
}

/** Lines one after another on as few rows as they fit. */
function pack(lines: readonly Line[], width: number): readonly Line[] {
  const rows: Line[] = [];
  for (const next of lines) {
    const last = rows.at(-1);
    const joined = last && [...last, span('   '), ...next];
    if (joined && lineColumns(joined) <= width - 1) rows[rows.length - 1] = joined;
    else rows.push(line(' ', ...next));
  }
  return rows;
}
