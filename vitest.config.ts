import { defineConfig } from 'vitest/config';
import { LONG } from './contract-tests/long.config.ts';

export default defineConfig({
  test: {
    include: ['{src,scripts,openapi,contract-tests}/**/*.test.ts'],
    // These have commands of their own: npm run budgets, consumers and test:*.
    exclude: [
      '**/node_modules/**',
      'contract-tests/{browser,budgets,workflows}/**',
      ...LONG,
      'contract-tests/codegen/{.tmp,programs}/**',
      'contract-tests/sandbox/faults.test.ts',
      'contract-tests/dialects/exhaustive.test.ts',
      // The consumers' own tests run where the package is installed.
      'contract-tests/consumers/*/**',
      'scripts/lint/{fixtures,lint-document,rules-page,score}.test.ts',
      'contract-tests/spec/seeded-faults.test.ts',
    ],
    // Every test cleans up after itself, so files may share a thread; what they share is loaded once.
    pool: 'threads',
    isolate: false,
    // Tests that start Prism or a linter wait for another process: more threads than cores would only slow those down.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
