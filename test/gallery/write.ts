import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireBrowsers } from '../setup/browsers.mjs';
import { openGallery } from './browser';
import { accept, GOLDEN, lookAt } from './looks';

/**
 * `npm run gallery:golden -- [part of a state's name]`: makes the gallery as it looks now the one to compare with. Look at
 * it (`npm run gallery:pictures`) before committing.
 */
const [part = ''] = process.argv.slice(2);
const gallery = await openGallery(requireBrowsers(['chromium']).chromium!, 'blocks');
for (const state of Object.keys(gallery.states))
  if (state.includes(part)) accept(state, await lookAt(gallery, state));
for (const name of readdirSync(GOLDEN))
  if (!(name.replace(/\.png$/, '') in gallery.states)) rmSync(join(GOLDEN, name));
await gallery.close();
