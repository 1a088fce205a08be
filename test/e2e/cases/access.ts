import { describe, expect, it } from 'vitest';
import { cardOf, restOn } from '../card';
import { findAll, textOf } from '../drivers/tree';
import type { Tab } from '../drivers/types';
import { until } from '../drivers/wait';
import { markedIn } from '../page-probe';
import { HOST, type Stage } from './stage';

/** Nothing that axe-core knows stands in anybody's way, and it did look. */
async function clean(tab: Tab, closedHost?: string): Promise<void> {
  const { passed, violations } = await tab.axe(closedHost);
  expect(violations).toEqual([]);
  expect(passed).toBeGreaterThan(10);
}

/** axe-core over everything that the extension shows, as it is shown. */
export function access(stage: Stage): void {
  describe('axe-core finds nothing', () => {
    it('on the card', async () => {
      const tab = await stage.open('news.html');
      await until('marks', async () => (await markedIn(tab.page)).includes('Ryosei Akazawa'));
      await restOn(tab, 'Ryosei Akazawa', 'article');
      await cardOf(tab, 'Ryosei Akazawa');
      await clean(tab, HOST);
    });

    it('on the popup', async () => {
      const tab = await stage.open(stage.driver.extensionUrl('popup.html'));
      await until('the popup', async () => findAll(await tab.tree(), 'heading').length > 1);
      await clean(tab);
    });

    it('on an entity’s dossier and on an article with its passage', async () => {
      const tab = await stage.open('news.html');
      await until('marks', async () => (await markedIn(tab.page)).includes('Ryosei Akazawa'));
      await restOn(tab, 'Ryosei Akazawa', 'article');
      const card = await cardOf(tab, 'Ryosei Akazawa');
      await tab.press(findAll(card, 'button', 'Everything known')[0]!);
      const dossier = await stage.driver.tabAt(/dossier\.html\?entity=/);
      stage.tabs.push(dossier);
      await dossier.show();
      await until('the dossier', async () => textOf(await dossier.tree()).includes('What they said'));
      await clean(dossier);
      await dossier.page.click('a.np-source');
      await until('the article', () => dossier.page.evaluate(() => document.querySelector('mark') !== null));
      await clean(dossier);
    });

    it('on the settings and library', async () => {
      const tab = await stage.open(stage.driver.extensionUrl('options.html'));
      await until('the settings', async () => findAll(await tab.tree(), 'heading').length > 2);
      await clean(tab);
    });
  });
}
