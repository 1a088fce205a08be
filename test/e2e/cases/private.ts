import { describe, expect, it } from 'vitest';
import { cardIn, cardOf, restOn, saidBy } from '../card';
import { find, textOf } from '../drivers/tree';
import type { Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import { markedIn } from '../page-probe';
import { madeNames } from '../site';
import { says } from './popup';
import type { Stage } from './stage';

const BUNDLED = 'Shigeru Ishiba';
/** An outlet of the reader's own articles, which tell of him too. */
const OWN = 'The Harbour Courier';

/**
 * A window that keeps nothing; the library knows the made names by now. The private windows that a test can open in Chromium
 * run the content script and are told of marks, but have no cards and no popup, which only a person's own have.
 */
export function privateWindow(stage: Stage): void {
  /** Whether the page has the element that whatever only the library knows would be drawn in. */
  const hasPlace = (tab: Tab) => tab.page.evaluate(() => document.querySelector('[data-nameplate]') !== null);

  /** A tab with the names on it, of which those that came along are marked. */
  const planted = async (tab: Tab): Promise<Tab> => {
    await tab.page.evaluate(
      (names) => (globalThis as unknown as { plant(names: string[]): void }).plant(names),
      [BUNDLED, ...madeNames('known')],
    );
    await until('what came along', async () => (await markedIn(tab.page)).includes(BUNDLED));
    return tab;
  };

  describe('a private window', () => {
    it('has what came along, and nothing of the library until the reader asks for that', async ({ skip }) => {
      const { openPrivately } = stage.driver;
      if (!openPrivately) return skip('a private window cannot be opened here');
      const privately = async () => {
        const tab = await openPrivately(stage.site.url('hostile.html'));
        stage.tabs.push(tab);
        return planted(tab);
      };
      expect(await hasPlace(await planted(await stage.open('hostile.html')))).toBe(true);
      expect(await hasPlace(await privately())).toBe(false);

      const settings = await stage.open(stage.driver.extensionUrl('options.html'));
      await settings.show();
      const choice = () => settings.tree().then((tree) => find(tree, 'checkbox', /in private windows/));
      await settings.press(await until('the choice', choice));
      expect(await hasPlace(await privately())).toBe(true);
      await settings.show();
      await settings.press(await until('the choice', choice));
    });

    it('whose cards, popup and pages tell of what came along alone, and keep nothing', async ({ skip }) => {
      const { driver, site } = stage;
      if (!driver.openPrivately || driver.name === 'chromium')
        return skip('a private window that is opened here has neither cards nor a popup');
      const library = await stage.open(driver.extensionUrl('library.html'));
      const own = () =>
        library.page.evaluate(async () => {
          const { browser } = globalThis as unknown as {
            browser: { runtime: { sendMessage(what: object): Promise<{ value: { own: number } }> } };
          };
          return (await browser.runtime.sendMessage({ type: 'library' })).value.own;
        });
      const before = await own();
      expect(before).toBeGreaterThan(0);
      const tab = await driver.openPrivately(site.url('hostile.html'));
      stage.tabs.push(tab);
      await planted(tab);
      await restOn(tab, madeNames('known')[0]!, '#planted');
      await stays('no card', async () => !cardIn(await tab.tree()), 700);

      await driver.command(tab, 'save-article');
      await until('a word about it', async () =>
        /Nothing is saved from a private window/.test(textOf(await tab.tree())),
      );
      const popup = await driver.popup(tab);
      await says(popup, /Private window: nothing here is kept/);
      expect(find(await popup.tree(), 'button', /Save/)).toBeUndefined();
      await driver.closePopup();
      expect(await own()).toBe(before);

      await tab.page.reload();
      await planted(tab);
      await restOn(tab, BUNDLED, '#planted');
      const wanted = () =>
        cardOf(tab, BUNDLED).then((card) => find(card, 'button', /^Everything known$/) && card);
      const card = await until('the card with what it tells', wanted);
      expect(saidBy(card)).not.toContain(OWN);
      // one of an earlier case may still be open, in a window that knows the library
      const others = await tab.page.browser().pages();
      await tab.press(find(card, 'button', /^Everything known$/)!);
      const opened = await driver.tabAt(/dossier\.html\?entity=/, others);
      let told = '';
      await until('the page', async () => {
        told = await opened.page.evaluate(() => document.body.innerText);
        return told.includes('MENAFN');
      }).catch((error: Error) => {
        throw new Error(`${error.message}; it tells ${JSON.stringify(told.slice(0, 400))}`);
      });
      expect(told).not.toContain(OWN);
    });
  });
}
