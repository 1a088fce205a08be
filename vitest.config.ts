import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/bench/**', 'test/gallery/**'],
    // The properties read hundreds of generated texts with the whole model: on a busy machine longer than the usual 5 s.
    testTimeout: 60_000,
  },
});
