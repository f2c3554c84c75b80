// A packet as nested wraps, with exactly the fields marked that differ from the packet before: `*` stands before each, and a whole wrap
// that was put on or comes off has `+` or `-`. So colour is never the only sign.

import { memoByIdentity } from '../../memo.ts';
import { formatContent } from '../../net/format-content.ts';
import { destinationPortOf, type Packet, sourcePortOf, type Wrap } from '../../net/packet.ts';
import type { Catalog } from '../../text/catalog.ts';
import { type Border, fitLine, type Line, lineColumns, padLine, type Span, span } from '../lines.ts';

interface PacketWords {
  readonly from: string;
  readonly to: string;
  /** Said where a packet stands bare. */
  readonly bare: string;
}

export const packetWords = memoByIdentity(
  (game: Catalog['game']): PacketWords => ({
    from: game['packet.from'],
    to: game['packet.to'],
    bare: game['packet.bare'],
  }),
);

export interface PacketOptions {
  readonly width: number;
  /** The most wraps that any packet beside this one has, so that all have one height. */
  readonly depth: number;
  readonly border: Border;
  readonly words: PacketWords;
}

/** The packet before (`-` where a wrap comes off) or after (`+` and `*`) a step; alone, nothing is marked. */
export interface PacketView {
  readonly packet: Packet;
  readonly before?: Packet | undefined;
  readonly after?: Packet | undefined;
}

/** How many rows such packets take: a row for each wrap's upper edge, two for the ends, one for all lower edges. */
export function packetRows(depth: number): number {
  return Math.max(1, depth) + 2 + Math.min(1, depth);
}

export function wrapDepth(packets: readonly Packet[]): number {
  return Math.max(0, ...packets.map(({ wraps }) => wraps.length));
}

/** How many columns it takes to draw any of these without a cut; signs of change may take two more. */
export function packetColumns(packets: readonly Packet[], words: PacketWords): number {
  const depth = wrapDepth(packets);
  const labels = packets.flatMap(({ wraps }) =>
    wraps.map((wrap, index) => depth - wraps.length + 2 * index + LABEL_EDGES + lineColumns(drawParts(partsOf(wrap)))),
  );
  const ends = packets.flatMap((packet) =>
    drawEnds({ packet }, Number.POSITIVE_INFINITY, words).map((row) => depth + packet.wraps.length + lineColumns(row)),
  );
  const bare = depth + lineColumns(drawBare(words));
  return Math.max(bare, ...labels, ...ends) + 2;
}

export function drawPacket(view: PacketView, options: PacketOptions): readonly Line[] {
  const { wraps } = view.packet;
  const { width, depth } = options;
  const indent = ' '.repeat(Math.max(0, depth - wraps.length));
  const top = Math.max(1, depth) - wraps.length;
  const boxed = wraps.reduceRight<readonly Line[]>(
    (inside, wrap, index) => drawWrap(view, wrap, inside, width - indent.length - 2 * index, options),
    drawEnds(view, width - indent.length - 2 * wraps.length, options.words),
  );
  const lower = wraps.length > 0 ? [drawLowerEdges(view, width - indent.length, options.border)] : [];
  const bare: Line[] = wraps.length === 0 ? [drawBare(options.words)] : [];
  const above: Line[] = Array.from({ length: top - bare.length }, () => []);
  const rows = [...above, ...bare, ...boxed, ...lower].map((row): Line => [span(indent), ...row]);
  return Array.from({ length: packetRows(depth) }, (_, index) => padLine(rows[index] ?? [], width));
}

/** The same without frames, a header a row: for where a frame might be cut. */
export function drawHeaders(view: PacketView, words: PacketWords, width: number): readonly Line[] {
  const wraps = view.packet.wraps.map((wrap): Line => {
    const old = sameLayer(view.before, wrap);
    return [span(` ${signOf(view, wrap)}`, 'packet'), ...drawParts(partsOf(wrap), old && partsOf(old), 'vpc')];
  });
  const bare = wraps.length === 0 ? [drawBare(words)] : [];
  return [...wraps, ...bare, ...drawEnds(view, width, words)].map((row) => fitLine(row, width));
}

function drawBare({ bare }: PacketWords): Line {
  return [span(` ${bare}`, 'dim')];
}

/** A part of a header: words of ours, or a field. */
type Part = string | { readonly field: string };

