import { describe, expect, it } from 'vitest';
import { cardIn, cardOf, noCard, restOn } from '../card';
import { find, textOf } from '../drivers/tree';
import type { Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import { markedIn } from '../page-probe';
import type { Stage } from './stage';

/** Shorter than the longest dwell, and longer than the usual one. */
const BEFORE_LONG = 500;

/** What is chosen in the settings reaches every page that is open. */
export function choices(stage: Stage): void {
  describe('a choice in the settings', () => {
    const marked = (tab: Tab) => async () => (await markedIn(tab.page)).includes('Ryosei Akazawa');

    const settings = async () => {
      const tab = await stage.open(stage.driver.extensionUrl('options.html'));
      await tab.show();
      return tab;
    };

    const says = (tab: Tab, what: RegExp) =>
      until(`${what}`, async () => what.test(textOf(await tab.tree())));

    const choose = async (tab: Tab, name: RegExp) => {
      await tab.show();
      const radio = async () => {
        const tree = await tab.tree();
        return find(tree, 'radio', name) ?? find(tree, 'radiobutton', name);
      };
      await tab.press(await until(`${name}`, radio));
    };

    it('of keys need not be made: each command has its own from the start', async () => {
      const chosen = await settings();
      await says(chosen, /Go to the next marked name/);
      const told = textOf(await chosen.tree());
      expect(told).not.toContain('no key set');
    });

    it('of a longer delay holds in a page that is open, and of the usual one again', async () => {
      const page = await stage.open('news.html');
      await until('marks', marked(page));
      const chosen = await settings();
      await choose(chosen, /^Long/);
      await page.show();
      await until('marks', marked(page));
      await restOn(page, 'Ryosei Akazawa', 'article');
      await stays('no card', async () => cardIn(await page.tree()) === undefined, BEFORE_LONG);
      await cardOf(page, 'Ryosei Akazawa');
      await page.key('Escape');
      await noCard(page);

      await choose(chosen, /^Normal/);
      await page.show();
      await until('marks', marked(page));
      await page.page.mouse.move(3, 3);
      await restOn(page, 'Ryosei Akazawa', 'article');
      await cardOf(page, 'Ryosei Akazawa');
    });

    it('holds in a page that wrote itself anew and that the reader comes back to', async () => {
      const page = await stage.open('quiet.html');
      await page.page.evaluate(() => {
        document.open();
        document.write('<!doctype html><body><p id=anew>Here stands Ryosei Akazawa.</p>');
        document.close();
      });
      await until('marks', marked(page));
      await page.page.goto(stage.site.url('news.html'));
      const chosen = await settings();
      await choose(chosen, /^A plain line/);
      await page.show();
      await page.page.goBack();
      // One that the browser did not keep is read anew, and has no name.
      const kept = await page.page.evaluate(() => document.querySelector('#anew') !== null);
      await until('a plain line', () =>
        page.page.evaluate(
          (wanted) =>
            ((CSS.highlights.get('nameplate-solid') as Set<unknown> | undefined)?.size ?? 0) === wanted,
          kept ? 1 : 0,
        ),
      );
      await choose(chosen, /^A quiet, dotted line/);
      if (stage.driver.name === 'chromium') expect(kept).toBe(true);
    });

    it('of a site to switch off holds in each of its pages that are open, and the undo too', async () => {
      const pages = [await stage.open('news.html'), await stage.open('named.html')];
      for (const page of pages) {
        await page.show();
        await until('marks', marked(page));
      }
      const chosen = await settings();
      await until('the settings', () =>
        chosen.page.evaluate(() => document.querySelector('input[type=text]') !== null),
      );
      await chosen.page.focus('input[type=text]');
      await chosen.type(new URL(stage.site.url('news.html')).host);
      await chosen.key('Enter');
      await says(chosen, /Nameplate is off on /);
      for (const page of pages) {
        await page.show();
        await until('no marks', async () => (await markedIn(page.page)).length === 0);
        expect(await page.page.evaluate(() => document.querySelector('[data-nameplate]'))).toBeNull();
      }
      await chosen.show();
      await chosen.press(find(await chosen.tree(), 'button', 'Undo')!);
      await says(chosen, /Nameplate is on everywhere/);
      for (const page of pages) {
        await page.show();
        await until('marks again', marked(page));
      }
    });
  });
}
