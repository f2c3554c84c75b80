// What the prover's rules share: how a problem is told. What each rule guards against stands in levels/README.md.

export interface LevelProblem {
  readonly level: string;
  /** The rule's stable name. */
  readonly rule: string;
  readonly message: string;
  readonly remedy?: string;
}

export type Report = (rule: string, message: string, remedy?: string) => void;

/** Collects what a level's rules report. */
export function collectProblems(level: string): {
  readonly problems: readonly LevelProblem[];
  readonly report: Report;
} {
  const problems: LevelProblem[] = [];
  const report: Report = (rule, message, remedy) => {
    problems.push({ level, rule, message, ...(remedy && { remedy }) });
  };
  return { problems, report };
}
