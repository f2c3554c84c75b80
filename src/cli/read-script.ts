// SCRIPT on the command line: a file or standard input, read whole and checked before any of it is carried out.

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

export async function readScript(call: Pick<Call, 'say'>, word: string): Promise<Script> {
  const file = word === '-' ? '<stdin>' : word;
  const statements = parseScript(word === '-' ? await readStandardInput(call) : readScriptFile(call, word));
  if (!statements.ok) throw unreadable(call.say, [{ file, ...statements.error }]);
  return { file, statements: statements.value };
}

function readScriptFile({ say }: Pick<Call, 'say'>, file: string): string {
  const text = readText(file);
  if (!text.ok) throw unreadable(say, text.error);
  return text.value;
}

/** All of standard input, as long as it is not without end. */
export async function readStandardInput({ say }: Pick<Call, 'say'>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > FILE_LIMITS.bytes) throw new Refusal(say('input-too-long', { bytes: FILE_LIMITS.bytes }));
  }
  return Buffer.concat(chunks).toString('utf8');
}
