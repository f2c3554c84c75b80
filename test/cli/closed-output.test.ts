// A reader that has had enough, as `| head` has, or that was never there: every command ends quietly, and never as a fault.

import { execFile } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMAND_NAMES } from '../../src/cli/arguments.ts';
import { program, temporaryFolder } from './run-blackfoot.ts';

/** Of each command an invocation or more that print something. */
const INVOCATIONS: Readonly<Record<(typeof COMMAND_NAMES)[number], readonly string[]>> = {
  play: ['play 2.1 --transcript < script', 'play 2.1 --transcript < /dev/null'],
  sandbox: [],
  daily: ['daily', 'daily --json'],
  levels: ['levels', 'levels --json'],
  trace: ['trace 2.1 --from vm-a --to client', 'trace 2.1 --from vm-a --to client --json'],
  run: ['run 2.1 script', 'run 2.1 script --json'],
  check: ['check 2.1 script', 'check 2.1 script --json'],
  prove: ['prove 2.1', 'prove 2.1 --json'],
  solve: ['solve 2.1', 'solve 2.1 --all'],
  new: ['new level pack'],
  export: ['export 2.1 script --to aws-cli'],
  progress: ['progress show', 'progress export', 'progress path'],
};

const READERS = ['head -c 1', 'true', '(exec <&-)'];

interface Ended {
  readonly status: string;
  readonly stderr: string;
  readonly files: readonly string[];
}

function pipeInto(reader: string, words: string): Promise<Ended> {
  const home = temporaryFolder();
  writeFileSync(join(home, 'script'), 'aws ec2 describe-route-tables\naws ec2 describe-vpcs\n');
  const env = { PATH: process.env.PATH ?? '', HOME: home, XDG_CONFIG_HOME: home, TMPDIR: home, LANG: 'en_US.UTF-8' };
  const line = `set -o pipefail; { "${process.execPath}" "${program}" ${words}; echo $? > status; } | ${reader} > /dev/null; cat status`;
  return new Promise((resolve) => {
    execFile('bash', ['-c', line], { env, cwd: home }, (_, stdout, stderr) =>
      resolve({ status: stdout.trim(), stderr, files: readdirSync(home) }),
    );
  });
}

describe.skipIf(process.platform === 'win32').each(READERS)('into %s', (reader) => {
  test.each(COMMAND_NAMES.flatMap((name) => INVOCATIONS[name]))('%s', async (words) => {
    const { status, stderr, files } = await pipeInto(reader, words);
    expect(['0', '1']).toContain(status);
    expect(stderr).not.toMatch(/fault|EPIPE|\n\s+at /);
    expect(files.filter((name) => name.includes('fault'))).toEqual([]);
  });
});
