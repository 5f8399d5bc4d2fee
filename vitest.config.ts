import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,scripts,openapi,contract-tests}/**/*.test.ts'],
    reporters: ['default'],
    testTimeout: 15_000,
    typecheck: { enabled: false },
  },
});
