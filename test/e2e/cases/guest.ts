import { describe, expect, it } from 'vitest';
import { cardOf, restOn } from '../card';
import { until } from '../drivers/wait';
import { markedIn, nodesNowAndBefore } from '../page-probe';
import { HOST, type Stage } from './stage';

/** The extension is a guest on the page, and asks nothing of the outside. */
export function guest(stage: Stage): void {
  describe('a guest on the page', () => {
    it('leaves every node of the page as it was', async () => {
      const tab = await stage.open('news.html');
      await until('marks', async () => (await markedIn(tab.page)).includes('Ryosei Akazawa'));
      await restOn(tab, 'Ryosei Akazawa', 'article');
      await cardOf(tab, 'Ryosei Akazawa');
      expect(await tab.page.$$(HOST)).toHaveLength(1);
      const { now, before } = await nodesNowAndBefore(tab.page, HOST);
      expect(now).toEqual(before);
    });

    it('asks the page’s own server for nothing', async () => {
      const before = stage.site.asked.length;
      const tab = await stage.open('news.html');
      await until('marks', async () => (await markedIn(tab.page)).includes('Ryosei Akazawa'));
      await restOn(tab, 'Ryosei Akazawa', 'article');
      await cardOf(tab, 'Ryosei Akazawa');
      const asked = stage.site.asked.slice(before).filter((path) => path !== '/favicon.ico');
      expect(asked).toEqual(['/news.html']);
    });

    it('is seen through when something does ask the outside (the guard itself works)', async () => {
      const tab = await stage.open('quiet.html');
      await tab.page.evaluate(() => fetch('http://outside.example/seen').catch(() => undefined));
      await until('the request at the guard', () =>
        stage.driver.outside().some((request) => request === 'GET http://outside.example/seen'),
      );
    });
  });
}

/** Looks back on all that was asked of the outside since the browser began: the last of the journey. */
export function nothingLeft(stage: Stage): void {
  describe('no request leaves', () => {
    it('neither from pages, card and popup, nor from the background', () => {
      const others = stage.driver.outside().filter((request) => !request.includes('outside.example'));
      expect(others).toEqual([]);
    });
  });
}
