import { defineConfig } from 'vitest/config';

/** The tests that must notice a change of the client: its own, and no other's. */
export default defineConfig({
  test: {
    include: ['scripts/mutate/tests-of-the-client.ts'],
    setupFiles: ['scripts/mutate/fewer-runs.ts'],
    pool: 'threads',
    // Without a mutant each takes milliseconds; a mutant that makes one wait for ever is noticed by this.
    testTimeout: 3_000,
  },
});
