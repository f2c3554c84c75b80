// The topology map of the play screen: a World, a size and marks give lines of exactly that size. Pure; which arrangement fits is
// worked out once for each World and size, because the marks move far more often than the World changes.

import type { World } from '../../cloud/world.ts';
import { memoByIdentity } from '../../memo.ts';
import type { Border, Line } from '../lines.ts';
import { type Arrangement, chooseArrangement, drawArrangement, type Size } from './arrange.ts';
import { glyphsOf, plainEllipsis } from './glyphs.ts';
import { drawList } from './list.ts';
import { type MapMarks, resolveMarks } from './marks.ts';
import { type MapLabels, makePen, NO_MARKS } from './pen.ts';
import { type Scene, sceneOf } from './scene.ts';

export interface MapOptions extends Size {
  readonly border: Border;
  readonly labels: MapLabels;
  readonly marks?: MapMarks;
  /** The network that the level began with. */
  readonly start?: World;
}

export function drawMap(
  world: World,
  { width, height, border, labels, marks = {}, start }: MapOptions,
): readonly Line[] {
  const scene = sceneOf(world, start);
  const size = { width, height };
  const glyphs = glyphsOf(border);
  const pen = makePen(glyphs, labels, resolveMarks(world, scene, marks));
  const arrangement = arrangementFor(scene, size, border, labels);
  const focus = marks.chosen ?? marks.packetAt ?? marks.failedAt;
  const lines = arrangement
    ? drawArrangement(scene, arrangement, size, border, pen)
    : drawList(scene, size, pen, focus);
  return glyphs.ascii ? plainEllipsis(lines) : lines;
}

interface Known extends Size {
  readonly border: Border;
  readonly labels: MapLabels;
  readonly arrangement: Arrangement | undefined;
}

const knownOf = memoByIdentity((_scene: Scene): Known[] => []);

/** More sizes than one screen shows at once. */
const REMEMBERED = 4;

function arrangementFor(scene: Scene, size: Size, border: Border, labels: MapLabels): Arrangement | undefined {
  const known = knownOf(scene);
  const hit = known.find(
    (one) => one.width === size.width && one.height === size.height && one.border === border && one.labels === labels,
  );
  if (hit) return hit.arrangement;
  const isEmpty = [scene.vpcs, scene.loose, scene.free, scene.outside, scene.sites].every(({ length }) => length === 0);
  const arrangement = isEmpty
    ? undefined
    : chooseArrangement(scene, size, border, makePen(glyphsOf(border), labels, NO_MARKS));
  known.unshift({ ...size, border, labels, arrangement });
  known.splice(REMEMBERED);
  return arrangement;
}