function partsOf(wrap: Wrap): readonly Part[] {
  switch (wrap.layer) {
    case 'underlay':
      return ['underlay ', { field: wrap.source }, ' → ', { field: wrap.destination }];
    case 'vpc':
      return [{ field: wrap.vpcId }, '  ', { field: wrap.from }, ' → ', { field: wrap.target }];
    case 'esp':
      return ['ESP ', { field: wrap.source }, ' → ', { field: wrap.destination }];
    case 'vlan':
      return ['802.1Q ', { field: String(wrap.vlan) }, '  ', { field: wrap.link }];
    case 'endpoint':
      return [{ field: wrap.vpcId }, '  ', { field: wrap.endpointId }];
  }
}

/** Parts as spans; fields that `old` has otherwise are marked. */
function drawParts(parts: readonly Part[], old?: readonly Part[], style?: Span['style']): Line {
  return parts.flatMap((part, index): Line => {
    if (typeof part === 'string') return [span(part, style)];
    const was = old?.[index];
    const isSame = old === undefined || (typeof was === 'object' && was.field === part.field);
    return isSame ? [span(part.field, style)] : [span('*', 'changed'), span(part.field, 'changed')];
  });
}

function sameLayer(packet: Packet | undefined, { layer }: Wrap): Wrap | undefined {
  return packet?.wraps.find((wrap) => wrap.layer === layer);
}

/** `+` for a wrap that has just been put on, `-` for one that is about to come off. */
function signOf({ before, after }: PacketView, wrap: Wrap): '+' | '-' | '' {
  if (before && !sameLayer(before, wrap)) return '+';
  return after && !sameLayer(after, wrap) ? '-' : '';
}

function drawWrap(
  view: PacketView,
  wrap: Wrap,
  inside: readonly Line[],
  width: number,
  { border }: PacketOptions,
): readonly Line[] {
  const sign = signOf(view, wrap);
  const edge = sign ? 'packet' : 'border';
  const old = sameLayer(view.before, wrap);
  const label = drawParts(partsOf(wrap), old && partsOf(old), sign ? 'packet' : 'vpc');
  const title = [span(sign || ' ', edge), ...fitLabel(label, width - LABEL_EDGES), span(' ')];
  const rest = border.horizontal.repeat(Math.max(0, width - 2 - lineColumns(title)));
  const side = span(border.vertical, edge);
  return [
    [span(border.topLeft, edge), ...title, span(rest + border.topRight, edge)],
    ...inside.map((row): Line => [side, ...padLine(row, width - 2), side]),
  ];
}

/** The corners, and a column before and after the label. */
const LABEL_EDGES = 4;

/** Rather without the spaces at its arrow than cut. */
function fitLabel(label: Line, width: number): Line {
  if (lineColumns(label) <= width) return label;
  return fitLine(
    label.map((part) => ({ ...part, text: part.text.replace(' → ', '→') })),
    width,
  );
}

/** All wraps end on one row: `╰╰────╯╯`. */
function drawLowerEdges(view: PacketView, width: number, border: Border): Line {
  const { wraps } = view.packet;
  const corners = wraps.map(
    (wrap) => [span(border.bottomLeft, signOf(view, wrap) ? 'packet' : 'border'), wrap] as const,
  );
  const left = corners.map(([corner]) => corner);
  const right = left.map(({ style }) => span(border.bottomRight, style)).reverse();
  const bar = span(border.horizontal.repeat(Math.max(0, width - 2 * wraps.length)), left.at(-1)?.style);
  return [...left, bar, ...right];
}

function drawEnds({ packet, before }: PacketView, width: number, words: PacketWords): readonly Line[] {
  const line = (label: string, parts: readonly Part[], old: readonly Part[] | undefined): Line => [
    span(` ${label} `, 'dim'),
    ...drawParts(parts, old, 'packet'),
  ];
  const source = line(words.from, sourceOf(packet), before && sourceOf(before));
  const destination = line(words.to, destinationOf(packet), before && destinationOf(before));
  const content = drawParts([{ field: formatContent(packet) }], before && [{ field: formatContent(before) }], 'dim');
  const beside: Line = [...destination, span(' '), ...content];
  return [source, lineColumns(beside) <= width ? beside : destination];
}

function sourceOf({ ip, transport }: Packet): readonly Part[] {
  return endParts(ip.source, sourcePortOf(transport));
}

function destinationOf({ ip, transport }: Packet): readonly Part[] {
  return endParts(ip.destination, destinationPortOf(transport));
}

/** ESP and GRE have no ports. */
function endParts(address: string, port: number): readonly Part[] {
  if (port === 0) return ['', { field: address }];
  const [open, close] = address.includes(':') ? ['[', ']:'] : ['', ':'];
  return [open, { field: address }, close, { field: String(port) }];
}
