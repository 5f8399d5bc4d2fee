import { defineConfig } from 'vitest/config';

/** Every rule of every linter on a document that breaks it and on one that keeps it: the linters take their time. */
export default defineConfig({
  test: {
    include: [
      'scripts/lint/{fixtures,lint-document,rules-page,score}.test.ts',
      'contract-tests/spec/seeded-faults.test.ts',
    ],
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
