// Fits a scene into a size. It tries arrangements from the most to the least generous and takes the first that needs no cut;
// what fits nowhere becomes a list.

import { type Border, type Line, padLine } from '../lines.ts';
import { DETAILS, type Detail } from './detail.ts';
import { drawOutside, outsideWidths } from './outside.ts';
import type { Pen } from './pen.ts';
import type { Scene } from './scene.ts';
import { drawSubstrate } from './substrate.ts';
import { planVpc, type VpcFrame } from './vpc-frame.ts';

export interface Arrangement {
  readonly detail: Detail;
  readonly boxes: boolean;
  /** How many VPCs stand side by side. */
  readonly perRow: number;
  /** So many columns of subnets, though their lines be cut. */
  readonly squeeze?: number;
  /** The place in its row of a VPC that has more than its even share of the width, and what each other has. */
  readonly uneven?: { readonly wide: number; readonly others: number };
  /** The band below has no title. */
  readonly untitled?: boolean;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Below this a frame says nothing. */
const LEAST_WIDTH = 16;

/** Boxes are worth more than whole public addresses, and less than a subnet's block. */
const STEPS: readonly (readonly [detail: Detail, boxes: boolean])[] = [
  [DETAILS.full, true],
  [DETAILS.shortPublic, true],
  [DETAILS.tableBelow, true],
  [DETAILS.rowsBeside, true],
  [DETAILS.shortPublicTableBelow, true],
  [DETAILS.shortCidr, true],
  [DETAILS.shortCidrTableBelow, true],
  [DETAILS.shortPublic, false],
  [DETAILS.shortPublicTableBelow, false],
  [DETAILS.shortCidr, false],
  [DETAILS.shortCidrTableBelow, false],
  [DETAILS.shortOutside, false],
  [DETAILS.noCidr, true],
  [DETAILS.shortPrivate, true],
  [DETAILS.least, true],
  [DETAILS.noCidr, false],
  [DETAILS.shortPrivate, false],
  [DETAILS.least, false],
];

/** Undefined when no arrangement of frames fits. */
export function chooseArrangement(scene: Scene, size: Size, border: Border, pen: Pen): Arrangement | undefined {
  if (size.width < LEAST_WIDTH) return undefined;
  let least: Fitting | undefined;
  for (const fitting of listFitting(scene, false, size, border, pen)) {
    if (fitting.cut === 0) return fitting.arrangement;
    if (!least || fitting.cut < least.cut) least = fitting;
  }
  for (const { cut, arrangement } of listUneven(scene, size, border, pen)) if (cut === 0) return arrangement;
  if (least || !scene.substrate) return least?.arrangement ?? squeeze(scene, size, border, pen);
  // Better the whole band than its title.
  for (const { cut, arrangement } of listFitting(scene, true, size, border, pen)) if (cut === 0) return arrangement;
  return squeeze(scene, size, border, pen);
}

interface Fitting {
  readonly arrangement: Arrangement;
  readonly cut: number;
}

/** Every arrangement whose frames close and that is not too high, the most generous first. */
function* listFitting(scene: Scene, untitled: boolean, size: Size, border: Border, pen: Pen): Generator<Fitting> {
  for (const [detail, boxes] of STEPS)
    for (let perRow = Math.max(1, scene.vpcs.length); perRow >= 1; perRow--) {
      const arrangement = { detail, boxes, perRow, untitled };
      const { height, isWhole, cut } = compose(scene, arrangement, size, border, pen);
      if (isWhole && height <= size.height) yield { arrangement, cut };
    }
}

/** One VPC wider than its neighbours, as its gateways may need. */
function* listUneven(scene: Scene, size: Size, border: Border, pen: Pen): Generator<Fitting> {
  const perRow = scene.vpcs.length;
  if (perRow < 2) return;
  for (const [detail, boxes] of STEPS)
    for (const wide of scene.vpcs.keys())
      for (let others = LEAST_COLUMN; others * perRow < size.width; others += UNEVEN_STEP) {
        const arrangement = { detail, boxes, perRow, uneven: { wide, others } };
        const { height, isWhole, cut } = compose(scene, arrangement, size, border, pen);
        if (isWhole && height <= size.height) yield { arrangement, cut };
      }
}

/** Fewer columns change little. */
const UNEVEN_STEP = 3;

/** Columns narrower than this show nothing but ellipses. */
const LEAST_COLUMN = 18;

/** More columns than fit, their lines cut: a map with ellipses says more than half a list. */
function squeeze(scene: Scene, size: Size, border: Border, pen: Pen): Arrangement | undefined {
  for (let columns = 2; columns * LEAST_COLUMN <= size.width - 2; columns++)
    for (const boxes of [true, false]) {
      const arrangement = { detail: DETAILS.shortPrivate, boxes, perRow: 1, squeeze: columns };
      const { height, isWhole } = compose(scene, arrangement, size, border, pen);
      if (isWhole && height <= size.height) return arrangement;
    }
  return undefined;
}

export function drawArrangement(
  scene: Scene,
  chosen: Arrangement,
  size: Size,
  border: Border,
  pen: Pen,
): readonly Line[] {
  const { draw } = compose(scene, chosen, size, border, pen);
  const lines = draw();
  return Array.from({ length: size.height }, (_, index) => padLine(lines[index] ?? [], size.width));
}

interface Composition {
  readonly height: number;
  /** Every frame closes. */
  readonly isWhole: boolean;
  /** Columns that are cut off, over all lines. */
  readonly cut: number;
  draw(): readonly Line[];
}

function compose(scene: Scene, arrangement: Arrangement, size: Size, border: Border, pen: Pen): Composition {
  const { width, height } = size;
  const { boxes, detail, untitled } = arrangement;
  const rows = placeVpcs(scene, arrangement, width, border, pen);
  const outside = drawOutside(scene, { width, boxes, short: detail.shortOutside, feet: rows.at(-1)?.feet, pen });
  const above = rows.reduce((sum, row) => sum + row.height + (row.ownFeet ? 1 : 0), outside.length);
  const band =
    scene.substrate && drawSubstrate(scene.substrate, { width, height: height - above, untitled, border, pen });
  const used = above + (band?.lines.length ?? 0);
  const frames = rows.flatMap(({ placed }) => placed.map(({ frame }) => frame));
  const air = used + rows.reduce((sum, row) => sum + row.air, 0) <= height;
  return {
    height: used,
    isWhole: frames.every(({ holdsEdges }) => holdsEdges),
    cut: frames.reduce((sum, { cut }) => sum + cut, band?.cut ?? 0),
    draw: () => [
      ...rows.flatMap((row) => [
        ...drawFrames(row.placed, row.height + (air ? row.air : 0), air),
        ...(row.ownFeet ? [row.ownFeet] : []),
      ]),
      ...outside,
      ...(band?.lines ?? []),
    ],
  };
}

/** VPCs side by side, all as high as the highest. */
interface VpcRow {
  readonly placed: readonly Placed[];
  readonly height: number;
  readonly air: number;
  readonly feet: Line | undefined;
  /** The feet, where they need a line of their own; those of the lowest row share one with the internet. */
  readonly ownFeet: Line | undefined;
}

function placeVpcs(scene: Scene, arrangement: Arrangement, width: number, border: Border, pen: Pen): readonly VpcRow[] {
  const { detail, boxes, perRow, squeeze, uneven } = arrangement;
  const { all, least } = outsideWidths(scene, detail.shortOutside, pen);
  const rows = chunk(scene.vpcs, perRow);
  return rows.map((vpcs, rowIndex) => {
    const placed = vpcs.map((vpc, index) => {
      const share = shareOf(width, vpcs.length, index, uneven);
      const options = {
        width: share,
        detail,
        boxes,
        border,
        pen,
        squeeze,
        reserve: vpcs.length === 1 ? [all, least] : [],
      };
      return { share, frame: planVpc(vpc, options) };
    });
    const feet = feetOf(placed, width);
    return {
      placed,
      height: Math.max(...placed.map(({ frame }) => frame.height)),
      air: Math.max(...placed.map(({ frame }) => frame.airHeight)),
      feet,
      ownFeet: rowIndex < rows.length - 1 ? feet : undefined,
    };
  });
}

interface Placed {
  readonly share: number;
  readonly frame: VpcFrame;
}

function drawFrames(row: readonly Placed[], height: number, air: boolean): readonly Line[] {
  const drawn = row.map(({ frame }) => frame.draw(height, air));
  return Array.from({ length: height }, (_, index) => drawn.flatMap((lines) => lines[index] ?? []));
}

function feetOf(row: readonly Placed[], width: number): Line | undefined {
  const last = row.findLastIndex(({ frame }) => frame.feet);
  if (last < 0) return undefined;
  const before = row.slice(0, last).flatMap(({ frame, share }) => padLine(frame.feet ?? [], Math.min(share, width)));
  return [...before, ...row[last]!.frame.feet!];
}

function shareOf(width: number, count: number, index: number, uneven: Arrangement['uneven']): number {
  if (uneven) return index === uneven.wide ? width - uneven.others * (count - 1) : uneven.others;
  const each = Math.floor(width / count);
  return index < count - 1 ? each : width - each * (count - 1);
}

function chunk<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  for (let from = 0; from < items.length; from += size) chunks.push(items.slice(from, from + size));
  return chunks;
}
