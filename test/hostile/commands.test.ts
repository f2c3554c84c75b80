// What is no level, no world, no script and no save, given to every command that takes a file: refused with its place, never a fault.

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blackfoot, temporaryFolder } from '../cli/run-blackfoot.ts';

const FILES: Readonly<Record<string, string | Buffer>> = {
  'empty.yaml': '',
  'bytes.yaml': Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 151) % 256)),
  'deep.json': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  'prototype.json': '{"__proto__": {"polluted": true}, "constructor": 1, "world": {"vpcs": {"__proto__": {}}}}',
  'numbers.yaml': 'hosts: 1e999\nvpcs: 99999999999999999999999999\nsubnets: .nan\n',
  'escape.yaml': 'hosts:\n  "host-\\e[2J": { underlay: "\\e]0;mine\\a" }\n',
  'script.sh':
    'aws ec2 create-vpc --cidr-block 10.0.0.0/16 --tag-specifications \u001B[2J\necho \u001B]0;mine\u0007\u009B2J\n',
  'long.sh': `aws ec2 ${'a'.repeat(1_000_000)}\n`,
  'long.yaml': `hosts: { host-${'a'.repeat(1_000_000)}: 1 }\n`,
  'many.yaml': `hosts: {${Array.from({ length: 20_000 }, (_, at) => `host-${at}: 1`).join(', ')}}\n`,
};

const COMMANDS: readonly (readonly [string, (file: string) => readonly string[]])[] = [
  ['trace', (file) => ['trace', file, '--from', 'a', '--to', 'b']],
  ['run a world', (file) => ['run', file, '-']],
  ['run a script', (file) => ['run', 'empty', file]],
  ['check a level', (file) => ['check', file, '-']],
  ['check a script', (file) => ['check', '2.1', file]],
  ['prove', (file) => ['prove', file]],
  ['solve', (file) => ['solve', file]],
  ['export', (file) => ['export', '2.1', file, '--to', 'aws-cli']],
  ['progress import', (file) => ['progress', 'import', file]],
  ['a pack', (file) => ['levels', '--pack', file]],
];

describe.each(COMMANDS)('%s', (_, words) => {
  test.each(Object.keys(FILES))('%s', async (name) => {
    const home = temporaryFolder();
    writeFileSync(join(home, name), FILES[name] as string);
    const { code, stdout, stderr } = await blackfoot(words(name), {
      home,
      env: { NODE_OPTIONS: '--max-old-space-size=192' },
    });
    expect([0, 1, 2]).toContain(code);
    expect(stderr).not.toMatch(/\n\s+at \S+ \(|has a fault/);
    expect(`${stdout}${stderr}`).not.toMatch(/[^\n\t\P{Cc}]/u);
    expect(stdout.length + stderr.length).toBeLessThan(20_000);
    expect(readdirSync(home).filter((file) => file.includes('fault'))).toEqual([]);
  });
});
