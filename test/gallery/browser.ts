import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Page } from 'puppeteer-core';
import { build, preview } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const configFile = join(here, 'vite.config.ts');

export type Theme = 'light' | 'dark';

/** How else a state is looked at: in the system's own few colours, with text twice as large, in a page from right to left, on paper. */
export const WAYS = ['forced', 'large', 'rtl', 'paper'] as const;
export type Way = (typeof WAYS)[number];

/** One way to look at one state. */
export interface View {
  state: string;
  theme: Theme;
  lang: 'en' | 'ja';
  width: number;
  way?: Way;
}

/** The built gallery in a browser of its own. */
export interface Gallery {
  /** The states by name, each with the widths it is looked at in. */
  states: Record<string, readonly number[]>;
  page: Page;
  show(view: View): Promise<void>;
  close(): Promise<void>;
}

/** Builds the gallery and opens it in Chromium, bare, in the fonts of this machine or in the block font. */
export async function openGallery(executablePath: string, font: 'own' | 'blocks'): Promise<Gallery> {
  await build({ configFile });
  const server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 } });
  const address = server.httpServer.address();
  if (!address || typeof address === 'string') throw new Error('the gallery is served nowhere');
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath,
    headless: true,
    protocolTimeout: 60_000,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--no-first-run', '--disable-gpu', '--hide-scrollbars', '--force-color-profile=srgb'],
      ...['--font-render-hinting=none', '--disable-background-networking', '--lang=en-US'],
    ],
  });
  const page = await browser.newPage();
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error instanceof Error ? error.message : String(error)));
  const session = await page.createCDPSession();
  const emulate = (theme: Theme, way?: Way) =>
    session.send('Emulation.setEmulatedMedia', {
      media: way === 'paper' ? 'print' : '',
      features: [
        { name: 'prefers-reduced-motion', value: 'reduce' },
        { name: 'prefers-color-scheme', value: theme },
        { name: 'forced-colors', value: way === 'forced' ? 'active' : 'none' },
      ],
    });
  await emulate('light');
  await page.goto(`http://127.0.0.1:${address.port}/?bare&font=${font}`);
  await page.waitForFunction(() => 'gallery' in window);
  let wide = 0;
  let emulated = '';
  return {
    states: await page.evaluate(() => window.gallery.states),
    page,
    async show({ state, theme, lang, width, way }) {
      if (width !== wide) await page.setViewport({ width, height: 640 });
      wide = width;
      if (`${way} ${theme}` !== emulated) await emulate(theme, way);
      emulated = `${way} ${theme}`;
      await page.evaluate((...asked) => window.gallery.show(...asked), state, theme, lang, way);
      if (broken.length > 0) throw new Error(`${state}: ${broken.splice(0).join('; ')}`);
    },
    async close() {
      await browser.close();
      await new Promise((done) => server.httpServer.close(done));
    },
  };
}
