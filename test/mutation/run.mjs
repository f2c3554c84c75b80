// Mutation testing, folder by folder: `npm run test:mutation`, or `npm run test:mutation -- net src/net/cidr.ts` for some files of one.
// Each mutant meets the tests of its own folder only. Figures and survivors: README.md beside this file.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const FOLDERS = ['net', 'dataplane', 'control'];
const [folder, ...files] = process.argv.slice(2);
const stryker = fileURLToPath(new URL('../../node_modules/.bin/stryker', import.meta.url));

for (const each of folder ? [folder] : FOLDERS) {
  const mutated = files.length > 0 ? files.join(',') : `src/${each}/**/*.ts`;
  const options = ['run', 'test/mutation/stryker.json', '--mutate', mutated];
  const { status } = spawnSync(stryker, options, { stdio: 'inherit', env: { ...process.env, MUTATED: each } });
  if (status !== 0) process.exit(status ?? 1);
}
