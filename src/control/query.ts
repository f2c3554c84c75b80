// `--query`: JMESPath, by a library that is loaded only when something asks for it.

import type { ScriptHost } from './script.ts';
import type { Statement } from './shell-words.ts';

type Search = ScriptHost['search'];

/** The search that a script needs. One without a `--query` needs none, and does not wait for any. */
export function loadSearch(statements: readonly Statement[]): Search | Promise<Search> {
  return statements.some(({ text }) => text.includes('--query')) ? loadJmesPath() : (output) => output;
}

async function loadJmesPath(): Promise<Search> {
  const { search } = await import('@jmespath-community/jmespath');
  return (output, expression) =>
    search(output as Parameters<typeof search>[0], expression, { enable_legacy_literals: true });
}
