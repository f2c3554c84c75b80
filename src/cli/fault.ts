// The last error handler: what arrives here is a fault of ours. The player gets one calm message and a file to send, on a terminal
// that is as it was.

import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from './exit.ts';
import { giveBackTerminal, isTerminalHeld } from './held-terminal.ts';
import { dieOf } from './signals.ts';

export function guardFaults(version: string): void {
  const end = (error: unknown) => {
    if (hasReaderLeft(error)) process.exit();
    // Node cannot reset a terminal that is gone, and aborts over it when it exits; the signal for it ends the process quietly.
    if (hasTerminalGone(error)) dieOf('SIGHUP');
    else endWithFault(error, version);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/** Whoever read our output has had enough of it, as `head` does. */
function hasReaderLeft(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === 'EPIPE';
}

/** The window was closed: what is still to be drawn finds no terminal, and nobody to tell about it. */
function hasTerminalGone(error: unknown): boolean {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  return code === 'EIO' && ['write', 'read', 'setRawMode'].includes(syscall ?? '');
}

function endWithFault(error: unknown, version: string): never {
  const lines = [`blackfoot has a fault: ${error instanceof Error ? error.message : String(error)}`];
  const report = writeReport(error, version);
  lines.push(report ? `The whole story is in ${report}. Please send it to the makers of the game.` : stackOf(error));
  process.on('exit', () => {
    if (isTerminalHeld()) leaveScreen();
    process.stderr.write(`${lines.join('\n')}\n`);
  });
  process.exit(EXIT.fault);
}

/** Ink leaves the screen too, but after every exit handler: the message would vanish with the alternate screen. */
function leaveScreen(): void {
  giveBackTerminal();
  process.stdout.write = () => true;
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
