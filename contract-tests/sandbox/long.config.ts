import { defineConfig } from 'vitest/config';

/** The long version of what npm test runs a share of: thousands of sequences, ten thousand malformed requests. */
export default defineConfig({
  test: {
    include: ['contract-tests/sandbox/{model,robustness}.test.ts'],
    env: { PLEXO_MODEL_RUNS: '3000', PLEXO_MALFORMED: '10000' },
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 30_000,
  },
});
