import { defineConfig } from 'vitest/config';

/** Tests that check whole servers, start processes or break the contract: they have a command of their own, so that npm test stays quick. */
export const LONG = [
  'contract-tests/cli/**/*.test.ts',
  'contract-tests/prism/break.test.ts',
  'contract-tests/review/oasdiff.test.ts',
  'contract-tests/sandbox/{model,robustness}.test.ts',
  'scripts/mutate-spec/mutate-spec.test.ts',
  'src/cli/commands/check.test.ts',
  'src/contract/check.test.ts',
  'src/contract/mutants.test.ts',
  'src/mock/prism.test.ts',
];

export default defineConfig({
  test: {
    include: LONG,
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
