// The player's packet beside the packet that works, at the tap where the two part. Which row makes it work, and what it names, is not told:
// finding that is the game.

import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { describeRow, titleStep } from '../../dataplane/explain.ts';
import { type Tap, tapsOf } from '../../dataplane/taps.ts';
import type { Exchange } from '../../dataplane/trace.ts';
import type { Contrast } from '../../game/contrast.ts';
import type { Address } from '../../net/address.ts';
import type { Packet, Wrap } from '../../net/packet.ts';
import type { Catalog } from '../../text/catalog.ts';
import { wrapColumns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import { beside, fitLine, type Line, line, lineColumns, lineText, span } from '../lines.ts';
import { drawHeaders, packetWords } from './draw-packet.ts';
import { drawShortTimeline, type TimelineOptions } from './draw-timeline.ts';
import { paragraph } from './paragraph.ts';

/** The player's own packet, and the network that it was sent in. */
interface Own {
  readonly exchange: Exchange;
  readonly world: World;
}

export interface ContrastOptions extends Own {
  readonly contrast: Contrast;
  readonly catalog: Catalog;
  readonly width: number;
  readonly ascii: boolean;
}

const GAP = 2;

export function drawContrast(options: ContrastOptions): readonly Line[] {
  const { contrast, exchange, world, catalog, width } = options;
  const half = Math.floor((width - GAP) / 2);
  const { yours, works } = contrast;
  const own: Side = { exchange, world, tap: yours, other: works, isOwn: true };
  const other: Side = { ...contrast, tap: works, other: yours, isOwn: false };
  const pair = (draw: (side: Side) => readonly Line[]) =>
    beside({ lines: draw(own), width: half }, { lines: [], width: GAP }, { lines: draw(other), width: half });
  return [
    ...paragraph(titleOf(contrast, exchange, catalog), width, 'heading'),
    ...pair((side) => drawHead(options, side, half)),
    ...pair((side) => drawThen(options, side, half)),
  ];
}

function titleOf(contrast: Contrast, own: Exchange, catalog: Catalog): string {
  const { request } = tapsOf(own);
  const isReply = contrast.at >= request.length;
  const way = catalog.packet[isReply ? 'contrast.reply' : 'contrast.request'];
  const at = contrast.at + 1 - (isReply ? request.length : 0);
  return fillMessage(catalog.packet['contrast.title'], { at, way });
}

/** The same in three sentences, for whoever reads line by line. */
export function tellContrast(contrast: Contrast, own: Own, catalog: Catalog): readonly Line[] {
  const { yours, works, world } = contrast;
  const sides = [
    ['contrast.yours', { ...own, tap: yours, other: works, isOwn: true }],
    ['contrast.works', { ...contrast, world, tap: works, other: yours, isOwn: false }],
  ] as const;
  return [
    line(' ', span(titleOf(contrast, own.exchange, catalog), 'heading')),
    ...sides.map(([key, side]) => line(` ${catalog.packet[key]}: ${tellStep(catalog, side)}`)),
  ];
}

/** What stands in columns and rows on the screen, with colons and semicolons between. */
function tellStep(catalog: Catalog, side: Side): string {
  return drawStep(catalog, side)
    .map((row) => lineText(row).trim().replace(/ {2,}/, ': '))
    .join('; ');
}

interface Side extends Own {
  readonly tap: Tap | undefined;
  /** What the other packet does at the same tap. */
  readonly other: Tap | undefined;
  readonly isOwn: boolean;
}

function drawHead({ catalog, contrast, ascii }: ContrastOptions, side: Side, width: number): readonly Line[] {
  const { exchange, isOwn } = side;
  const timeline: TimelineOptions = { exchange, taps: tapsOf(exchange), index: contrast.at, ascii };
  const label = catalog.packet[isOwn ? 'contrast.yours' : 'contrast.works'];
  const name = span(` ${label}  `, isOwn ? 'bad' : 'good');
  const dots = drawShortTimeline(timeline);
  const isShort = lineColumns(dots) + lineColumns([name]) <= width;
  return [
    ...(isShort ? [[name, ...dots]] : [[name], fitLine([span(' '), ...dots], width)]),
    ...drawStep(catalog, side).flatMap((row) => wrapSpans(row, width)),
  ];
}

/** A line's spans on one row where they fit, else each on rows of its own. */
function wrapSpans(row: Line, width: number): readonly Line[] {
  if (lineColumns(row) <= width) return [row];
  return row.flatMap(({ text, style }) =>
    wrapColumns(text.trim(), width - 2).map((part) => line(' ', span(part, style))),
  );
}

/** Where it is, what happens to it there, and by which row: the player's is quoted, the other is not. */
function drawStep(catalog: Catalog, { world, tap, other, isOwn }: Side): readonly Line[] {
  if (!tap) return [line(span(` ${catalog.packet['contrast.no-more']}`, 'dim'))];
  const { step, place, node } = tap;
  const where = fillMessage(catalog.game[`place.${place}`], { name: displayName(world, node) });
  const title = line(
    span(` ${where}  `, 'edge'),
    span(titleStep(step, catalog), step.kind === 'dropped' ? 'bad' : 'heading'),
  );
  if (!step.row) return [title];
  if (!isOwn)
    return [title, line(span(` ${catalog.packet[other?.step.row ? 'contrast.other-row' : 'contrast.a-row']}`, 'dim'))];
  return [title, line(span(` ${catalog.game['packet.row']} `, 'dim'), span(describeRow(step.row), 'accent'))];
}

/** The packet after the step, unless both are the same; what differs from the player's is marked. */
function drawThen(options: ContrastOptions, { tap, other, isOwn }: Side, width: number): readonly Line[] {
  if (!tap || JSON.stringify(tap.step.after) === JSON.stringify(other?.step.after)) return [];
  const packet = isOwn ? tap.step.after : withoutAnswer(tap.step.after, options.contrast);
  const before = isOwn || !other ? undefined : withoutTarget(other.step.after);
  return drawHeaders({ packet, before }, packetWords(options.catalog.game), width);
}

/** What an edit would name is not told, be it in a row of a table or in a record. */
function withoutAnswer(packet: Packet, { byRecord }: Contrast): Packet {
  const shown = withoutTarget(packet);
  return byRecord ? { ...shown, ip: { ...shown.ip, destination: '?' as Address } } : shown;
}

/** Which gateway or interface the wrap is for would be the answer. */
function withoutTarget(packet: Packet): Packet {
  const hide = (wrap: Wrap): Wrap => (wrap.layer === 'vpc' ? { ...wrap, target: '?' } : wrap);
  return { ...packet, wraps: packet.wraps.map(hide) };
}
