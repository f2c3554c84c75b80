// How an integrity rule tells what it found, and the question that most rules ask first.

import type { Path, Problem } from './problem.ts';

export type Report = (path: Path, message: string, remedy?: string) => void;

export function reportInto(problems: Problem[]): Report {
  return (path, message, remedy) => {
    problems.push(remedy === undefined ? { path, message } : { path, message, remedy });
  };
}

/** Whether an id names something that exists. */
export function refers(record: object, id: string, path: Path, report: Report): boolean {
  if (Object.hasOwn(record, id)) return true;
  const known = Object.keys(record).slice(0, 8).join(', ') || '(none are defined)';
  report(path, `${id} does not exist`, `define ${id}, or name one of: ${known}`);
  return false;
}

/** Reports a thing that is claimed twice: each claim gives what is claimed, who claims it and where that stands. */
export function claimOnce(report: Report): (what: string, owner: string, path: Path, shown?: string) => void {
  const owners = new Map<string, string>();
  return (what, owner, path, shown = what) => {
    const other = owners.get(what);
    if (other !== undefined) report(path, `${shown} already belongs to ${other}`);
    owners.set(what, owner);
  };
}
