// A VPC: a frame with its subnets in columns, the tables that nobody uses, and its edge gateways in the lower edge.

import { type Border, fitLine, type Line, lineColumns, padLine, span } from '../lines.ts';
import type { Detail } from './detail.ts';
import { drawEdgeBox, drawEdgeLine, EDGE_GAP, layOn } from './edge-box.ts';
import { drawGrid, planGrid } from './grid.ts';
import type { Pen } from './pen.ts';
import type { VpcScene } from './scene.ts';
import { drawSubnet } from './subnet-block.ts';

export interface VpcOptions {
  readonly width: number;
  readonly detail: Detail;
  /** Whether its gateways are boxes, or one line in the frame's edge. */
  readonly boxes: boolean;
  readonly border: Border;
  readonly pen: Pen;
}

export interface VpcFrame {
  /** The frame; of `height` lines or more, so that neighbours end on one line. */
  draw(height: number, air: boolean): readonly Line[];
  readonly height: number;
  /** Extra lines that it takes when its rows stand apart. */
  readonly airHeight: number;
  /** Below the frame: the feet of its boxes. */
  readonly feet: Line | undefined;
  readonly fits: boolean;
}

const MOST_COLUMNS = 4;

export function planVpc(vpc: VpcScene, { width, detail, boxes, border, pen }: VpcOptions): VpcFrame {
  const inner = Math.max(0, width - 2);
  const blocks = vpc.subnets.map((subnet) => drawSubnet(subnet, detail, pen));
  const grid = planGrid(blocks, inner, MOST_COLUMNS);
  const edge = planEdge(vpc, inner, boxes, border, pen);
  const unused = drawUnused(vpc, pen);
  const base = blocks.length > 0 ? grid.height : 1;
  const tail = tailLines(edge.top, unused, inner);
  return {
    height: base + tail.length + 2,
    airHeight: Math.ceil(blocks.length / grid.widths.length) - 1 + (tail.length > 0 ? 1 : 0),
    feet: edge.feet,
    fits: (blocks.length === 0 || grid.fits) && edge.fits && tail.every((line) => lineColumns(line) <= inner),
    draw(height, air) {
      const empty: Line = [span(' '), span(pen.labels.noSubnets, 'dim')];
      const body = blocks.length > 0 ? drawGrid(blocks, grid, air) : [empty];
      const blanks: Line[] = Array.from({ length: Math.max(0, height - 2 - body.length - tail.length) }, () => []);
      const wall = span(border.vertical, 'vpc');
      return [
        drawTitle(vpc, width, border, pen),
        ...[...body, ...blanks, ...tail].map((row): Line => [wall, ...padLine(row, inner), wall]),
        edge.bottom,
      ];
    },
  };
}

function drawTitle({ id, cidrs }: VpcScene, width: number, border: Border, pen: Pen): Line {
  const bar = span(border.horizontal, 'vpc');
  const note = pen.note(id);
  const noteColumns = note ? Math.min(lineColumns(note) + 3, Math.max(0, width - 8)) : 0;
  const name = [pen.slot([id]), pen.thing(id, id, 'vpc'), span(` ${cidrs.join(' ')} `, 'vpc')];
  const shown = fitLine(name, Math.max(0, width - 2 - noteColumns));
  const rest = border.horizontal.repeat(Math.max(0, width - 2 - lineColumns(shown) - noteColumns));
  const said = note ? padLine([span(' '), ...note, span(' '), bar], noteColumns) : [];
  return [span(border.topLeft, 'vpc'), ...shown, span(rest, 'vpc'), ...said, span(border.topRight, 'vpc')];
}

interface Edge {
  readonly top: Line | undefined;
  readonly bottom: Line;
  readonly feet: Line | undefined;
  readonly fits: boolean;
}

function planEdge({ edges }: VpcScene, inner: number, boxes: boolean, border: Border, pen: Pen): Edge {
  const corners = (middle: Line): Line => [
    span(border.bottomLeft, 'vpc'),
    ...padLine(middle, inner),
    span(border.bottomRight, 'vpc'),
  ];
  const drawn = edges.map((edge) => drawEdgeBox(edge, pen));
  const parts = boxes ? drawn.map(({ broken }) => broken) : edges.map((edge) => drawEdgeLine(edge, pen));
  const total = parts.reduce((sum, part) => sum + lineColumns(part) + EDGE_GAP, -EDGE_GAP);
  const from = edges.length > 0 ? Math.max(0, Math.min(12, (inner - total) >> 1)) : 0;
  const bottom = corners(layOn(parts, { width: inner, from, fill: border.horizontal, style: 'vpc' }));
  if (!boxes || edges.length === 0) return { top: undefined, bottom, feet: undefined, fits: total <= inner };
  const top = layOn(
    drawn.map((box) => box.top),
    { width: 0, from, fill: ' ' },
  );
  const feet = layOn(
    drawn.map(({ foot }) => foot),
    { width: 0, from: from + 1, fill: ' ' },
  );
  return { top, bottom, feet, fits: total <= inner };
}

function drawUnused({ unusedTables }: VpcScene, pen: Pen): Line {
  if (unusedTables.length === 0) return [];
  const tables = unusedTables.flatMap((id) => [pen.slot([id]), pen.thing(id, id, 'dim')]);
  return [span(`${pen.labels.unused}`, 'dim'), ...tables];
}

/** The boxes' tops and the unused tables share a line where both fit. */
function tailLines(top: Line | undefined, unused: Line, inner: number): readonly Line[] {
  if (unused.length === 0) return top ? [top] : [];
  const alone: Line = [span(' '), ...unused];
  if (!top) return [alone];
  const shared = [...top, span('   '), ...unused];
  return lineColumns(shared) < inner ? [shared] : [alone, top];
}
