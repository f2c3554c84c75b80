import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    exclude: [...configDefaults.exclude, '.mutation/**'],
    setupFiles: 'test/random-seed.ts',
    globalSetup: '.scripts/compile-levels.mjs',
    // Nothing waits for time to go by, but a busy machine with two cores takes its time over what others do in a moment.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
});
