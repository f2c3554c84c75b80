// The last error handler: what arrives here is a fault of ours. The player gets one calm message and a file to send; the terminal is
// given back by whoever holds it, when the process ends.

import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from './exit.ts';

export function guardFaults(version: string): void {
  const end = (error: unknown) => (hasReaderLeft(error) ? process.exit() : endWithFault(error, version));
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/** Whoever read our output has had enough of it, as `head` does. */
function hasReaderLeft(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === 'EPIPE';
}

function endWithFault(error: unknown, version: string): never {
  const lines = [`blackfoot has a fault: ${error instanceof Error ? error.message : String(error)}`];
  const report = writeReport(error, version);
  lines.push(report ? `The whole story is in ${report}. Please send it to the makers of the game.` : stackOf(error));
  // After the exit handlers that give the terminal back: what is said before them vanishes with the alternate screen.
  process.on('exit', () => process.stderr.write(`${lines.join('\n')}\n`));
  process.exit(EXIT.fault);
}

function writeReport(error: unknown, version: string): string | undefined {
  const file = join(tmpdir(), `blackfoot-fault-${process.pid}.txt`);
  const { platform, arch, versions, argv } = process;
  const facts = [
    `blackfoot ${version}`,
    `node ${versions.node} ${platform} ${arch}`,
    `arguments ${argv.slice(2).join(' ')}`,
  ];
  try {
    writeFileSync(file, `${facts.join('\n')}\n\n${stackOf(error)}\n`, { mode: 0o600 });
    return file;
  } catch {
    return undefined;
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
