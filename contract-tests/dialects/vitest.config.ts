import { defineConfig } from 'vitest/config';

/** 10,000 instances per schema take a while, so they have a command of their own. */
export default defineConfig({
  test: {
    include: ['contract-tests/dialects/exhaustive.test.ts'],
    pool: 'threads',
    testTimeout: 120_000,
  },
});
