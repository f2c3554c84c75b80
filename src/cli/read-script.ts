// SCRIPT on the command line: a file or standard input, read whole and checked before any of it is carried out.

import { readFileSync } from 'node:fs';
import type { ScriptHost } from '../control/script.ts';
import { parseScript } from '../control/script.ts';
import type { Statement } from '../control/shell-words.ts';
import { FILE_LIMITS } from '../levels/file-limits.ts';
import { readText } from '../levels/load.ts';
import { unreadable } from './library.ts';
import { Refusal } from './refusal.ts';
import type { Call } from './run-command.ts';

export interface Script {
  /** What messages call it. */
  readonly file: string;
  readonly statements: readonly Statement[];
}

export function readScript(call: Pick<Call, 'say'>, word: string): Script {
  const file = word === '-' ? '<stdin>' : word;
  const statements = parseScript(word === '-' ? readStandardInput(call) : readScriptFile(call, word));
  if (!statements.ok) throw unreadable(call.say, [{ file, ...statements.error }]);
  return { file, statements: statements.value };
}

function readScriptFile({ say }: Pick<Call, 'say'>, file: string): string {
  const text = readText(file);
  if (!text.ok) throw unreadable(say, text.error);
  return text.value;
}

/** All of standard input. */
export function readStandardInput({ say }: Pick<Call, 'say'>): string {
  const text = readFileSync(0, 'utf8');
  if (Buffer.byteLength(text) <= FILE_LIMITS.bytes) return text;
  throw new Refusal(say('input-too-long', { bytes: FILE_LIMITS.bytes }));
}

/** JMESPath as a script needs it. Loaded only when a line has a `--query`. */
export async function loadSearch(statements: readonly Statement[]): Promise<ScriptHost['search']> {
  if (!JSON.stringify(statements).includes('--query')) return (output) => output;
  const { search } = await import('@jmespath-community/jmespath');
  return (output, expression) =>
    search(output as Parameters<typeof search>[0], expression, { enable_legacy_literals: true });
}
