import { defineConfig } from 'vitest/config';

/** Each run of the workflow starts the Redocly command line, so it has a command of its own. */
export default defineConfig({
  test: {
    include: ['contract-tests/workflows/**/*.test.ts'],
    pool: 'threads',
    testTimeout: 90_000,
  },
});
