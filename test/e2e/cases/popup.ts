import { describe, expect, it } from 'vitest';
import { find, findAll, textOf } from '../drivers/tree';
import type { AxNode, Surface, Tab } from '../drivers/types';
import { until } from '../drivers/wait';
import { markedIn } from '../page-probe';
import type { Stage } from './stage';

/** The popup's tree once it says this. */
export async function says(popup: Surface, what: RegExp): Promise<AxNode> {
  return until(`the popup to say ${what}`, async () => {
    const tree = await popup.tree();
    return what.test(textOf(tree)) ? tree : undefined;
  });
}

/** The popup's node of a role and name, once it is there. */
export async function node(popup: Surface, role: string, name: RegExp): Promise<AxNode> {
  return until(`${role} ${name} in the popup`, async () => find(await popup.tree(), role, name));
}

/** Opens a page and, once what is to be marked is marked, the popup over it. */
export async function over(stage: Stage, page: string, name?: string): Promise<[Tab, Surface]> {
  const tab = await stage.open(page);
  if (name) await until(`${name} marked`, async () => (await markedIn(tab.page)).includes(name));
  return [tab, await stage.driver.popup(tab)];
}

/** Puts the focus into the popup's search box. */
export async function focusSearch(surface: Surface): Promise<void> {
  const box = async () => {
    const tree = await surface.tree();
    return find(tree, 'textbox', /Search/) ?? find(tree, 'searchbox', /Search/);
  };
  await surface.press(await until('the search box', box));
  await until('the focus in the search box', async () => (await box())?.focused);
}

