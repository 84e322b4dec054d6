import { defineConfig } from 'vitest/config';

/**
 * `unit`: functions of their arguments, in Node. `integration`: several parts together; a file that needs a document
 * says `// @vitest-environment jsdom` on its first line. The timeouts only catch what hangs, no test measures time.
 */
const shared = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  restoreMocks: true,
  setupFiles: ['tests/support/same-chance.ts'],
};

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      {
        test: {
          ...shared,
          name: 'integration',
          environment: 'node',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
