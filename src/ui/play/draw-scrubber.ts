// The packet scrubber: one exchange as a line of taps, and at the chosen tap the packet before and after, with what decided.

import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { REASONS } from '../../dataplane/codes.ts';
import { describeMark, describeRow, explainFault, explainStep, titleStep } from '../../dataplane/explain.ts';
import { RULES } from '../../dataplane/rules.ts';
import type { Tap, Taps } from '../../dataplane/taps.ts';
import { memoByIdentity } from '../../memo.ts';
import type { Packet } from '../../net/packet.ts';
import type { Catalog } from '../../text/catalog.ts';
import { fillMessage } from '../../text/message.ts';
import { type Border, beside, type Line, line, lineColumns, padLine, span } from '../lines.ts';
import { drawAtTap } from './draw-at-tap.ts';
import { drawPacket, packetColumns, packetRows, packetWords, wrapDepth } from './draw-packet.ts';
import { drawTimeline, type TimelineOptions, tapAt } from './draw-timeline.ts';
import { paragraph } from './paragraph.ts';

/** Timeline and title; and at the least as many rows of why. */
const HEAD_ROWS = 2;
const WHY_ROWS = 3;

export interface ScrubberOptions extends TimelineOptions {
  readonly index: number;
  readonly world: World;
  /** The most wraps around any packet of this send: the pane keeps its height from goal to goal. */
  readonly depth: number;
  /** The tables in force at the tap, in the place of the packet. */
  readonly showsTables: boolean;
  readonly catalog: Catalog;
  readonly width: number;
  readonly height: number;
  readonly border: Border;
}

/** From this height on the packets have a heading. */
const ROOMY = 30;

export function scrubberRows(depth: number, { rows }: { readonly rows: number }): number {
  return HEAD_ROWS + packetRows(depth) + WHY_ROWS + (rows >= ROOMY ? 1 : 0);
}

function packetsOf({ request, reply }: Taps): readonly Packet[] {
  return [...request, ...reply].flatMap(({ step }) => [step.before, step.after]);
}

const columnsByWords = memoByIdentity((words: ReturnType<typeof packetWords>) =>
  memoByIdentity((taps: Taps) => packetColumns(packetsOf(taps), words)),
);

/** How deep the packets of an exchange are wrapped. */
export function depthOf(taps: Taps): number {
  return wrapDepth(packetsOf(taps));
}

export function drawScrubber(options: ScrubberOptions): readonly Line[] {
  const { taps, index, width, height, catalog } = options;
  const tap = tapAt(taps, index);
  if (!tap) return [];
  const head = [drawTimeline(options, catalog, width), drawTitle(options, tap)];
  const room = height - head.length;
  const body = options.showsTables
    ? drawAtTap({ ...options, tap, height: room })
    : [...drawPackets(options, tap, room), ...drawReason(options, tap)].slice(0, room);
  return [...head, ...body].map((row) => padLine(row, width));
}

const ARROW_WIDTH = 2;

/** Before and after; with a heading where there is a row for it. */
function drawPackets(options: ScrubberOptions, { step }: Tap, height: number): readonly Line[] {
  const { width, depth, border, catalog, ascii } = options;
  const words = packetWords(catalog.game);
  const half = Math.min(Math.floor((width - ARROW_WIDTH) / 2), columnsByWords(words)(options.taps));
  const common = { width: half, depth, border, words };
  const { before, after } = step;
  const middle = Math.max(1, depth);
  const ended: readonly Line[] = [
    ...Array.from({ length: middle }, (): Line => []),
    line(span(` ${ascii ? 'x' : '✗'} ${catalog.game['packet.ended']}`, 'bad')),
  ];
  const isEnd = step.kind === 'dropped';
  const arrow: Line = [span(isEnd ? '' : ascii ? '>' : '→', 'accent')];
  const packets = beside(
    { lines: drawPacket({ packet: before, after: isEnd ? undefined : after }, common), width: half },
    { lines: [...Array.from({ length: middle }, (): Line => []), arrow], width: ARROW_WIDTH },
    { lines: isEnd ? ended : drawPacket({ packet: after, before }, common), width: half },
  );
  if (height < packets.length + WHY_ROWS + 1) return packets;
  const word = (key: 'packet.before' | 'packet.after') => span(` ${catalog.game[key]}`, 'dim');
  const heading = [...padLine([word('packet.before')], half + ARROW_WIDTH), word('packet.after')];
  return [heading, ...packets];
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
  // A row of the Mapping Service names its VPC itself.
  const isNamed = step.row !== undefined && 'underlay' in step.row;
  const table = step.table && !isNamed ? span(`${displayName(world, step.table)}  `, 'vpc') : span('');
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