/** The toolbar popup, as a person meets it. */
export function popup(stage: Stage): void {
  describe('the popup', () => {
    it('tells who is on the page, its gist in its own words, and the story with the page in its place', async () => {
      const [, surface] = await over(stage, 'news.html', 'Ryosei Akazawa');
      const told = textOf(await says(surface, /The story so far/));
      for (const name of ['Ryosei Akazawa', 'Shigeru Ishiba', 'George Glass', 'Donald Trump']) {
        expect(told).toContain(name);
      }
      expect(told).toMatch(/The page in its own words .*(tariff|car makers|parliament)/);
      expect(told).toMatch(/24 Apr(il)? 2025 This page/);
      expect(told).toMatch(/Ryosei Akazawa met President Donald Trump on Wednesday/);
    });

    it('is drawn by its own style sheets, not by those of the pages', async () => {
      const tab = await stage.open(stage.driver.extensionUrl('popup.html'));
      const drawn = () =>
        tab.page.evaluate(() => {
          const heading = document.querySelector('section > h2');
          if (!heading) return null;
          return [getComputedStyle(document.body).padding, getComputedStyle(heading).borderBottomWidth];
        });
      expect(await until('the popup', drawn)).toEqual(['0px', '0px']);
    });

    it('jumps to a mention, scrolled to and flashed', async () => {
      const [tab, surface] = await over(stage, 'long.html?kb=60', undefined);
      // the flash is over in a moment, so the page is watched from before it
      await tab.page.evaluate(() => {
        const page = globalThis as unknown as { flashed: number };
        page.flashed = 0;
        setInterval(() => {
          page.flashed ||= [...(CSS.highlights.get('nameplate-flash') ?? [])].length;
        }, 50);
      });
      await surface.press(await node(surface, 'button', /Go to Shigeru Ishiba on the page/));
      await until('the mention in view', () =>
        tab.page.evaluate(() => {
          const { top, bottom } = document.querySelector('#end')!.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      );
      await until('the flash', () =>
        tab.page.evaluate(() => (globalThis as unknown as { flashed: number }).flashed),
      );
    });

    it('searches the corpus as one types, forgives a slip, and marks the hit', async () => {
      const [, surface] = await over(stage, 'quiet.html');
      await focusSearch(surface);
      await surface.type('alliancee');
      // Each letter searches; what counts is what stands there once the word is whole.
      const tree = await says(surface, /Passages.*(?:alliance is the|strengthen(?:ing)? the alliance)/s);
      expect(findAll(tree, 'link', /open the passage/i).length).toBeGreaterThan(0);
    });

    it('is worked by keys alone', async () => {
      const firefox = stage.driver.name === 'firefox';
      let [tab, surface] = await over(stage, 'news.html', 'Ryosei Akazawa');
      await says(surface, /The story so far/);
      const focused = async (role: string) =>
        findAll(await surface.tree(), role).find((one) => one.focused)?.name;
      const placeOfFocus = async () => findAll(await surface.tree(), 'link').findIndex((one) => one.focused);
      const inSearch = async () => (await focused('textbox')) ?? (await focused('searchbox'));
      // A Firefox without a window gives the popup no key before it has the focus.
      if (firefox) await focusSearch(surface);
      else await surface.key('/');
      await until('the focus in the search', inSearch);
      await surface.type('alliance');
      await says(surface, /Passages.*alliance/s);
      // what is found comes anew with each letter, and with it what has the focus
      await until('the focus on a find', async () => {
        if ((await placeOfFocus()) < 0) await surface.key('ArrowDown');
        return (await placeOfFocus()) >= 0;
      });
      const first = await placeOfFocus();
      await surface.key('ArrowDown');
      await until('the focus on the next', async () => (await placeOfFocus()) > first);
      await surface.key('ArrowUp');
      await surface.key('ArrowUp');
      await until('the focus back in the search', inSearch);
      await surface.key('Escape');
      // Firefox closes its popups on Escape, whatever their page makes of the key; Chromium leaves it to the page.
      if (firefox) {
        await until('the popup to close', async () => (await surface.tree()) === null);
        surface = await stage.driver.popup(tab);
        await says(surface, /The story so far/);
        await focusSearch(surface);
      }
      await says(surface, /The story so far/);
      await surface.key('ArrowDown');
      expect(await until('the focus on a name', () => focused('link'))).toMatch(
        /^(?:George|Ryosei|Shigeru|Donald) /,
      );
    });

    it('says so on a page that has no article to save', async () => {
      const [, surface] = await over(stage, 'chart.html');
      await says(surface, /No article on this page/);
    });

    it('switches the site off and on again', async () => {
      const [tab, surface] = await over(stage, 'news.html', 'Ryosei Akazawa');
      const toggle = () =>
        until('the switch', async () => {
          const tree = await surface.tree();
          return find(tree, 'switch') ?? find(tree, 'button', /Marks on/);
        });
      await surface.press(await toggle());
      await says(surface, /Nameplate is off/);
      await until('no marks', async () => (await markedIn(tab.page)).length === 0);
      await surface.press(await toggle());
      await until('marks again', async () => (await markedIn(tab.page)).includes('Ryosei Akazawa'));
    });

    it('is of use on a page without a known name', async () => {
      const [, surface] = await over(stage, 'quiet.html');
      await says(surface, /No name on this page is one that Nameplate knows/);
      const told = textOf(await says(surface, /Newest in the library/));
      expect(told).toMatch(/2025/);
    });

    it('says so where no extension may run', async () => {
      const restricted = stage.driver.name === 'firefox' ? 'about:license' : 'chrome://version/';
      const [, surface] = await over(stage, restricted);
      await says(surface, /lets no extension run on this page/);
    });

    it('is good on a very long page', async () => {
      const tab = await stage.open('long.html?kb=2000');
      await tab.page.evaluate(() => document.querySelector('#end')?.scrollIntoView());
      await until('marks at its end', async () => (await markedIn(tab.page, '#end')).length === 2);
      const surface = await stage.driver.popup(tab);
      const told = textOf(await says(surface, /Shigeru Ishiba/));
      expect(told).toContain('Ryosei Akazawa');
    });
  });
}
