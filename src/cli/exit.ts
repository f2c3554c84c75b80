/** What a process says with its number when it ends. */
export const EXIT = {
  yes: 0,
  /** Not solved, not reached, problems found. */
  no: 1,
  /** Wrong usage, or input that cannot be read. */
  usage: 2,
  /** A fault of ours. */
  fault: 70,
} as const;
