import { describe, it } from 'vitest';
import { find, findAll, textOf } from '../drivers/tree';
import type { AxNode, Tab } from '../drivers/types';
import { until } from '../drivers/wait';
import type { Stage } from './stage';

const ARTICLE = /envoy packs again as car makers count the cost/;

const says = (tab: Tab, what: RegExp) => until(`${what}`, async () => what.test(textOf(await tab.tree())));

/** The first node of one of these roles with this name, once it is there. */
const node = (tab: Tab, name: RegExp, ...roles: string[]): Promise<AxNode> =>
  until(`${name}`, async () => {
    const tree = await tab.tree();
    return roles.map((role) => find(tree, role, name)).find(Boolean);
  });

const press = async (tab: Tab, name: RegExp) => tab.press(await node(tab, name, 'button'));

async function write(tab: Tab, name: RegExp, text: string): Promise<void> {
  await until(`the focus in ${name}`, async () => {
    const field = await node(tab, name, 'textbox', 'searchbox', 'entry');
    if (!field.focused) await tab.press(field);
    return field.focused;
  });
  await tab.page.keyboard.down('Control');
  await tab.page.keyboard.press('a');
  await tab.page.keyboard.up('Control');
  await tab.type(text);
}

/** The library page, with one saved article in it. */
export function shelf(stage: Stage): void {
  const open = async (page = 'library.html'): Promise<Tab> => {
    const tab = await stage.open(stage.driver.extensionUrl(page));
    await tab.show();
    return tab;
  };
  const listed = async (tab: Tab) => findAll(await tab.tree(), 'link', ARTICLE).length;

  describe('the library page', () => {
    it('lists the articles, and finds one by the begin of a word', async () => {
      const tab = await open();
      await until('the article', () => listed(tab));
      await says(tab, /1 article of your own · 2 came with Nameplate/);
      await write(tab, /Find by title or outlet/, 'zeppel');
      await says(tab, /No article fits/);
      await write(tab, /Find by title or outlet/, 'envo harb');
      await until('the article', () => listed(tab));
    });

    it('gives an article another outlet and another day, and takes that back', async () => {
      const tab = await open();
      await press(tab, /^Edit outlet and day of “Tokyo/);
      await write(tab, /^Outlet$/, 'The Dockside Herald');
      await press(tab, /^Keep$/);
      await says(tab, /has been changed/);
      await says(tab, /The Dockside Herald · 24 Apr 2025/);
      await press(tab, /^Undo$/);
      await says(tab, /The Harbour Courier · 24 Apr 2025/);
    });

    it('heeds what a reader puts right about who somebody is, shows it where it was open, and takes it back', async () => {
      const shown = await open();
      await says(shown, /Nothing yet\. Somebody’s dossier/);
      const tab = await open('dossier.html?entity=ryosei-akazawa');
      await until('the dossier', async () => find(await tab.tree(), 'heading', /Akazawa/));
      await tab.page.evaluate(() => {
        document.querySelector('details')!.open = true;
      });
      await write(tab, /^Called$/, 'Minister Akazawa of Tottori');
      await press(tab, /^Keep$/);
      await until('the new name', async () =>
        find(await tab.tree(), 'heading', /^Minister Akazawa of Tottori/),
      );
      await shown.show();
      await says(shown, /What you have put right .*is called Minister Akazawa of Tottori/);
      await press(shown, /^Take back: /);
      await says(shown, /Taken back/);
      await tab.show();
      await until('the old name', async () => find(await tab.tree(), 'heading', /^Ryosei Akazawa/));
    });

    it('erases everything of the reader’s own, and brings it back', async () => {
      const tab = await open();
      await until('the article', () => listed(tab));
      await press(tab, /^Erase everything of mine$/);
      await says(tab, /has been erased/);
      await until('no article', async () => (await listed(tab)) === 0);
      await press(tab, /^Undo$/);
      await until('the article', () => listed(tab));
    });
  });
}
