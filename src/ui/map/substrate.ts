// The band below the overlay: the physical hosts with what really runs on them, beside them what the Mapping Service says, and frames
// that are on the wire.

import { columns, fitColumns } from '../../text/columns.ts';
import { type Border, type Line, lineColumns, padLine, span } from '../lines.ts';
import { shortPrivate, shortPublic } from './detail.ts';
import { flowItems } from './flow.ts';
import { cutColumns } from './grid.ts';
import type { Pen } from './pen.ts';
import type { FrameScene, HostScene, MappingScene, SubstrateScene } from './substrate-scene.ts';

export interface Band {
  readonly lines: readonly Line[];
  /** Columns that are cut off, over all lines. */
  readonly cut: number;
}

const GAP = 2;
/** The most columns for the names of what runs on a host. */
const RUNS_LIMIT = 36;

export interface BandOptions {
  readonly width: number;
  readonly height: number;
  /** Without its title: its rows say what they are. */
  readonly untitled?: boolean | undefined;
  readonly border: Border;
  readonly pen: Pen;
}

/** Hosts and rows side by side where both fit; else the rows stand behind the host that they name. */
export function drawSubstrate(substrate: SubstrateScene, { width, height, untitled, border, pen }: BandOptions): Band {
  const { labels } = pen;
  const left = substrate.hosts.map((host) => drawHost(host, pen));
  const right = substrate.rows.map((row) => drawMapping(row, pen));
  const leftWidth = Math.max(widest(left), columns(labels.substrate) + 4) + GAP;
  const wire = substrate.frames.map((frame) => drawFrame(frame, pen));
  const titles = [labels.substrate, labels.mappingService];
  const tables = [rule(titles, leftWidth, width, border), ...besides(left, right, leftWidth, width), ...wire];
  if (leftWidth + widest(right) <= width && tables.length <= height)
    return { lines: tables, cut: cutColumns(tables, width) };
  const title = rule([titles.join(', ')], leftWidth, width, border);
  const groups = [...groupByHost(substrate, width, pen), ...wire];
  const lines = untitled ? groups : [title, ...groups];
  return { lines, cut: cutColumns(lines, width) };
}

function groupByHost({ hosts, rows }: SubstrateScene, width: number, pen: Pen): readonly Line[] {
  const devices = [...new Set(rows.map(({ device }) => device))].filter(
    (device) => device && !hosts.some(({ id }) => id === device),
  );
  const nowhere: Line = [span(` ${pen.labels.noRow}`, 'bad')];
  const group = (heads: readonly Line[], on: string | undefined) =>
    groupLines(
      heads,
      rows.filter(({ device }) => device === on),
      width,
      pen,
    );
  return [
    ...hosts.flatMap((host) => group([drawHost(host, pen), drawHost(host, pen, true)], host.id)),
    ...devices.flatMap((device) => group([[span(` ${device}`)]], device)),
    ...(rows.some(({ device }) => !device) ? group([nowhere], undefined) : []),
  ];
}

/** `host-a 100.64.0.11 vm-a ← 10.1.0.5`: as much as one line holds, else the shortest form on several. */
function groupLines(heads: readonly Line[], rows: readonly MappingScene[], width: number, pen: Pen): readonly Line[] {
  if (rows.length === 0) return heads.slice(0, 1);
  const forms = heads.flatMap((head) =>
    [false, true].map((short) => {
      const keys = rows.map((row): Line => [pen.slot([row.id]), pen.thing(row.id, keyText(row, short))]);
      const lead: Line = [...head, span(` ${pen.glyphs.back}`, 'dim')];
      return flowItems(keys, { width, lead, indent: 2, separator: [span(',')] });
    }),
  );
  return forms.find((lines) => lines.length === 1 && cutColumns(lines, width) === 0) ?? forms.at(-1)!;
}

function keyText({ vpc, address }: MappingScene, short: boolean): string {
  const shown = short ? shortPrivate(address) : address;
  return vpc ? `${vpc} ${shown}` : shown;
}

const widest = (lines: readonly Line[]) => Math.max(0, ...lines.map(lineColumns));

/** `─ substrate ───── Mapping Service ─────` */
function rule(titles: readonly string[], leftWidth: number, width: number, border: Border): Line {
  const parts = titles.map((title): Line => [span(border.horizontal, 'border'), span(` ${title} `, 'dim')]);
  const fill = (line: Line, to: number): Line => [
    ...line,
    span(border.horizontal.repeat(Math.max(0, to - lineColumns(line))), 'border'),
  ];
  const first = parts.length > 1 ? fill(parts[0]!, leftWidth) : [];
  return fill([...first, ...parts.at(-1)!], width);
}

/** The rows fill as many columns as fit, so that the band is not higher than its hosts where that can be. */
function besides(left: readonly Line[], right: readonly Line[], leftWidth: number, width: number): readonly Line[] {
  const each = widest(right) + GAP;
  const most = Math.max(1, Math.floor((width - leftWidth + GAP) / each));
  const height = Math.max(left.length, Math.ceil(right.length / most));
  return Array.from({ length: height }, (_, index) => {
    const cells = right.filter((_row, place) => place % height === index);
    return [...padLine(left[index] ?? [], leftWidth), ...cells.flatMap((cell) => padLine(cell, each))];
  }).map(trimLine);
}

/** Without the padding that ends a line. */
function trimLine(line: Line): Line {
  const last = line.at(-1);
  return last && last.text.trim() === '' ? trimLine(line.slice(0, -1)) : line;
}

function drawHost({ id, underlay, runs }: HostScene, pen: Pen, short = false): Line {
  const names = fitColumns(runs.join(', '), short ? RUNS_LIMIT / 2 : RUNS_LIMIT);
  const machines = names === '' ? [] : [span(` ${names}`)];
  return [
    pen.slot([id]),
    pen.thing(id, id, 'heading'),
    span(` ${short ? shortPublic(underlay) : underlay}`, 'dim'),
    ...machines,
  ];
}

function drawMapping(row: MappingScene, pen: Pen): Line {
  const { id, device } = row;
  const key = pen.thing(id, keyText(row, false));
  const answer = device ? span(device) : span(pen.labels.noRow, 'bad');
  return [pen.slot([id]), key, span(` ${pen.glyphs.arrow} `, 'dim'), answer];
}

function drawFrame(frame: FrameScene, pen: Pen): Line {
  const { id, fromHost, toHost, vpc, source, destination, discarded } = frame;
  const arrow = pen.glyphs.arrow;
  return [
    pen.slot([id]),
    pen.thing(id, id, discarded ? 'dim' : 'heading'),
    span(` ${fromHost}${arrow}${toHost} `, 'dim'),
    span(`${vpc && `${vpc} `}${source}${arrow}${destination}`),
    ...(discarded ? [span(` ${pen.labels.discarded}`, 'warn')] : []),
  ];
}
