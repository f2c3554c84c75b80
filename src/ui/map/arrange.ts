// Fits a scene into a size. It tries arrangements from the most to the least generous and takes the first that needs no cut;
// what fits nowhere becomes a list.

import { type Border, type Line, padLine } from '../lines.ts';
import { DETAILS, type Detail } from './detail.ts';
import { drawOutside } from './outside.ts';
import type { Pen } from './pen.ts';
import type { Scene } from './scene.ts';
import { drawSubstrate } from './substrate.ts';
import { planVpc, type VpcFrame } from './vpc-frame.ts';

export interface Arrangement {
  readonly detail: Detail;
  readonly boxes: boolean;
  /** How many VPCs stand side by side. */
  readonly perRow: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Below this a frame says nothing. */
const LEAST_WIDTH = 16;

/** Boxes are worth more than whole public addresses, and less than a subnet's block. */
const STEPS: readonly (readonly [detail: number, boxes: boolean])[] = [
  [0, true],
  [1, true],
  [2, true],
  [3, true],
  [4, true],
  [5, true],
  [1, false],
  [3, false],
  [4, false],
  [5, false],
  [6, true],
  [7, true],
  [6, false],
  [7, false],
];

/** Undefined when no arrangement of frames fits. */
export function chooseArrangement(scene: Scene, size: Size, border: Border, pen: Pen): Arrangement | undefined {
  if (size.width < LEAST_WIDTH) return undefined;
  let cut: Arrangement | undefined;
  for (const [step, boxes] of STEPS)
    for (let perRow = Math.max(1, scene.vpcs.length); perRow >= 1; perRow--) {
      const arrangement = { detail: DETAILS[step]!, boxes, perRow };
      const { height, fits } = compose(scene, arrangement, size, border, pen);
      if (height > size.height) continue;
      if (fits) return arrangement;
      cut = arrangement;
    }
  return cut;
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
  readonly fits: boolean;
  draw(): readonly Line[];
}

function compose(
  scene: Scene,
  arrangement: Arrangement,
  { width, height }: Size,
  border: Border,
  pen: Pen,
): Composition {
  const { detail, boxes, perRow } = arrangement;
  const rows = chunk(scene.vpcs, perRow).map((vpcs) =>
    vpcs.map((vpc, index) => {
      const share = shareOf(width, vpcs.length, index);
      return { share, frame: planVpc(vpc, { width: share, detail, boxes, border, pen }) };
    }),
  );
  const frames = rows.map((row) => ({
    row,
    height: Math.max(...row.map(({ frame }) => frame.height)),
    air: Math.max(...row.map(({ frame }) => frame.airHeight)),
    feet: feetOf(row, width),
  }));
  const lastFeet = frames.at(-1)?.feet;
  const outside = drawOutside(scene, { width, boxes, feet: lastFeet, pen });
  const band = scene.substrate && drawSubstrate(scene.substrate, width, border, pen);
  const used =
    frames.reduce((sum, row, index) => sum + row.height + (row.feet && index < frames.length - 1 ? 1 : 0), 0) +
    outside.length +
    (band?.lines.length ?? 0);
  const air = used + frames.reduce((sum, row) => sum + row.air, 0) <= height;
  return {
    height: used,
    fits: rows.flat().every(({ frame }) => frame.fits) && band?.fits !== false,
    draw: () => [
      ...frames.flatMap((row, index) => [
        ...drawFrames(row.row, row.height + (air ? row.air : 0), air),
        ...(row.feet && index < frames.length - 1 ? [row.feet] : []),
      ]),
      ...outside,
      ...(band?.lines ?? []),
    ],
  };
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

function shareOf(width: number, count: number, index: number): number {
  const each = Math.floor(width / count);
  return index < count - 1 ? each : width - each * (count - 1);
}

function chunk<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  for (let from = 0; from < items.length; from += size) chunks.push(items.slice(from, from + size));
  return chunks;
}
