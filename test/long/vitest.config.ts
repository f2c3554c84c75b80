// `npm run test:long`: every file with properties, with ten thousand cases each from a random seed, or as many as FC_RUNS says.
// What it finds is printed with its seed, and stands as a fixed example once it is mended.

import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const FOLDERS = ['net', 'dataplane', 'control', 'game', 'levels', 'progress'];

process.env.FC_RUNS ??= '10000';
process.env.FC_SEED ??= 'random';

const files = FOLDERS.flatMap((folder) =>
  readdirSync(new URL(`../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .map((name) => `test/${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.test.ts') && hasProperties(name)),
);

function hasProperties(name: string): boolean {
  return readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8').includes("from 'fast-check'");
}

export default defineConfig({
  test: {
    include: files,
    setupFiles: 'test/random-seed.ts',
    globalSetup: '.scripts/compile-levels.mjs',
    testTimeout: 3_600_000,
  },
});
