// Which tests a mutant meets: those of its own folder, with fewer random cases, for each of thousands of mutants meets them anew.

import { defineConfig } from 'vitest/config';

const { MUTATED = 'net' } = process.env;

process.env.FC_RUNS ??= '100';

export default defineConfig({
  test: {
    include: [`test/${MUTATED}/**/*.test.ts`],
    // Each asks every rule thousands of times, and kills what the tables beside them kill as well.
    exclude: [
      'test/dataplane/fault-pairs.test.ts',
      'test/dataplane/properties.test.ts',
      'test/control/rebuild*.test.ts',
    ],
    setupFiles: 'test/random-seed.ts',
    globalSetup: '.scripts/compile-levels.mjs',
    testTimeout: 120_000,
  },
});
