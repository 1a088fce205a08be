import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { requireBrowsers } from '../setup/browsers.mjs';
import { openGallery, type Theme, type Way } from './browser';

/**
 * Pictures of the states in this machine's own fonts, for people to look at:
 * `npm run gallery:pictures -- [part of a state's name] [light|dark] [en|ja] [forced|large|rtl|paper]`, into .output/pictures/gallery.
 */
const [part = '', theme = 'light', lang = 'en', way] = process.argv.slice(2);
const folder = join('.output', 'pictures', 'gallery');
mkdirSync(folder, { recursive: true });
const gallery = await openGallery(requireBrowsers(['chromium']).chromium!, 'own');
for (const [state, widths] of Object.entries(gallery.states)) {
  if (!state.includes(part)) continue;
  for (const width of widths) {
    await gallery.show({ state, theme: theme as Theme, lang: lang as 'en' | 'ja', width, way: way as Way });
    const path = join(folder, `${[state, theme, lang, width, way].filter(Boolean).join('-')}.png`);
    await gallery.page.screenshot({ path: path as `${string}.png`, fullPage: true });
    console.log(path);
  }
}
await gallery.close();
