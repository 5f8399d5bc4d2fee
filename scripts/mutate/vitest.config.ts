import { defineConfig } from 'vitest/config';

/** The tests that must notice a change of the client: its own, and no other's. */
export default defineConfig({
  test: {
    include: ['src/client/**/*.test.ts', 'src/validation.test.ts'],
    setupFiles: ['scripts/mutate/fewer-runs.ts'],
    pool: 'threads',
    testTimeout: 5_000,
  },
});
