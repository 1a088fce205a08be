import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cardOf, restOn } from '../e2e/card';
import { startChromium } from '../e2e/drivers/chromium';
import { pictureAtRest } from '../e2e/drivers/picture';
import { find, findAll, textOf } from '../e2e/drivers/tree';
import type { Driver, Tab } from '../e2e/drivers/types';
import { until } from '../e2e/drivers/wait';
import { markedIn } from '../e2e/page-probe';
import { type Site, startSite } from '../e2e/site';
import { openGallery, type View } from '../gallery/browser';
import { requireBrowsers } from '../setup/browsers.mjs';
import { buildOf } from '../setup/environment.mjs';

/**
 * Every picture of docs/, for the README: `npx tsx test/demo/pictures.ts [part of a name]`, after a build. Those of the extension at work are of the
 * real one in a real browser; those of a look that a machine seldom has (forced colours, Japanese) are of the gallery.
 */
const DOCS = 'docs';

/** Marks and card on kinds of pages that readers meet. */
const ON_PAGES = [
  {
    page: 'encyclopedia.html',
    text: 'George Glass',
    within: 'main > p:nth-of-type(2)',
    name: 'George Glass',
  },
  { page: 'newspaper-japanese.html', text: '赤沢亮正', within: 'article', name: 'Ryosei Akazawa' },
  { page: 'forum.html', text: 'Ishiba', within: '.post .post', name: 'Shigeru Ishiba' },
] as const;

/** States of the gallery, with made-up names. */
const OF_GALLERY: Record<string, View> = {
  'settings.png': { state: 'options-chosen', theme: 'dark', lang: 'en', width: 960 },
  'dossier-japanese.png': { state: 'dossier-japanese', theme: 'light', lang: 'ja', width: 960 },
  'forced-colours.png': {
    state: 'dossier-entity',
    theme: 'dark',
    lang: 'en',
    width: 960,
    way: 'forced',
  },
};

type Shot = (driver: Driver, site: Site, file: string) => Promise<void>;

const pathOf = (file: string): `${string}.png` => resolve(DOCS, file) as `${string}.png`;

/** The news page once its names are marked, in front. */
async function news(driver: Driver, site: Site, page = 'news.html', text = 'Ryosei Akazawa'): Promise<Tab> {
  const tab = await driver.open(site.url(page));
  await until('marks', async () => {
    // The page that welcomes a new reader may come to the front only now, and a page behind another is not drawn in.
    await tab.show();
    return (await markedIn(tab.page)).some((mark) => mark.includes(text));
  });
  return tab;
}

/** A page of the extension that is reached from the card of somebody, at a size of its own. */
async function dossier(driver: Driver, site: Site): Promise<Tab> {
  const tab = await news(driver, site);
  await restOn(tab, 'Ryosei Akazawa', 'article');
  const card = await cardOf(tab, 'Ryosei Akazawa');
  await tab.press(findAll(card, 'button', 'Everything known')[0]!);
  const opened = await driver.tabAt(/dossier\.html\?entity=/);
  await opened.show();
  await opened.page.setViewport({ width: 1080, height: 960 });
  await until('the dossier', async () => textOf(await opened.tree()).includes('What they said'));
  return opened;
}

const SHOTS: Record<string, Shot> = {
  async 'card.png'(driver, site, file) {
    const tab = await news(driver, site);
    await restOn(tab, 'Ryosei Akazawa', 'article');
    await cardOf(tab, 'Ryosei Akazawa');
    await tab.picture(pathOf(file));
  },
  async 'pinned.png'(driver, site, file) {
    const tab = await news(driver, site);
    await restOn(tab, 'Ryosei Akazawa', 'article');
    const card = await cardOf(tab, 'Ryosei Akazawa');
    await tab.press(find(card, 'button', 'Keep this card open') ?? find(card, 'toggle button')!);
    await tab.page.mouse.move(3, 780, { steps: 4 });
    await restOn(tab, 'Ishiba', 'article');
    const second = await until('a second card', async () =>
      findAll(await tab.tree(), 'dialog').find((one) => find(one, 'heading', /Shigeru Ishiba/)),
    );
    await tab.press(find(second, 'button', 'Keep this card open') ?? find(second, 'toggle button')!);
    await tab.page.mouse.move(3, 780, { steps: 4 });
    await tab.picture(pathOf(file));
  },
  async 'popup.png'(driver, site, file) {
    const tab = await news(driver, site);
    const popup = await driver.popup(tab);
    await until('the popup', async () => textOf(await popup.tree()).includes('The story so far'));
    await popup.picture(pathOf(file));
    await driver.closePopup();
  },
  async 'dossier.png'(driver, site, file) {
    const tab = await dossier(driver, site);
    await tab.page.hover('svg.track .mark:last-of-type');
    await tab.picture(pathOf(file));
  },
  async 'article.png'(driver, site, file) {
    const tab = await dossier(driver, site);
    await tab.page.click('a.np-source');
    await until('the article', () => tab.page.evaluate(() => document.querySelector('mark') !== null));
    await tab.page.setViewport({ width: 1180, height: 820 });
    await tab.page.evaluate(() => scrollTo(0, 0));
    await tab.picture(pathOf(file));
  },
  async 'welcome.png'(driver, _site, file) {
    const tab = await driver.tabAt(/\/welcome\.html$/);
    await tab.page.setViewport({ width: 1080, height: 760 });
    const [name] = await until('marks', async () => {
      await tab.show();
      const found = await markedIn(tab.page, '.words');
      return found.length > 0 ? found : undefined;
    });
    await restOn(tab, name!, '.words');
    await cardOf(tab, name!.split(' ').at(-1)!);
    await tab.picture(pathOf(file));
  },
  ...Object.fromEntries(
    ON_PAGES.map(({ page, text, within, name }): [string, Shot] => [
      page.replace('.html', '.png'),
      async (driver, site, file) => {
        const tab = await news(driver, site, page, text);
        await restOn(tab, text, within);
        await cardOf(tab, name);
        await tab.picture(pathOf(file));
        console.log(`${file}: ${(await markedIn(tab.page)).join(' · ')}`);
      },
    ]),
  ),
};

const [part = ''] = process.argv.slice(2);
const isWanted = ([file]: [string, unknown]) => file.includes(part);
mkdirSync(DOCS, { recursive: true });
const { chromium } = requireBrowsers(['chromium']);
const shots = Object.entries(SHOTS).filter(isWanted);
const views = Object.entries(OF_GALLERY).filter(isWanted);

if (shots.length > 0) {
  const site = await startSite();
  // Each from a fresh start: a pinned card, or a page that is open, is in nobody else's picture.
  for (const [file, shot] of shots) {
    const driver = await startChromium(chromium, buildOf('chromium'));
    try {
      await shot(driver, site, file);
      console.log(join(DOCS, file));
    } catch (error) {
      process.exitCode = 1;
      console.error(`${file}:`, error instanceof Error ? error.message : error);
    } finally {
      await driver.close();
    }
  }
  site.close();
}

if (views.length > 0) {
  const gallery = await openGallery(chromium, 'own');
  for (const [file, view] of views) {
    await gallery.show(view);
    await gallery.page.setViewport({ width: view.width, height: 820 });
    await pictureAtRest(gallery.page, pathOf(file));
    console.log(join(DOCS, file));
  }
  await gallery.close();
}
