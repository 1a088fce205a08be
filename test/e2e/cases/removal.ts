import { describe, expect, it } from 'vitest';
import { cardOf, noCard, restOn } from '../card';
import { until } from '../drivers/wait';
import { markedIn } from '../page-probe';
import { HOST, type Stage } from './stage';

/** The extension goes while its marks are on a page. It is gone for every case that follows. */
export function removal(stage: Stage): void {
  describe('the extension, removed', () => {
    it('takes its marks, its card and its element along, and says nothing', async () => {
      const tab = await stage.open('corners.html');
      const said: string[] = [];
      tab.page.on('console', (message) => said.push(message.text()));
      tab.page.on('pageerror', (error) => said.push(String(error)));
      await until('marks', async () => (await markedIn(tab.page, '#split')).length > 0);
      await restOn(tab, 'Shigeru ', '#split');
      await cardOf(tab, 'Shigeru Ishiba');
      await stage.driver.removeExtension();
      if (stage.driver.name === 'firefox') {
        // Firefox ends the script with no word to it and takes away its style sheet: nothing is to be seen any more.
        await noCard(tab);
        const shown = () => tab.page.$eval(HOST, (host) => getComputedStyle(host).display);
        await until('the element to go', async () => (await shown()) === 'none');
        expect(said).toEqual([]);
        return;
      }
      await until('the marks to go', async () => (await markedIn(tab.page)).length === 0);
      await until('the element to go', async () => (await tab.page.$$(HOST)).length === 0);
      await tab.page.click('#insert');
      await tab.page.click('#change');
      await tab.page.evaluate(() => scrollBy(0, 40));
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await markedIn(tab.page)).toEqual([]);
      expect(await tab.page.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
      expect(await tab.page.$$(HOST)).toHaveLength(0);
      expect(said).toEqual([]);
    });
  });
}
