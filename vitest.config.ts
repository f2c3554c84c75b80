import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: '.scripts/compile-levels.mjs',
    // Tests that start a terminal wait for its output; on a busy machine with two cores that takes its time.
    testTimeout: 20_000,
  },
});
