/** Something that the person at the keyboard can put right. Thrown anywhere in `cli`, told once at its top, exit code 2. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly remedy: string | undefined;

  constructor(message: string, remedy?: string) {
    super(message);
    this.remedy = remedy;
  }
}
