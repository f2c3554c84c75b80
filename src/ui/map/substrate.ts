// The band below the overlay: the physical hosts with what really runs on them, beside them what the Mapping Service says, and frames
// that are on the wire.

import { type Border, type Line, lineColumns, padLine, span } from '../lines.ts';
import type { Pen } from './pen.ts';
import type { FrameScene, HostScene, MappingScene, SubstrateScene } from './substrate-scene.ts';

export interface Band {
  readonly lines: readonly Line[];
  readonly fits: boolean;
}

const GAP = 2;

export function drawSubstrate({ hosts, rows, frames }: SubstrateScene, width: number, border: Border, pen: Pen): Band {
  const left = hosts.map((host) => drawHost(host, pen));
  const right = rows.map((row) => drawMapping(row, pen));
  const leftWidth = Math.max(widest(left), pen.labels.substrate.length + 4) + GAP;
  const { labels } = pen;
  const isBeside = leftWidth + widest(right) <= width;
  const title = isBeside
    ? [labels.substrate, labels.mappingService]
    : [`${labels.substrate}, ${labels.mappingService}`];
  const body = isBeside ? besides(left, right, leftWidth, width) : [...left, ...right];
  const wire = frames.map((frame) => drawFrame(frame, pen));
  const lines = [rule(title, leftWidth, width, border), ...body, ...wire];
  return { lines, fits: widest(lines) <= width };
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
    return [...padLine(left[index] ?? [], leftWidth), ...cells.flatMap((cell) => padLine(cell, each)).slice(0)];
  }).map(trimLine);
}

/** Without the padding that ends a line. */
function trimLine(line: Line): Line {
  const last = line.at(-1);
  return last && last.text.trim() === '' ? trimLine(line.slice(0, -1)) : line;
}

function drawHost({ id, underlay, runs }: HostScene, pen: Pen): Line {
  const machines = runs.length > 0 ? [span(` ${runs.join(', ')}`)] : [];
  return [pen.slot([id]), pen.thing(id, id, 'heading'), span(` ${underlay}`, 'dim'), ...machines];
}

function drawMapping({ id, vpc, address, device }: MappingScene, pen: Pen): Line {
  const key = pen.thing(id, vpc ? `${vpc} ${address}` : address);
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
