import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireBrowsers } from '../setup/browsers.mjs';
import { openGallery } from './browser';
import { accept, GOLDEN, lookAt, stripsOf } from './looks';

/**
 * `npm run gallery:golden -- [part of a state's name]`: makes the gallery as it looks now the one to compare with. Look at
 * it (`npm run gallery:pictures`) before committing.
 */
const [part = ''] = process.argv.slice(2);
const gallery = await openGallery(requireBrowsers(['chromium']).chromium!, 'blocks');
const strips = stripsOf(gallery);
for (const name of strips) if (name.includes(part)) accept(name, await lookAt(gallery, name));
for (const file of readdirSync(GOLDEN))
  if (!strips.includes(file.replace(/\.png$/, ''))) rmSync(join(GOLDEN, file));
await gallery.close();
