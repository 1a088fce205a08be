import { describe, expect, it } from 'vitest';
import { find } from '../drivers/tree';
import type { Tab } from '../drivers/types';
import { until } from '../drivers/wait';
import { markedIn } from '../page-probe';
import { madeNames } from '../site';
import type { Stage } from './stage';

const BUNDLED = 'Shigeru Ishiba';

/**
 * A window that keeps nothing; the library knows the made names by now. The private windows that a test can open run the
 * content script and are told of marks, but have no cards and no popup, which only a person's own private windows have.
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
      if (!openPrivately) return skip('only a person can allow an extension in a private window here');
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
  });
}
