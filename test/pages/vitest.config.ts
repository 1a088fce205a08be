import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite-pages', import.meta.url)),
  test: {
    include: ['*.check.ts'],
    fileParallelism: false,
    // a line a page as it goes
    reporters: ['verbose'],
    retry: 0,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
