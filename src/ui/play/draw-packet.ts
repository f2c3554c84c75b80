// A packet as nested wraps, before and after a step, with exactly the changed fields marked.

import { formatContent } from '../../net/format-content.ts';
import { destinationPortOf, type Packet, sourcePortOf, type UnderlayHeader, type Wrap } from '../../net/packet.ts';
import { columns, fitColumns } from '../../text/columns.ts';
import { type Border, type Line, lineColumns, padLine, type Span, span } from '../lines.ts';
import type { Style } from '../theme.ts';

export const PACKET_ROWS = 6;

export interface PacketWords {
  readonly from: string;
  readonly to: string;
  /** Said where a packet stands bare. */
  readonly bare: string;
}

interface Fields {
  readonly underlay?: string;
  /** The wrap next to the packet: the VPC's, or what an edge put on. */
  readonly inner?: string;
  readonly source: string;
  readonly destination: string;
  readonly protocol: string;
}

function fieldsOf(packet: Packet): Fields {
  const { ip, transport, wraps } = packet;
  const underlay = wraps.find((wrap) => wrap.layer === 'underlay');
  const inner = wraps.find((wrap) => wrap.layer !== 'underlay');
  return {
    ...(underlay && { underlay: `underlay ${underlay.source} → ${underlay.destination}` }),
    ...(inner && { inner: labelOf(inner) }),
    source: end(ip.source, sourcePortOf(transport)),
    destination: end(ip.destination, destinationPortOf(transport)),
    protocol: formatContent(packet),
  };
}

function labelOf(wrap: Exclude<Wrap, UnderlayHeader>): string {
  if (wrap.layer === 'vpc') return `${wrap.vpcId}  ${wrap.from} → ${wrap.target}`;
  if (wrap.layer === 'esp') return `ESP ${wrap.source} → ${wrap.destination}`;
  if (wrap.layer === 'vlan') return `802.1Q ${wrap.vlan}  ${wrap.link}`;
  return `${wrap.vpcId}  ${wrap.endpointId}`;
}

function end(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/** The packet in `PACKET_ROWS` rows of `width` columns; what differs from `other` is marked. */
export function drawPacket(
  packet: Packet,
  other: Packet,
  width: number,
  border: Border,
  words: PacketWords,
): readonly Line[] {
  const fields = fieldsOf(packet);
  const compared = fieldsOf(other);
  const changed = (name: keyof Fields): Style | undefined => (fields[name] === compared[name] ? undefined : 'changed');
  const wrapStyle = (name: 'underlay' | 'inner'): Style => changed(name) ?? 'border';
  const outer = fields.underlay === undefined ? 0 : 1;
  const inner = fields.inner === undefined ? 0 : 1;
  const inside = width - 2 * (outer + inner);
  const rows = [
    row(words.from, fields.source, changed('source'), inside, ''),
    row(words.to, fields.destination, changed('destination'), inside, fields.protocol),
  ];
  const core = outer + inner === 0 ? [[span(` ${words.bare}`, 'dim')], ...rows] : rows;
  const innerBox = inner ? box(core, width - 2 * outer, fields.inner ?? '', border, wrapStyle('inner')) : core;
  const whole = outer
    ? box(innerBox, width, fields.underlay ?? '', border, wrapStyle('underlay'))
    : ([[], ...innerBox] as readonly Line[]);
  return Array.from({ length: PACKET_ROWS }, (_, index) => padLine(whole[index] ?? [], width));
}

function row(label: string, value: string, style: Style | undefined, width: number, aside: string): Line {
  const mark = style ? span('*', 'changed') : span(' ');
  const spans: Span[] = [mark, span(`${label} `, 'dim'), span(value, style ?? 'packet')];
  const gap = width - lineColumns(spans) - aside.length - 1;
  return gap > 0 && aside ? [...spans, span(` ${aside}`, 'dim')] : spans;
}

function box(content: readonly Line[], width: number, label: string, border: Border, style: Style): readonly Line[] {
  const inner = width - 2;
  const title = ` ${fitLabel(label, inner - 2)} `;
  const rest = border.horizontal.repeat(inner - columns(title));
  return [
    [
      span(border.topLeft, style),
      span(title, style === 'changed' ? 'changed' : 'vpc'),
      span(rest + border.topRight, style),
    ],
    ...content.map(
      (line): Line => [span(border.vertical, style), ...padLine(line, inner), span(border.vertical, style)],
    ),
    [span(border.bottomLeft + border.horizontal.repeat(inner) + border.bottomRight, style)],
  ];
}

/** Rather without the spaces at its arrow than cut. */
function fitLabel(label: string, width: number): string {
  return columns(label) <= width ? label : fitColumns(label.replace(' → ', '→'), width);
}
