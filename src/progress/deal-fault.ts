// Which fault a level comes with this time. Faults that the player has not mended yet come first, and of these the ones that show a belief
// which the player holds, the weakest ahead; else in the order of the file. Once all are mended, they come round again.

import { beliefNumbered } from '../levels/beliefs.ts';
import type { FaultEntry, Library } from '../levels/library.ts';
import { type Progress, REVIEW_RUNGS, recordOf } from './progress.ts';

/** The fault's id; undefined for a level without faults. */
export function dealFault(
  { faults }: Pick<Library, 'faults'>,
  levelId: string,
  progress: Progress,
): string | undefined {
  const all = faults(levelId);
  const mended = recordOf(progress, levelId).faults ?? [];
  const open = all.filter(({ id }) => !mended.includes(id));
  // A stable sort keeps the order of the file among beliefs that are equally weak.
  return [...(open.length > 0 ? open : all)].sort((a, b) => rungOf(a, progress) - rungOf(b, progress))[0]?.id;
}

/** How far the player has climbed with the belief that a fault shows; a belief never shown counts as mended. */
function rungOf({ breaks }: FaultEntry, { reviews }: Progress): number {
  const belief = breaks === undefined ? undefined : beliefNumbered(breaks);
  return (belief && reviews[belief.id]?.rung) ?? REVIEW_RUNGS;
}
