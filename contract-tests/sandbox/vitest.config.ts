import { defineConfig } from 'vitest/config';

/** Every fault of the sandbox on a whole tour: half a minute of work, so it has a command of its own. */
export default defineConfig({
  test: {
    include: ['contract-tests/sandbox/faults.test.ts'],
    pool: 'threads',
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
