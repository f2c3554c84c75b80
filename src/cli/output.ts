/** Everything that a command prints goes through here, so that `| head` and tests meet one way of writing. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function printError(text: string): void {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** The one JSON document of `--json`. */
export function printJson(document: unknown): void {
  print(JSON.stringify(document, undefined, 2));
}
