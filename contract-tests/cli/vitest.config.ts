import { defineConfig } from 'vitest/config';

/** Whole checks, and checks in processes of their own that are ended in the middle: they have a command of their own. */
export default defineConfig({
  test: {
    include: ['contract-tests/cli/**/*.test.ts', 'src/cli/commands/check.test.ts'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
