// How well a player knows what they know: of the predictions said to be sure, and of the others, how many the packets bore out.

import type { Progress } from './progress.ts';

interface Tally {
  readonly right: number;
  readonly of: number;
}

export interface Calibration {
  readonly sure: Tally;
  readonly unsure: Tally;
}

/** Predictions from before anybody was asked how sure they are count for neither. */
export function calibrationOf({ levels }: Progress): Calibration {
  const predictions = Object.values(levels).flatMap(({ prediction }) => prediction ?? []);
  const tally = (isSure: boolean): Tally => {
    const those = predictions.filter(({ sure }) => sure === isSure);
    return { right: those.filter(({ right }) => right).length, of: those.length };
  };
  return { sure: tally(true), unsure: tally(false) };
}
