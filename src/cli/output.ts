/** Everything that a command prints goes through here, so that `| head` and tests meet one way of writing. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function printError(text: string): void {
  const shown = withoutControls(text);
  process.stderr.write(shown.endsWith('\n') ? shown : `${shown}\n`);
}

/** An error quotes what it found in a file, and that must not drive the terminal. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
  return text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}

/** The one JSON document of `--json`. */
export function printJson(document: unknown): void {
  print(JSON.stringify(document, undefined, 2));
}
