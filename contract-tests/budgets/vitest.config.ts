import { defineConfig } from 'vitest/config';

/** The budgets compile and start processes, so they have a command of their own. */
export default defineConfig({
  test: {
    include: ['contract-tests/budgets/**/*.test.ts'],
    pool: 'threads',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
