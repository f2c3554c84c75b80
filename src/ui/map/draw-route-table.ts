// The table pane: one route table, with the row that decided marked.

import { effectiveTableId, isMainTable } from '../../cloud/lookup.ts';
import type { Route } from '../../cloud/route-table.ts';
import type { World } from '../../cloud/world.ts';
import { columns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import { type Border, frame, type Line, lineColumns, padLine, span } from '../lines.ts';
import { type Glyphs, glyphsOf, plainEllipsis } from './glyphs.ts';
import type { MapLabels } from './pen.ts';
import { type RouteRow, routeRows } from './route-rows.ts';

export interface RouteTableOptions {
  readonly width: number;
  readonly height: number;
  readonly border: Border;
  readonly labels: MapLabels;
  readonly deciding?: Route | undefined;
}

export function drawRouteTable(world: World, routeTableId: string, options: RouteTableOptions): readonly Line[] {
  const { width, height, border, labels, deciding } = options;
  const glyphs = glyphsOf(border);
  const rows = routeRows(world, routeTableId, { deciding });
  const lines = rows.length > 0 ? drawRoutes(rows, labels, glyphs) : [[span(` ${labels.noRoutes}`, 'dim')]];
  const decides = rows.findIndex((row) => row.decides);
  const isTooSmall = width < 4 || height < 3;
  const shown = fitHeight(lines, isTooSmall ? height : height - 2, decides, labels);
  const title = drawTitle(world, routeTableId, width, labels);
  const drawn = isTooSmall
    ? Array.from({ length: height }, (_, index) => padLine(shown[index] ?? [], width))
    : frame(shown, { width, height, title, border });
  return glyphs.ascii ? plainEllipsis(drawn) : drawn;
}

/** The id, whether it is the main table, and who uses it where that fits. */
function drawTitle(world: World, id: string, width: number, labels: MapLabels): Line {
  const main = isMainTable(world, id) ? [span(` ${labels.main}`, 'dim')] : [];
  const title = [span(id, 'heading'), ...main];
  const users = Object.keys(world.subnets).filter((subnetId) => effectiveTableId(world, subnetId) === id);
  const used = users.length > 0 ? users.map((subnetId) => subnetId.replace(/^subnet-/, '')).join(', ') : labels.unused;
  const whole = [...title, span(`  ${used}`, 'dim')];
  return lineColumns(whole) <= width - 6 ? whole : title;
}

/** Rows in three columns, aligned. */
export function drawRoutes(rows: readonly RouteRow[], labels: MapLabels, glyphs: Glyphs): readonly Line[] {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(columns));
  const destination = widest(rows.map((row) => row.destination));
  const target = widest(rows.map((row) => row.target));
  return rows.map((row) => {
    const style = row.decides ? 'accent' : row.isNew ? 'packet' : undefined;
    const state = row.target === 'local' ? '' : labels[row.state];
    return [
      row.decides ? span(glyphs.pointer, 'accent') : row.isNew ? span(glyphs.changed, 'packet') : span(' '),
      span(`${row.destination.padEnd(destination)}  ${row.target.padEnd(target)}  `, style),
      span(state, row.state === 'blackhole' ? 'bad' : 'dim'),
      ...(row.propagated ? [span(` ${labels.propagated}`, 'dim')] : []),
    ];
  });
}

/** As many lines as there is room for, the one at `focus` among them, and how many more there are. */
function fitHeight(lines: readonly Line[], room: number, focus: number, labels: MapLabels): readonly Line[] {
  if (lines.length <= room) return lines;
  const kept = Math.max(0, room - 1);
  const first = Math.max(0, Math.min(focus - (kept >> 1), lines.length - kept));
  const more = span(` ${fillMessage(labels.more, { count: lines.length - kept })}`, 'dim');
  return [...lines.slice(first, first + kept), [more]];
}
