import { describe, expect, it } from 'vitest';
import { cardOf, restOn } from '../card';
import { find, findAll, textOf } from '../drivers/tree';
import type { Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import { nameOn, type Outlet, startOutlet } from '../outlet';
import { node, says } from './popup';
import type { Stage } from './stage';

const FEED = '/outlet-feed';
type Api = { runtime: { sendMessage(asked: object): Promise<{ value: { busy: boolean }[] }> } };
const told = (tab: Tab, what: RegExp, patience?: number) =>
  until(`${what}`, async () => what.test(textOf(await tab.tree())), patience);

/** Presses a button once it is there; where the tree has changed under the finger, again. */
async function press(tab: Tab, name: RegExp): Promise<void> {
  await tab.show();
  await until(`${name}`, async () => {
    const button = find(await tab.tree(), 'button', name);
    if (button) await tab.press(button);
    return button;
  });
}

/** Following a feed: the only use of the network, and off until it is asked for. */
export function feeds(stage: Stage): void {
  describe('a feed', () => {
    let outlet: Outlet;
    let settings: Tab;
    const asks = () => outlet.asked.filter(({ path }) => path === FEED);
    const open = async () => {
      settings = await stage.open(stage.driver.extensionUrl('library.html'));
      await settings.show();
      return settings;
    };
    const over = () =>
      until('the end of the turn', () =>
        settings.page.evaluate(async () => {
          const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
          const { value } = await (browser ?? chrome).runtime.sendMessage({ type: 'feeds' });
          return value.every(({ busy }) => !busy);
        }),
      );
    /** Presses "Check now" and waits until the outlet has been asked and all is over. */
    const check = async (path = FEED) => {
      const asked = () => outlet.asked.filter((one) => one.path === path).length;
      await over();
      const before = asked();
      await press(settings, /^Check now: /);
      await until('the outlet to be asked', () => asked() > before);
      await over();
    };

    it('is not asked for by finding it: nothing is asked until the reader follows', async () => {
      outlet = startOutlet(stage.site);
      outlet.feed.items = [['/lantern-one', 'Ondrej Valkoun']];
      const before = stage.site.asked.length;
      const tab = await stage.open('outlet-home.html');
      const popup = await stage.driver.popup(tab);
      await node(popup, 'button', /Follow this outlet’s feed/);
      await stays('no request', () => outlet.asked.length === 0, 500);
      await stage.driver.closePopup();
      await open();
      await told(settings, /You follow no feed/);
      const page = ['/outlet-home.html', '/favicon.ico', '/tracker.gif', '/picture.png'];
      expect(stage.site.asked.slice(before).filter((path) => !page.includes(path))).toEqual([]);
    });

    it('is followed from the popup; who is in its article is known on another page a moment later', async () => {
      const tab = await stage.open('outlet-home.html');
      const pictures = () => stage.site.asked.filter((path) => /tracker|picture/.test(path)).length;
      await until('the page’s own pictures', () => pictures() >= 2);
      const before = pictures();
      const popup = await stage.driver.popup(tab);
      await popup.press(await node(popup, 'button', /Follow this outlet’s feed/));
      await says(popup, /You follow this outlet’s feed/);
      await stage.driver.closePopup();
      await until('the article to be asked for', () =>
        outlet.asked.some(({ path }) => path === '/lantern-one'),
      );
      await open();
      await told(settings, /The Lantern Post .*1 article · worked last on/s);
      // Nothing of the page was loaded or run but the page.
      expect(pictures()).toBe(before);
      for (const { headers } of outlet.asked)
        expect([headers.cookie, headers.referer, headers.origin]).toEqual([undefined, undefined, undefined]);
      nameOn(stage.site, 'opera.html', 'Ondrej Valkoun');
      const other = await stage.open('opera.html');
      // Nothing on the page tells when it is known: one rests on it until it is.
      await until('the card', async () => {
        await other.page.mouse.move(5, 5);
        await restOn(other, 'Ondrej Valkoun');
        return cardOf(other, 'Ondrej Valkoun', 1_500).catch(() => null);
      });
    });

    it('is asked for only what has changed, and brings only what is new', async () => {
      await open();
      await check();
      expect(asks().at(-1)).toMatchObject({ status: 304, headers: { 'if-none-match': '"1"' } });
      outlet.feed.items = [['/lantern-two', 'Petra Hlavicova'], ...outlet.feed.items];
      await check();
      expect(asks().at(-1)).toMatchObject({ status: 200 });
      await told(settings, /2 articles · worked last on/);
      expect(outlet.asked.filter(({ path }) => path === '/lantern-one')).toHaveLength(1);
    });

    it('tells why it did not work, and goes on when it works again', async () => {
      await open();
      outlet.feed.answer = (response) => {
        response.writeHead(500).end('broken');
        return true;
      };
      await check();
      await told(settings, /127\.0\.0\.1 answered with error 500/);
      outlet.feed.answer = (response) => {
        response.setHeader('content-type', 'application/rss+xml').end('<rss version="2.0"><channel><title>x');
        return true;
      };
      await check();
      await told(settings, /is no feed, or a damaged one/);
      outlet.feed.answer = (response) => {
        response.end();
        return true;
      };
      await check();
      await told(settings, /is no feed, or a damaged one/);
      outlet.feed.answer = (response) => {
        response.socket?.destroy();
        return true;
      };
      await check();
      await told(settings, /127\.0\.0\.1 cannot be reached/);
      outlet.feed.answer = () => false;
      await check();
      await until(
        'no complaint',
        async () => !/error 500|damaged|reached/.test(textOf(await settings.tree())),
      );
      await told(settings, /2 articles · worked last on/);
    });

    it('is waited for where its answer is slow', async () => {
      await open();
      outlet.feed.items = [['/lantern-three', 'Jana Kubelkova'], ...outlet.feed.items];
      outlet.feed.answer = (response) => {
        response.setHeader('content-type', 'application/rss+xml');
        const item = '<item><title>Slow</title><link>/lantern-three</link></item>';
        response.write('<rss version="2.0"><channel><title>The Lantern Post</title>');
        setTimeout(() => response.end(`${item}</channel></rss>`), 3_000);
        return true;
      };
      nameOn(stage.site, 'lantern-three', 'Jana Kubelkova');
      await check();
      outlet.feed.answer = () => false;
      await until('an answer', () => asks().at(-1)?.status === 200);
    });

    it('is followed where it moves, as far as the reader has allowed, and asked for at its new address', async () => {
      await open();
      outlet.feed.answer = (response, { path }) => {
        if (path !== FEED) return false;
        response.writeHead(301, { location: '/outlet-new-feed' }).end();
        return true;
      };
      await check();
      expect(outlet.asked.some(({ path }) => path === '/outlet-new-feed')).toBe(true);
      const old = asks().length;
      await check('/outlet-new-feed');
      expect(asks()).toHaveLength(old);

      const there = stage.site.url('outlet-feed', 'localhost');
      outlet.feed.answer = (response) => {
        response.writeHead(302, { location: there }).end();
        return true;
      };
      await check('/outlet-new-feed');
      await told(settings, /sends on to localhost, which is not allowed/);
      expect(outlet.asked.filter(({ host }) => host.startsWith('localhost'))).toEqual([]);
      outlet.feed.answer = (response, { host }) => {
        if (host.startsWith('localhost')) return false;
        response.writeHead(302, { location: there }).end();
        return true;
      };
      await press(settings, /^Allow localhost$/);
      await until('the allowed host to be asked', () =>
        outlet.asked.some(({ host }) => host.startsWith('localhost')),
      );
      await over();
      await until('no complaint', async () => !/not allowed/.test(textOf(await settings.tree())));
      outlet.feed.answer = () => false;
    });

    it('leaves what is on another host until that is allowed', async () => {
      await open();
      outlet.feed.items = [
        [stage.site.url('lantern-four', 'localhost').replace('localhost', 'localhost.'), 'Ida Novotna'],
        ...outlet.feed.items,
      ];
      await check('/outlet-new-feed');
      await told(settings, /1 article is on localhost\., which is not allowed/);
      expect(outlet.asked.some(({ path }) => path === '/lantern-four')).toBe(false);
    });

    it('is stopped, and goes on by the undo; paused, it is not asked for', async () => {
      await open();
      await press(settings, /^Pause /);
      await told(settings, /paused/);
      await press(settings, /^Go on with/);
      await until('it is followed again', async () => find(await settings.tree(), 'button', /^Pause /));
      await over();
      await press(settings, /^Stop following/);
      await told(settings, /You no longer follow “The Lantern Post”/);
      await told(settings, /You follow no feed/);
      await press(settings, /^Undo$/);
      await told(settings, /You follow “The Lantern Post” again/);
    });

    it('is not asked for again once its server has said that it is no more', async () => {
      await open();
      outlet.feed.answer = (response) => {
        response.writeHead(410).end();
        return true;
      };
      await check('/outlet-new-feed');
      await told(settings, /its site says that this feed is no more/);
    });

    it('leaves its articles when it is stopped, and takes them along where the reader says so', async () => {
      await open();
      const own = () =>
        settings.page.evaluate(() =>
          (document.querySelector('#articles')?.parentElement?.textContent ?? '').includes('Hlavicova opens'),
        );
      await until('its articles', own);
      await press(settings, /^Stop following/);
      await told(settings, /You follow no feed/);
      await told(settings, /articles of “The Lantern Post” are still in your library/);
      await press(settings, /^Delete them$/);
      await told(settings, /Its articles have been deleted/);
      await until('the library without them', async () => !(await own()));
    });

    it('is followed by its address; what is none is told, and nothing is kept of it', async () => {
      await open();
      // What comes in above it while the page loads moves it away from under the pointer.
      const intoBox = () =>
        until('the focus in the box', async () => {
          const box = find(await settings.tree(), 'textbox', /Address of a feed/);
          if (!box || box.focused) return box?.focused;
          // a window that is not in front gives its nodes no focus
          await settings.show();
          await settings.press(box);
          return false;
        });
      await intoBox();
      await settings.type(stage.site.url('quiet.html'));
      await settings.key('Enter');
      await told(settings, /That did not work: What 127\.0\.0\.1 answered is no feed/);
      await told(settings, /You follow no feed/);
      outlet.feed.answer = () => false;
      outlet.feed.items = [];
      await intoBox();
      // What was wrong is still there to be mended.
      await settings.page.keyboard.down('Control');
      await settings.page.keyboard.press('a');
      await settings.page.keyboard.up('Control');
      // A page that names its feed does as well.
      await settings.type(stage.site.url('outlet-home.html'));
      await settings.key('Enter');
      await told(settings, /You follow “The Lantern Post” now/);
      await told(settings, /0 articles · worked last on/);
      expect(findAll(await settings.tree(), 'button', /^Stop following/)).toHaveLength(1);
      await press(settings, /^Stop following/);
      await told(settings, /You follow no feed/);
    });

    it('is asked for by nothing but the background: the extension’s own pages cannot', async () => {
      await open();
      const reached = await settings.page.evaluate(
        (address) =>
          fetch(address).then(
            () => true,
            () => false,
          ),
        stage.site.url('quiet.html'),
      );
      expect(reached).toBe(false);
    });
  });
}
