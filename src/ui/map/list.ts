// The map as a list, for a size that holds no frame: one thing a line, in reading order, as far as the lines go.

import { fillMessage } from '../../text/message.ts';
import { type Line, lineText, padLine, ROUND, span } from '../lines.ts';
import type { Size } from './arrange.ts';
import { DETAILS } from './detail.ts';
import { drawOutside } from './outside.ts';
import type { Pen } from './pen.ts';
import type { EdgeScene, Scene, VpcScene } from './scene.ts';
import { drawSubnet } from './subnet-block.ts';
import { drawSubstrate } from './substrate.ts';

/** `focus` is what must be among the lines shown. */
export function drawList(scene: Scene, { width, height }: Size, pen: Pen, focus: string | undefined): readonly Line[] {
  const lines = listLines(scene, width, pen);
  if (lines.length <= height) return fill(lines, width, height);
  const room = Math.max(0, height - 1);
  const first = windowStart(lines, room, focus);
  const more = fillMessage(pen.labels.more, { count: lines.length - room });
  return fill([...lines.slice(first, first + room), [span(` ${more}`, 'dim')]], width, height);
}

function fill(lines: readonly Line[], width: number, height: number): readonly Line[] {
  return Array.from({ length: height }, (_, index) => padLine(lines[index] ?? [], width));
}

function windowStart(lines: readonly Line[], room: number, focus: string | undefined): number {
  const at = lines.findIndex((line) => line.some((part) => 'id' in part && part.id === focus));
  return Math.max(0, Math.min(at - (room >> 1), lines.length - room));
}

function listLines(scene: Scene, width: number, pen: Pen): readonly Line[] {
  const below = scene.substrate
    ? drawSubstrate(scene.substrate, { width, height: 0, border: ROUND, pen }).lines.slice(1)
    : [];
  const outside = drawOutside({ ...scene, loose: [] }, { width, boxes: false, short: false, feet: undefined, pen });
  const loose = scene.loose.map((edge): Line => [...listEdge(edge, pen), span(` ${pen.labels.detached}`, 'warn')]);
  const lines = [...scene.vpcs.flatMap((vpc) => listVpc(vpc, pen)), ...loose, ...outside, ...below];
  return lines.some((line) => lineText(line).trim() !== '') ? lines : [[span(` ${pen.labels.nothing}`, 'dim')]];
}

function listVpc(vpc: VpcScene, pen: Pen): readonly Line[] {
  const unused = vpc.unusedTables.map(
    (id): Line => [pen.slot([id]), pen.thing(id, id), span(` ${pen.labels.unused}`, 'dim')],
  );
  return [
    [pen.slot([vpc.id]), pen.thing(vpc.id, vpc.id, 'vpc'), span(` ${vpc.cidrs.join(' ')}`, 'vpc')],
    ...vpc.subnets.flatMap((subnet) => drawSubnet(subnet, DETAILS.full, pen)),
    ...unused,
    ...vpc.edges.map((edge) => listEdge(edge, pen)),
  ];
}

function listEdge({ id, device, tableId }: EdgeScene, pen: Pen): Line {
  const table = tableId ? [span(' '), pen.thing(tableId, tableId)] : [];
  return [pen.slot([id]), pen.thing(id, id, 'edge'), span(` ${device}`), ...table];
}
