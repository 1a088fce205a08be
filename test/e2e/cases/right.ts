import { describe, expect, it } from 'vitest';
import { cardOf, restOn, saidBy } from '../card';
import { find, textOf } from '../drivers/tree';
import type { Tab } from '../drivers/types';
import { until } from '../drivers/wait';
import type { Site } from '../site';
import type { Stage } from './stage';

const says = (tab: Tab, what: RegExp) => until(`${what}`, async () => what.test(textOf(await tab.tree())));

/** Presses what has this name, once it is there. */
async function press(tab: Tab, name: RegExp, ...roles: string[]): Promise<void> {
  await tab.show();
  await until(`${name}`, async () => {
    const tree = await tab.tree();
    const node = roles.map((role) => find(tree, role, name)).find(Boolean);
    if (node) await tab.press(node);
    return node;
  });
}

/** Two stories that spell one name in two ways, and a page of somebody else with one of them. */
function putOn(site: Site): void {
  const page = (path: string, title: string, ...lines: string[]) =>
    site.routes.set(path, (_, response) => {
      const said = lines.map((line) => `<p>${line}</p>`).join('');
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(
          `<!doctype html><html lang="en"><head><title>${title}</title><meta name="date" content="2025-05-07"></head><body><main><article><h1>${title}</h1>${said}</article></main></body></html>`,
        );
    });
  page(
    '/tolls.html',
    'Tolls go up',
    'Harbour master Tomas Berglund said on Tuesday that the tolls would go up in June, and that every captain had been told of it in a letter.',
    '“We have waited long enough,” Berglund said. The board had met for nine hours and had eaten nothing but soup and bread all day long.',
  );
  page(
    '/letter.html',
    'Who wrote the letter',
    'The letter was signed by Tom Berglind, who had never signed a letter before, the clerks of the harbour office said on Wednesday.',
    '“It is my name, and nearly spelt right,” Tom Berglind said, and went back to a boat where nobody could reach him for a day.',
  );
  page('/opera.html', 'At the opera', 'Nobody expected Tom Berglind at the opera, least of all the ushers.');
}

/** Putting right who is who, and that the cards on pages follow. The library is left as empty as it was. */
export function right(stage: Stage): void {
  describe('two names of one person', () => {
    const card = async (tab: Tab, what: RegExp) => {
      await until(`the card with ${what}`, async () => {
        await tab.show();
        await tab.page.mouse.move(5, 5);
        await restOn(tab, 'Tom Berglind');
        return what.test(saidBy(await cardOf(tab, 'Tom Berglind', 1_500)));
      });
    };

    it('are joined on a dossier, which tells it and takes it back; cards on pages follow at once', async () => {
      putOn(stage.site);
      for (const path of ['tolls.html', 'letter.html']) {
        const tab = await stage.open(path);
        await stage.driver.command(tab, 'save-article');
        await says(tab, /Saved to your library/);
      }
      const opera = await stage.open('opera.html');
      await card(opera, /nearly spelt right/);

      const dossier = await stage.open(
        stage.driver.extensionUrl('dossier.html?entity=person%3Atomas-berglund'),
      );
      await says(dossier, /tolls would go up/);
      await dossier.page.evaluate(() => {
        document.querySelector('details')!.open = true;
      });
      await press(dossier, /^Somebody else here is Tomas Berglund/, 'searchbox', 'textbox', 'entry');
      await dossier.type('berglind');
      await press(dossier, /^The same: Tom Berglind$/, 'button');
      await says(dossier, /Put right: Tomas Berglund and Tom Berglind are one/);
      expect(textOf(await dossier.tree())).toMatch(/nearly spelt right/);
      await card(opera, /waited long enough|tolls would go up/);

      await press(dossier, /^Undo$/, 'button');
      await says(dossier, /Taken back: Tomas Berglund and Tom Berglind are one/);
      await card(opera, /^(?!.*tolls would go up).*nearly spelt right/s);

      const library = await stage.open(stage.driver.extensionUrl('library.html'));
      for (const title of ['Tolls go up', 'Who wrote the letter']) {
        await press(library, new RegExp(`^Delete “${title}”`), 'button');
        await says(library, new RegExp(`“${title}” has been deleted`));
      }
    });
  });
}
