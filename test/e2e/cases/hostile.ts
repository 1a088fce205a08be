import { beforeAll, describe, expect, it } from 'vitest';
import { cardOf, restOn } from '../card';
import { find } from '../drivers/tree';
import type { Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import { madeNames } from '../site';
import { node, over, says } from './popup';
import type { Stage } from './stage';

/** How often each of the eighty names is planted: more than a thousand in all. */
const TIMES = 13;
/** A name that the bundled articles explain: once it is marked, what came before it has been answered for. */
const SENTINEL = 'Shigeru Ishiba';

type Report = Record<string, unknown> & { registry: Record<string, string[]>; hits: string[] };

/** What the hostile page's own script has. */
interface Page {
  plant(names: string[]): void;
  report(tried: string[]): Promise<Report>;
  quietly<T>(work: () => T): T;
}

/** Opens the hostile page, plants the names, and gives what it finds out once the extension has answered. */
async function findsOut(stage: Stage, names: readonly string[]): Promise<{ tab: Tab; report: Report }> {
  const tab = await stage.open('hostile.html');
  const planted = Array.from({ length: TIMES }, () => names).flat();
  await tab.page.evaluate(
    (all) => (globalThis as unknown as Page).plant(all),
    [SENTINEL, ...planted, SENTINEL],
  );
  await until('the names that anyone may know', () =>
    tab.page.evaluate(() =>
      (globalThis as unknown as Page).quietly(() => (CSS.highlights.get('nameplate')?.size ?? 0) > 0),
    ),
  );
  // What may come late, comes.
  await new Promise((resolve) => setTimeout(resolve, 800));
  const addresses = ['popup.html', 'card.js', 'marks.js', 'corpus.json', 'assets/highlight.css'].map(
    stage.driver.extensionUrl,
  );
  const report = await tab.page.evaluate((tried) => (globalThis as unknown as Page).report(tried), addresses);
  return { tab, report };
}

/** A page that tries to learn what its reader's library holds. */
export function hostile(stage: Stage): void {
  describe('a page that wants to know what the library holds', () => {
    beforeAll(async () => {
      const [, surface] = await over(stage, 'cast.html', SENTINEL);
      await surface.press(await node(surface, 'button', /Save this article/));
      await says(surface, /In your library|Saved/);
      await stage.driver.closePopup();
    });

    it('finds out the same of a thousand names that the library knows as of a thousand that nobody knows', async () => {
      const known = await findsOut(stage, madeNames('known'));
      const unknown = await findsOut(stage, madeNames('unknown'));
      expect(known.report).toEqual(unknown.report);
      // what it could have told them apart by is as it should be, not only alike
      const { registry, hits, reached, messages, mutations, calls, resources, globals } = known.report;
      expect(Object.values(registry).flat()).toEqual([SENTINEL]);
      expect(hits).toEqual(['BODY', 'DIV', 'HTML', 'SPAN#planted']);
      expect(reached).toEqual([false, false, false, false, false]);
      expect([messages, mutations, calls, resources, globals]).toEqual([[], [], [], [], []]);
    });

    it('though the reader is told who they are', async () => {
      const { tab } = await findsOut(stage, madeNames('known'));
      await restOn(tab, 'Maria Corbisto', '#planted');
      await cardOf(tab, 'Maria Corbisto');
    });

    it('and finds them by the popup and by keys, as the page stands then', async () => {
      const [first, second] = madeNames('known') as [string, string];
      const { tab } = await findsOut(stage, [first]);
      const listed = async (name: string) => {
        const surface = await stage.driver.popup(tab);
        await node(surface, 'button', new RegExp(`Go to ${SENTINEL} on the page`));
        const wanted = new RegExp(`Go to ${name} on the page`);
        return { surface, isListed: async () => find(await surface.tree(), 'button', wanted) !== undefined };
      };
      const before = await listed(first);
      await until(`${first} in the popup`, before.isListed);
      await stage.driver.closePopup();
      await tab.page.evaluate(
        (name, sentinel) => {
          const [one, ...others] = document.querySelectorAll('#planted span');
          one!.textContent = name;
          for (const other of others) if (other.textContent !== sentinel) other.remove();
        },
        second,
        SENTINEL,
      );
      await new Promise((resolve) => setTimeout(resolve, 800));
      const after = await listed(second);
      await until(`${second} in the popup`, after.isListed);
      expect(
        find(await after.surface.tree(), 'button', new RegExp(`Go to ${first} on the page`)),
      ).toBeUndefined();
      await stage.driver.closePopup();
      for (const name of [second, SENTINEL]) {
        await stage.driver.command(tab, 'next-mark');
        await cardOf(tab, name);
      }
    });

    it('and underlines them where the reader wants that, out of the page’s sight too', async () => {
      const settings = await stage.open(stage.driver.extensionUrl('options.html'));
      const choice = () => settings.tree().then((tree) => find(tree, 'checkbox', /only your library knows/));
      await settings.press(await until('the choice', choice));
      const known = await findsOut(stage, madeNames('known'));
      const unknown = await findsOut(stage, madeNames('unknown'));
      expect(known.report).toEqual(unknown.report);
      await settings.show();
      await settings.press(await until('the choice', choice));
    });

    it('and nobody opens where nobody is known', async () => {
      const { tab } = await findsOut(stage, madeNames('unknown'));
      await restOn(tab, 'Maria Stocorbi', '#planted');
      await stays(
        'no card',
        async () => !JSON.stringify(await tab.tree(), ['role', 'children']).includes('dialog'),
        700,
      );
    });
  });
}
