import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cardOf, restOn } from '../e2e/card';
import { startChromium } from '../e2e/drivers/chromium';
import { startFirefox } from '../e2e/drivers/firefox';
import { outline } from '../e2e/drivers/tree';
import type { Driver } from '../e2e/drivers/types';
import { until } from '../e2e/drivers/wait';
import { markedIn } from '../e2e/page-probe';
import { type Site, startSite } from '../e2e/site';

const PICTURES = join('.output', 'pictures');
const PATIENCE = 20_000;

/** Shows a person the page in a window and waits until they close the browser. */
async function play(driver: Driver, site: Site): Promise<void> {
  await driver.open(site.url('news.html'));
  console.log('Rest the pointer on a marked name; press the Nameplate button in the toolbar for the popup.');
  console.log('Close the browser to end.');
  await driver.closed;
}

/** Opens the card of Akazawa and the popup as a person would, prints what each says, and leaves their pictures. */
async function show(driver: Driver, site: Site): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const tab = await driver.open(site.url('news.html'));
  const marked = await until(
    'marks on the page',
    async () => {
      const texts = await markedIn(tab.page);
      return texts.some((text) => text.includes('Akazawa')) ? texts : undefined;
    },
    PATIENCE,
  );
  console.log(`\nMarked on the page: ${marked.join(' · ')}\n`);

  await restOn(tab, 'Ryosei Akazawa', 'article');
  const card = await cardOf(tab, 'Akazawa');
  const cardPicture = join(PICTURES, 'card.png');
  await tab.picture(cardPicture);
  console.log(`The card of Ryosei Akazawa (${cardPicture}):\n`);
  console.log(outline(card).join('\n'));

  await tab.page.mouse.move(2, 2);
  const popup = await driver.popup(tab);
  const brief = await until(
    'the popup to name Akazawa',
    async () => {
      const tree = await popup.tree();
      return tree && outline(tree).some((line) => line.includes('Akazawa')) ? tree : undefined;
    },
    PATIENCE,
  );
  const popupPicture = join(PICTURES, 'popup.png');
  await popup.picture(popupPicture);
  console.log(`\nThe popup on this page (${popupPicture}):\n`);
  console.log(outline(brief).join('\n'));
}

const [kind, path, build, screen] = process.argv.slice(2);
if (!kind || !path || !build) throw new Error('usage: show.ts chromium|firefox PATH BUILD window|headless');
const inWindow = screen === 'window';
const site = await startSite();
const start = kind === 'firefox' ? startFirefox : startChromium;
const driver = await start(path, resolve(build), inWindow);
// The welcome page has had its turn; the news page is what is shown.
if (!inWindow) await (await driver.tabAt(/\/welcome\.html$/)).close();
try {
  await (inWindow ? play : show)(driver, site);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await driver.close().catch(() => undefined);
  site.close();
}
