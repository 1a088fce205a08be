import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Connect, defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');

/** The pages ask for the extension's icons, which are made from this one. */
const serveIcon: Connect.NextHandleFunction = (request, response, next) => {
  if (!request.url?.startsWith('/icons/')) return next();
  response.setHeader('content-type', 'image/svg+xml');
  response.end(readFileSync(join(root, 'src', 'ui', 'icon.svg')));
};
const icons: Plugin = {
  name: 'gallery:icons',
  configureServer: ({ middlewares }) => void middlewares.use(serveIcon),
  configurePreviewServer: ({ middlewares }) => void middlewares.use(serveIcon),
};

/** The state gallery: `npm run gallery` shows it to people; its test builds it. No part of the extension. */
export default defineConfig({
  root: here,
  plugins: [icons],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { alias: { '@wxt-dev/i18n': join(here, 'i18n.ts') } },
  build: {
    outDir: join(root, '.output', 'gallery'),
    emptyOutDir: true,
    cssTarget: ['chrome125', 'firefox142'],
  },
  logLevel: 'warn',
});
