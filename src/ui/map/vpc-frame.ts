// A VPC: a frame with its subnets in columns, the tables that nobody uses, and its edge gateways in the lower edge.

import { columns } from '../../text/columns.ts';
import { type Border, fitLine, type Line, lineColumns, padLine, span } from '../lines.ts';
import type { Detail } from './detail.ts';
import { columnsCut, drawEdgeBox, drawEdgeLine, EDGE_GAP, layOn } from './edge-box.ts';
import { flowItems } from './flow.ts';
import { drawGrid, planGrid, squeezeGrid } from './grid.ts';
import type { Pen } from './pen.ts';
import type { VpcScene } from './scene.ts';
import { drawSubnet } from './subnet-block.ts';

export interface VpcOptions {
  readonly width: number;
  readonly detail: Detail;
  /** Whether its gateways are boxes, or one line in the frame's edge. */
  readonly boxes: boolean;
  /** So many columns of subnets, though their lines be cut. */
  readonly squeeze: number | undefined;
  /** Columns to keep free to the right of the boxes' feet, for what is outside: the first that is possible. */
  readonly reserve: readonly number[];
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
  /** Columns that are cut off, over all lines. */
  readonly cut: number;
  /** Whether the gateways have room in its lower edge: what is cut off there is the box's own side. */
  readonly holdsEdges: boolean;
}

const MOST_COLUMNS = 4;
/** How far from the corner the first box stands, where there is room. */
const EDGE_FROM = 12;
const LEAST_EDGE_FROM = 2;

export function planVpc(vpc: VpcScene, options: VpcOptions): VpcFrame {
  const { width, detail, squeeze, border, pen } = options;
  const inner = Math.max(0, width - 2);
  const rowsWidth = detail.rowsBeside && vpc.subnets.length === 1 ? inner : 0;
  const blocks = vpc.subnets.map((subnet) => drawSubnet(subnet, detail, pen, rowsWidth));
  const grid = squeeze ? squeezeGrid(blocks, inner, squeeze) : planGrid(blocks, inner, MOST_COLUMNS);
  const edge = planEdge(vpc, inner, options);
  const base = blocks.length > 0 ? grid.height : 1;
  const tail = tailLines(edge.top, vpc, inner, pen);
  return {
    height: base + tail.length + 2,
    airHeight: Math.max(0, Math.ceil(blocks.length / grid.widths.length) - 1) + (tail.length > 0 ? 1 : 0),
    feet: edge.feet,
    cut: (blocks.length > 0 ? grid.cut : 0) + edge.cut,
    holdsEdges: edge.fits,
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

/** Corners, the name's mark and the space after it; spaces around the note and a piece of edge. */
const NOTE_EDGES = 4 + 3;

function drawTitle({ id, cidrs }: VpcScene, width: number, border: Border, pen: Pen): Line {
  const bar = span(border.horizontal, 'vpc');
  const whole = pen.note(id);
  // Where the name would be cut for it, its mark alone.
  const hasRoom = whole && columns(id) + lineColumns(whole) + NOTE_EDGES <= width;
  const note = hasRoom ? whole : whole?.slice(0, 1);
  const noteColumns = note ? Math.min(lineColumns(note) + 3, Math.max(0, width - 8)) : 0;
  const name = [pen.slot([id]), pen.thing(id, id, 'vpc'), span(` ${cidrs.join(' ')} `, 'vpc')];
  const shown = fitLine(name, Math.max(0, width - 2 - noteColumns));
  const rest = border.horizontal.repeat(Math.max(0, width - 2 - lineColumns(shown) - noteColumns));
  const said = note ? padLine([span(' '), ...note, span(' '), bar], noteColumns) : [];
  return [span(border.topLeft, 'vpc'), ...shown, span(rest, 'vpc'), ...said, span(border.topRight, 'vpc')];
}

/** How many columns stay free before what must be kept free behind. */
function roomBefore(room: number, reserve: readonly number[]): number {
  const kept = reserve.find((one) => one + LEAST_EDGE_FROM <= room);
  return kept === undefined ? LEAST_EDGE_FROM : room - kept;
}

interface Edge {
  readonly top: Line | undefined;
  readonly bottom: Line;
  readonly feet: Line | undefined;
  readonly fits: boolean;
  /** Columns of its gateways' names that are cut off. */
  readonly cut: number;
}

function planEdge({ edges }: VpcScene, inner: number, { boxes, border, pen, reserve }: VpcOptions): Edge {
  const drawn = boxes ? edges.map((edge) => drawEdgeBox(edge, pen)) : [];
  const asBoxes = drawn.length > 0 && totalColumns(drawn.map(({ foot }) => foot)) <= inner;
  const limit = Math.floor(inner / edges.length) - EDGE_GAP;
  const parts = asBoxes ? drawn.map(({ broken }) => broken) : edges.map((edge) => drawEdgeLine(edge, pen, limit));
  const room = inner - totalColumns(parts);
  const from = edges.length > 0 ? Math.max(0, Math.min(EDGE_FROM, room >> 1, roomBefore(room - 1, reserve))) : 0;
  const lay = (lines: readonly Line[], at: number) => layOn(lines, { width: 0, from: at, fill: ' ' });
  return {
    top: asBoxes
      ? lay(
          drawn.map(({ top }) => top),
          from,
        )
      : undefined,
    bottom: [
      span(border.bottomLeft, 'vpc'),
      ...padLine(layOn(parts, { width: inner, from, fill: border.horizontal, style: 'vpc' }), inner),
      span(border.bottomRight, 'vpc'),
    ],
    feet: asBoxes
      ? lay(
          drawn.map(({ foot }) => foot),
          from + 1,
        )
      : undefined,
    fits: room >= 0,
    cut: asBoxes ? 0 : edges.reduce((sum, edge) => sum + columnsCut(edge, limit), 0),
  };
}

function totalColumns(parts: readonly Line[]): number {
  return parts.reduce((sum, part) => sum + lineColumns(part), Math.max(0, parts.length - 1) * EDGE_GAP);
}

/** The boxes' tops and the unused tables share a line where both fit. */
function tailLines(top: Line | undefined, { unusedTables }: VpcScene, width: number, pen: Pen): readonly Line[] {
  if (unusedTables.length === 0) return top ? [top] : [];
  const items = unusedTables.map((id): Line => [pen.slot([id]), pen.thing(id, id, 'dim')]);
  const word = span(pen.labels.unused, 'dim');
  const flow = (before: Line) => flowItems(items, { width, lead: [...before, word], indent: 1, separator: [] });
  if (!top) return flow([span(' ')]);
  const shared = flow([...top, span('   ')]);
  return shared.length === 1 && lineColumns(shared[0]!) <= width ? shared : [...flow([span(' ')]), top];
}
