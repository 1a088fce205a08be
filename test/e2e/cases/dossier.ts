import { describe, expect, it } from 'vitest';
import { find, findAll, focused, textOf } from '../drivers/tree';
import type { AxNode, Tab } from '../drivers/types';
import { until } from '../drivers/wait';
import type { Stage } from './stage';

/** A node of the page once it is there. */
const node = (tab: Tab, role: string, name: RegExp): Promise<AxNode> =>
  until(`${role} ${name}`, async () => find(await tab.tree(), role, name));

/** What a section of the page says, found by the id of its heading; empty where there is none. */
const section = (tab: Tab, heading: string): Promise<string> =>
  tab.page.evaluate(
    (id) => document.querySelector<HTMLElement>(`section[aria-labelledby="${id}"]`)?.innerText ?? '',
    heading,
  );

async function open(stage: Stage, query: string): Promise<Tab> {
  const tab = await stage.open(stage.driver.extensionUrl(`dossier.html?${query}`));
  await tab.show();
  await node(tab, 'heading', /\S/);
  return tab;
}

/** One entity in full, and an article with what was read in it. */
export function dossier(stage: Stage): void {
  describe('the dossier page', () => {
    it('reads a mark of the timeline out to pointer and keys, and opens all of its lines', async () => {
      const tab = await open(stage, 'entity=george-glass');
      const readout = () => tab.page.evaluate(() => document.querySelector('.readout')?.textContent ?? '');
      const last = await node(tab, 'button', /^22 Apr(il)? 2025, MENAFN: 1 event, 3 statements/);
      const { x, y } = await tab.point(last);
      await tab.page.mouse.move(x, y);
      await until('the mark read out', async () => /22 Apr(il)? 2025, MENAFN/.test(await readout()));

      await tab.page.evaluate(() => document.querySelector<SVGElement>('.mark[tabindex]')!.focus());
      await tab.key('ArrowDown');
      await until('the next row', async () =>
        /^18 Apr(il)? 2025, Outlet unknown/.test(focused(await tab.tree())?.name ?? ''),
      );
      expect(await readout()).toMatch(/18 Apr(il)? 2025, Outlet unknown/);
      await tab.key('Enter');
      const lines = await until('its lines', () =>
        tab.page.evaluate(() => document.querySelectorAll('.opened li').length),
      );
      expect(lines).toBeGreaterThan(1);
      await tab.key('Escape');
      await until('its lines gone', () =>
        tab.page.evaluate(() => document.querySelector('.opened') === null),
      );
    });

    it('opens the passages behind a count', async () => {
      const tab = await open(stage, 'entity=george-glass');
      await tab.press(await node(tab, 'button', /^in 5 sentences together/));
      const told = await until('five passages', async () => {
        const passages = await tab.page.evaluate(() =>
          [...document.querySelectorAll('.bars .opened .said')].map((it) => it.textContent ?? ''),
        );
        return passages.length === 5 ? passages : undefined;
      });
      for (const passage of told) expect(passage).toMatch(/Glass/);
      await tab.press(await node(tab, 'button', /Ryosei Akazawa and Donald Trump: in 2 sentences together/));
      await until('two passages', () =>
        tab.page.evaluate(() => document.querySelectorAll('.matrix + .opened .said').length === 2),
      );
    });

    it('narrows what they said to a word and a day', async () => {
      const tab = await open(stage, 'entity=george-glass');
      const days = async () => (await section(tab, 'quotes')).match(/^\d+ Apr(il)? 2025$/gm) ?? [];
      await until('the quotations', async () => (await days()).length > 3);
      const all = (await days()).length;
      await tab.press(await node(tab, 'button', /^United States/));
      await until('fewer', async () => /\d of \d quotations/.test(await section(tab, 'quotes')));
      const withWord = await days();
      expect(withWord.length).toBeLessThan(all);
      await tab.page.select('.choice select', '2025-04-18');
      await until('one day', async () => (await days()).length < withWord.length);
      expect(new Set((await days()).map((day) => day.slice(0, 2)))).toEqual(new Set(['18']));
      await tab.press(await node(tab, 'button', /Show all quotations/));
      await until('all again', async () => (await days()).length === all);
    });

    it('tells the sentence that reminds once, and every passage under its article', async () => {
      const tab = await open(stage, 'entity=ryosei-akazawa');
      const reminder = await until('the reminder', () => section(tab, 'reminder'));
      expect(reminder).toMatch(/met President Donald Trump on Wednesday/);
      expect(reminder).toMatch(/16 Apr(il)? 2025/);
      expect(await section(tab, 'events')).not.toMatch(/met President Donald Trump on Wednesday/);
      await until('the passages', async () =>
        /18 Apr(il)? 2025.*complete it as a package/s.test(await section(tab, 'passages')),
      );
    });

    it('gives a line as a citation, with outlet and date', async () => {
      const tab = await open(stage, 'entity=george-glass');
      await tab.page.evaluate(() => {
        // what is copied is the reader's clipboard, which no test may read
        navigator.clipboard.writeText = async (text) => {
          document.title = text;
        };
      });
      await tab.press(await node(tab, 'button', /Copy as a citation/));
      await until('the citation', async () =>
        /^“George Glass, the US Ambassador to Japan.*” — MENAFN, 22 Apr(il)? 2025$/.test(
          await tab.page.title(),
        ),
      );
      await until('a word that it is done', async () => textOf(await tab.tree()).includes('Copied'));
    });

    it('brings a passage of an article into view from its Reading', async () => {
      const tab = await open(stage, 'article=002_4e3e1f84a0349307');
      const marked = () => tab.page.evaluate(() => document.querySelector('.text mark')?.textContent ?? '');
      expect(await marked()).toBe('');
      await node(tab, 'heading', /What this article says/);
      const page = await tab.tree();
      for (const heading of ['In its own words', 'People', 'What was said', 'Days and times', 'Figures']) {
        expect(findAll(page, 'heading', heading), heading).toHaveLength(1);
      }
      // the text names him too; the Reading comes after it
      await tab.press(findAll(page, 'link', 'Ryosei Akazawa').at(-1)!);
      await until('the first place', async () => /Ryosei Akazawa/.test(await marked()));
      await tab.press(await node(tab, 'link', /54,000/));
      await until('the figure', async () => /54,000/.test(await marked()));
      const inView = await tab.page.evaluate(() => {
        const { top, bottom } = document.querySelector('.text mark')!.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
      expect(inView).toBe(true);
      expect(await tab.address()).toMatch(/start=\d+&end=\d+/);
      await tab.page.goBack();
      await until('the place before', async () => /Ryosei Akazawa/.test(await marked()));
    });
  });
}
