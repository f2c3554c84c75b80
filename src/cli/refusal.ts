/** Something that the person at the keyboard can put right. Thrown anywhere in `cli`, told once at its top, exit code 2. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly remedy: string | undefined;

  constructor(message: string, remedy?: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** By its name, because each part of the bundled program has a class of its own. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal';
}
