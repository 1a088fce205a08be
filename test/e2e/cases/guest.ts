import { describe, expect, it } from 'vitest';
import { cardOf, restOn } from '../card';
import { stays, until } from '../drivers/wait';
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

    it('shows no page before its style sheets have come, for the sake of a frame in it', async () => {
      const tab = await stage.open('quiet.html');
      let send = () => {};
      stage.site.routes.set('/waiting.css', (_, response) => {
        send = () => response.writeHead(200, { 'content-type': 'text/css' }).end('body { color: navy }');
      });
      stage.site.routes.set('/waiting.html', (_, response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(`<!doctype html><title>Waiting</title><link rel="stylesheet" href="waiting.css">
          <p>Prime Minister Shigeru Ishiba was in Tokyo.</p><iframe width="600" height="200"></iframe>
          <iframe width="600" height="200" srcdoc="<p>Ryosei Akazawa was in Washington.</p>"></iframe>`);
      });
      const painted = () =>
        tab.page.evaluate(() => [location.pathname, performance.getEntriesByType('paint').length]);
      const coming = tab.page.goto(stage.site.url('waiting.html'));
      await until('the page', async () => (await painted().catch(() => null))?.[0] === '/waiting.html');
      await stays('nothing painted', async () => (await painted())[1] === 0, 1_000);
      send();
      await coming;
      await until('marks', async () => (await markedIn(tab.page)).includes('Shigeru Ishiba'));
      await until('marks in the frame', async () => {
        const frame = tab.page.frames().at(-1)!;
        return (await markedIn(frame)).includes('Ryosei Akazawa');
      });
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
