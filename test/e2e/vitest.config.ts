import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The journey in one real browser, named by NAMEPLATE_BROWSER (chromium or firefox). No retries: a flaw is a flaw. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite-e2e', import.meta.url)),
  test: {
    include: ['journey.test.ts'],
    fileParallelism: false,
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
