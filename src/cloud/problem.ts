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
