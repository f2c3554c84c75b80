// Proofs as a table for people, and as data.

import type { LevelProblem } from '../levels/prove.ts';
import { columns } from '../text/columns.ts';
import type { TimedProof } from './prove-tasks.ts';
import type { Call } from './run-command.ts';

export function describeProof({ answers, near, problems, ...proof }: TimedProof) {
  return { ...proof, answers: answers ?? null, near: near ?? null, problems: problems.length };
}

const HEAD = ['prove.par', 'prove.answers', 'prove.near', 'prove.states', 'prove.ms'] as const;

export function writeProofs(
  proofs: readonly TimedProof[],
  problems: readonly LevelProblem[],
  milliseconds: number,
  { say }: Call,
): string {
  const heading = ['', say('prove.level'), ...HEAD.map((key) => say(key))];
  const rows = proofs.map((proof) => [
    proof.problems.length === 0 ? '✓' : '✗',
    `${proof.position} ${proof.level}${proof.faults ? ` ×${proof.faults}` : ''}`,
    proof.bestKnown ? say('prove.best-known', { par: proof.par, atLeast: proof.atLeast }) : String(proof.par),
    ...[proof.answers ?? '-', proof.near ?? '-', proof.states, proof.milliseconds].map(String),
  ]);
  const listed = problems.flatMap(({ level, rule, message, remedy }) => [
    `${level} [${rule}] ${message}`,
    ...(remedy ? [`  ${remedy}`] : []),
  ]);
  const values = { levels: proofs.length, problems: problems.length, seconds: (milliseconds / 1000).toFixed(1) };
  const sum = say(problems.length === 0 ? 'prove.sound' : 'prove.problems', values);
  return [...alignTable([heading, ...rows]), ...(listed.length > 0 ? ['', ...listed] : []), '', sum].join('\n');
}

function alignTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => columns(row[column] ?? ''))));
  const pad = (text: string, column: number) => {
    const blanks = ' '.repeat((widths[column] ?? 0) - columns(text));
    return column < 2 ? text + blanks : blanks + text;
  };
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}
