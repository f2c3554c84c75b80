// Mutation testing, folder by folder: `npm run test:mutation`, or `npm run test:mutation -- net src/net/cidr.ts` for some files of one.
// Each mutant meets the tests of its own folder only. Figures and survivors: README.md beside this file.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { FOLDERS, foldersBelow } from './tests.mjs';

const [folder, ...files] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
const stryker = fileURLToPath(new URL('../../node_modules/@stryker-mutator/core/bin/stryker.js', import.meta.url));

function mutate(each) {
  const whole = [`src/${each}/**/*.ts`, ...foldersBelow(each).map((other) => `!src/${other}/**`)];
  const mutated = (files.length > 0 ? files : whole).join(',');
  // A folder of its own, for two runs at once.
  const options = [
    'run',
    'test/mutation/stryker.json',
    '--mutate',
    mutated,
    '--tempDirName',
    `.mutation/${process.pid}`,
  ];
  const env = { FC_RUNS: '30', ...process.env, MUTATED: each };
  return spawnSync(process.execPath, [stryker, ...options], { cwd: root, stdio: 'inherit', env }).status ?? 1;
}

process.exit(Math.max(...(folder ? [folder] : FOLDERS).map(mutate)));
