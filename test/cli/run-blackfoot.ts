import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const program = fileURLToPath(new URL('../../dist/blackfoot.js', import.meta.url));

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Where settings go; a folder of its own unless told. */
  readonly home?: string;
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs the built program without a terminal, as a script would. */
export function blackfoot(words: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const home = options.home ?? temporaryFolder();
  // What it writes for itself goes away with its home.
  const own = { HOME: home, XDG_CONFIG_HOME: home, TMPDIR: home };
  const env = { PATH: process.env.PATH ?? '', ...own, LANG: 'en_US.UTF-8', ...options.env };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], { env, cwd: options.cwd ?? home });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(options.input ?? '');
  });
}
