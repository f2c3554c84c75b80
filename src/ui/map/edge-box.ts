// The Blackfoot box: a gateway that is a function of the edge fleet. An attached one breaks the lower edge of its VPC's frame, because
// it stands between the overlay and the world; a detached one lies below.

import { columns, fitColumns } from '../../text/columns.ts';
import { type Border, type Line, lineColumns, span } from '../lines.ts';
import type { Style } from '../theme.ts';
import type { Pen } from './pen.ts';
import type { EdgeScene } from './scene.ts';

/** Four lines' worth of box: its top, its middle as a frame breaks into it, its middle alone, its foot. All equally wide. */
export interface EdgeBox {
  readonly width: number;
  readonly top: Line;
  readonly broken: Line;
  readonly closed: Line;
  readonly foot: Line;
}

const NAME_LIMIT = 24;

export function drawEdgeBox({ id, device, tableId }: EdgeScene, pen: Pen): EdgeBox {
  const { box } = pen.glyphs;
  const name = fitColumns(id, NAME_LIMIT);
  const table = tableId ? fitColumns(tableId, NAME_LIMIT) : '';
  const taken = columns(name) + (table ? columns(table) + 1 : 0);
  const inner = Math.max(taken + 4, columns(device));
  const edge = (text: string) => span(text, 'edge');
  const bar = (width: number) => box.horizontal.repeat(width);
  const left = (inner - taken - 2) >> 1;
  const before = (inner - device.length) >> 1;
  const label = device.padStart(before + device.length).padEnd(inner);
  return {
    width: inner + 2,
    top: [
      edge(box.topLeft + bar(left)),
      pen.slot([id]),
      pen.thing(id, name, 'edge'),
      ...(tableId ? [span(' '), pen.thing(tableId, table)] : []),
      edge(` ${bar(inner - left - taken - 2)}${box.topRight}`),
    ],
    broken: [edge(box.enter + label + box.leave)],
    closed: [edge(box.vertical + label + box.vertical)],
    foot: [edge(box.bottomLeft + bar((inner - 1) >> 1) + box.foot + bar(inner >> 1) + box.bottomRight)],
  };
}

/** The same in one line of at most `limit` columns, for where three are too many. */
export function drawEdgeLine({ id, device, tableId }: EdgeScene, pen: Pen, limit: number): Line {
  const { box } = pen.glyphs;
  const name = fitColumns(id, nameColumns(limit));
  const more = tableId ?? device;
  const fits = columns(name) + columns(more) + 4 <= limit;
  const beside = tableId ? pen.thing(tableId, tableId) : span(device, 'edge');
  return [
    span(box.enter, 'edge'),
    pen.slot([id]),
    pen.thing(id, name, 'edge'),
    ...(fits ? [span(' '), beside] : []),
    span(box.leave, 'edge'),
  ];
}

/** How much of its name the one line leaves out. */
export function columnsCut({ id }: EdgeScene, limit: number): number {
  return Math.max(0, columns(id) - nameColumns(limit));
}

function nameColumns(limit: number): number {
  return Math.max(1, Math.min(NAME_LIMIT, limit - 3));
}

/** Parts laid on a line from a first column on, with a filler between and around them. */
export function layOn(parts: readonly Line[], { width, from, fill, style }: Laying): Line {
  const filler = (count: number) => (count > 0 ? [span(fill.repeat(count), style)] : []);
  let column = from;
  const line = [...filler(from)];
  parts.forEach((part, index) => {
    const gap = index > 0 ? EDGE_GAP : 0;
    line.push(...filler(gap), ...part);
    column += gap + lineColumns(part);
  });
  return [...line, ...filler(width - column)];
}

export const EDGE_GAP = 2;

interface Laying {
  readonly width: number;
  readonly from: number;
  readonly fill: Border['horizontal'];
  readonly style?: Style;
}
