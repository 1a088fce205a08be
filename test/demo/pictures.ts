import { join, resolve } from 'node:path';
import { cardOf, restOn } from '../e2e/card';
import { startChromium } from '../e2e/drivers/chromium';
import { until } from '../e2e/drivers/wait';
import { markedIn } from '../e2e/page-probe';
import { startSite } from '../e2e/site';
import { requireBrowsers } from '../setup/browsers.mjs';
import { buildOf } from '../setup/environment.mjs';

/** Marks and card on kinds of pages that readers meet, for the README: `npx tsx test/demo/pictures.ts` after a build. */
const PICTURES = [
  {
    page: 'encyclopedia.html',
    text: 'George Glass',
    within: 'main > p:nth-of-type(2)',
    name: 'George Glass',
  },
  { page: 'newspaper-japanese.html', text: '赤沢亮正', within: 'article', name: 'Ryosei Akazawa' },
  { page: 'forum.html', text: 'Ishiba', within: '.post .post', name: 'Shigeru Ishiba' },
] as const;

const { chromium } = requireBrowsers(['chromium']);
const site = await startSite();
const driver = await startChromium(chromium, buildOf('chromium'));
try {
  for (const { page, text, within, name } of PICTURES) {
    const tab = await driver.open(site.url(page));
    await until('marks', async () => {
      // The page that welcomes a new reader may come to the front only now, and a page behind another is not drawn in.
      await tab.show();
      return (await markedIn(tab.page)).some((mark) => mark.includes(text));
    });
    await restOn(tab, text, within);
    await cardOf(tab, name);
    const file = join('docs', page.replace('.html', '.png'));
    await tab.picture(resolve(file));
    console.log(`${file}: ${(await markedIn(tab.page)).join(' · ')}`);
    await tab.close();
  }
} finally {
  await driver.close();
  site.close();
}
