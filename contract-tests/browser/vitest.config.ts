import { defineConfig } from 'vitest/config';

/** Tests that need Chromium have a command of their own; they wait for it more than for the processor. */
export default defineConfig({
  test: {
    include: ['contract-tests/browser/**/*.test.ts'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
