/** Something wrong in a file that somebody wrote: where it stands, what is wrong, and what to do about it. */
export interface Problem {
  /** Keys from the top of the document down to the place. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly remedy?: string;
}

export function formatPath(path: readonly (string | number)[]): string {
  return path.length === 0 ? '(top)' : path.join('.');
}
