// The figures of a run.

import type { Comparison } from './compare.ts';

export interface Tally {
  compared: number;
  questions: number;
  sent: number;
  readonly outcomes: Record<string, number>;
  readonly leftOut: Record<string, number>;
  disagreements: number;
  /** Worlds that disagreed once and agreed when asked again. */
  passing: number;
}

export function makeTally(): Tally {
  return { compared: 0, questions: 0, sent: 0, outcomes: {}, leftOut: {}, disagreements: 0, passing: 0 };
}

export function count(tally: Tally, { questions, sent, outcomes }: Comparison): void {
  tally.compared++;
  tally.questions += questions;
  tally.sent += sent;
  for (const [outcome, times] of Object.entries(outcomes)) add(tally.outcomes, outcome, times);
}

export function add(counts: Record<string, number>, key: string, times = 1): void {
  counts[key] = (counts[key] ?? 0) + times;
}

export function tellTally(tally: Tally, seconds: number): string {
  const list = (counts: Record<string, number>, between: string) =>
    Object.entries(counts)
      .map(([key, times]) => `${times}${between}${key}`)
      .join(', ');
  const leftOut = list(tally.leftOut, ' with ');
  return [
    `kernel: ${tally.compared} worlds compared, ${tally.questions} questions (${list(tally.outcomes, ' ')}), ${tally.sent} probes sent, in ${seconds.toFixed(0)} s`,
    ...(leftOut ? [`kernel: left out: worlds of what it cannot stand in for, ${leftOut}`] : []),
    ...(tally.passing > 0 ? [`kernel: ${tally.passing} worlds disagreed once, and agreed when asked again`] : []),
    `kernel: ${tally.disagreements === 0 ? 'no disagreement' : `${tally.disagreements} worlds disagree`}`,
  ].join('\n');
}
