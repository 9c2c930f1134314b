import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Two cores: browser, database and crash tests share them with everything else.
    maxWorkers: 2,
    // Only against a test that hangs: a busy machine takes long for what it does.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    // The gate reads the counts from the file.
    reporters: process.env.CI ? ['default', 'json'] : ['default'],
    outputFile: { json: 'node_modules/.cache/tests.json' },
  },
});
