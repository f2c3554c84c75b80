import type * as v from 'valibot';

/** Keys from the top of the document down to a place. */
export type Path = readonly (string | number)[];

/** Something wrong in a file that somebody wrote: where it stands, what is wrong, and what to do about it. */
export interface Problem {
  readonly path: Path;
  readonly message: string;
  readonly remedy?: string;
}

export function formatPath(path: Path): string {
  return path.length === 0 ? '(top)' : path.join('.');
}

export function toProblem(issue: v.BaseIssue<unknown>): Problem {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  return { path, message: describeIssue(issue) };
}

/** Keys that are unknown or missing in plain words; for the rest the library's own sentence does. */
function describeIssue({ type, expected, received, message }: v.BaseIssue<unknown>): string {
  if (type !== 'strict_object') return message;
  if (expected === 'never') return 'there is no such key';
  return received === 'undefined' ? 'it must be given' : message;
}
