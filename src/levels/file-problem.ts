import type { Problem } from '../cloud/problem.ts';

/** Something wrong in a file: where exactly, what, and what to do about it. */
export interface FileProblem {
  readonly file: string;
  /** From 1; absent when the file as a whole is meant. */
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly remedy?: string;
}

/** A file's content and where each part of it stands. */
export interface Document {
  readonly file: string;
  readonly content: unknown;
  locate(problem: Problem): FileProblem;
}

/** To find a place takes longer the larger the file is, and nobody reads more of them. */
const MOST_LOCATED = 50;

export function locateAll({ file, locate }: Document, problems: readonly Problem[]): readonly FileProblem[] {
  return problems.map((problem, at) => (at < MOST_LOCATED ? locate(problem) : { file, message: problem.message }));
}

export function formatFileProblem({ file, line, column, message, remedy }: FileProblem): string {
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  return `${place}: ${message}${remedy ? `\n  ${remedy}` : ''}`;
}
