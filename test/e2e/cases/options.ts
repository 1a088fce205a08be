import { describe, expect, it } from 'vitest';
import { restOn } from '../card';
import { find, findAll, textOf } from '../drivers/tree';
import type { Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import { markedIn } from '../page-probe';
import type { Stage } from './stage';

const settings = async (stage: Stage): Promise<Tab> => {
  const tab = await stage.open(stage.driver.extensionUrl('options.html'));
  await tab.show();
  return tab;
};

/** Presses a control of a tab by its words, once it is there. */
async function press(tab: Tab, role: RegExp, name: string | RegExp): Promise<void> {
  await tab.show();
  const node = await until(`${name}`, async () => {
    const tree = await tab.tree();
    return ['radio', 'radiobutton', 'checkbox', 'checkbutton', 'button']
      .filter((one) => role.test(one))
      .map((one) => find(tree, one, name))
      .find(Boolean);
  });
  await tab.press(node);
}

const says = (tab: Tab, what: RegExp) => until(`${what}`, async () => what.test(textOf(await tab.tree())));

/** The settings: what is chosen holds at once in a page that is open. */
export function options(stage: Stage): void {
  describe('the settings', () => {
    const solid = (page: Tab) =>
      page.page.evaluate(() => [...(CSS.highlights.get('nameplate-solid') ?? [])].length);

    it('change how marks look in a page that is open, at once', async () => {
      const page = await stage.open('news.html');
      await until('marks', async () => (await markedIn(page.page)).includes('Ryosei Akazawa'));
      const chosen = await settings(stage);
      await press(chosen, /radio/, 'A plain line');
      // A tab behind another draws nothing.
      await page.show();
      await until('plain lines', async () => (await solid(page)) > 3);
      expect(await markedIn(page.page)).toEqual([]);

      await press(chosen, /radio/, 'Only under the pointer');
      await page.show();
      await until('no lines', async () => (await solid(page)) === 0);
      await stays('no line at rest', async () => (await markedIn(page.page)).length === 0, 300);
      await restOn(page, 'Ryosei Akazawa', 'article');
      await until('the one under the pointer', async () => (await markedIn(page.page)).length === 1);
      expect(await markedIn(page.page)).toEqual(['Ryosei Akazawa']);
      await page.key('Escape');

      await press(chosen, /radio/, 'A quiet, dotted line');
      await page.show();
      await until('all marks again', async () => (await markedIn(page.page)).length > 3);
    });

    it('change which kinds are marked, at once', async () => {
      const page = await stage.open('news.html');
      await until('marks', async () => (await markedIn(page.page)).includes('Ryosei Akazawa'));
      const chosen = await settings(stage);
      await press(chosen, /check/, 'People');
      await page.show();
      await until('no person', async () => !(await markedIn(page.page)).includes('Ryosei Akazawa'));
      await press(chosen, /check/, 'People');
      await page.show();
      await until('people again', async () => (await markedIn(page.page)).includes('Ryosei Akazawa'));
    });
  });
}

/** With an article in the library: deleting asks nothing, and can be undone. */
export function deleting(stage: Stage): void {
  describe('an article of the library', () => {
    it('is deleted without a question, and comes back by the undo', async () => {
      const tab = await stage.open(stage.driver.extensionUrl('library.html'));
      await tab.show();
      const own = async () => findAll(await tab.tree(), 'button', /^Delete “/).length;
      await until('an article', own);
      const before = await own();
      await press(tab, /button/, /^Delete “/);
      await says(tab, /has been deleted/);
      await until('one less', async () => (await own()) === before - 1);
      await press(tab, /button/, 'Undo');
      await says(tab, /is back in the library/);
      await until('all again', async () => (await own()) === before);
    });
  });
}
