// A World into a file: whole or not at all. The new file stands beside the old one until it is complete.

import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { World } from '../cloud/world.ts';
import { Refusal } from './refusal.ts';
import type { Call } from './run-command.ts';

export async function writeWorld({ say }: Pick<Call, 'say'>, file: string, world: World): Promise<void> {
  const text = /\.ya?ml$/.test(file) ? await writeYaml(world) : `${JSON.stringify(world, undefined, 2)}\n`;
  const reason = writeWhole(file, text);
  if (reason) throw new Refusal(say('cannot-write', { file, reason }));
}

async function writeYaml(world: World): Promise<string> {
  const { formatYaml } = await import('../levels/parse-text.ts');
  return formatYaml(world);
}

/** Undefined when it was written, else why not. */
export function writeWhole(file: string, text: string): string | undefined {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    const handle = openSync(draft, 'w');
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
    return undefined;
  } catch (error) {
    rmSync(draft, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    return code ?? message;
  }
}
