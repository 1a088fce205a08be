import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The state gallery in Chromium: one browser, one build. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite-gallery', import.meta.url)),
  test: { include: ['gallery.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
