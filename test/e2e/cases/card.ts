import { describe, expect, it } from 'vitest';
import { cardIn, cardOf, noCard, restOn, saidBy } from '../card';
import { find, findAll, focused, textOf } from '../drivers/tree';
import type { AxNode, Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import { markedIn, pointOf } from '../page-probe';
import type { Stage } from './stage';

/** Opens the news page and rests the pointer on a name in its article, once it is marked. */
async function openCard(stage: Stage, name: string, entity: string, nth = 0): Promise<[Tab, AxNode]> {
  const tab = await stage.open('news.html');
  await until(`${name} marked`, async () => (await markedIn(tab.page, 'article')).includes(name));
  await restOn(tab, name, 'article', nth);
  return [tab, await cardOf(tab, entity)];
}

const away = (tab: Tab) => tab.page.mouse.move(3, 780, { steps: 4 });

/** The card, by pointer and by keys, as the accessibility tree tells it. */
export function card(stage: Stage): void {
  describe('the card, by pointer', () => {
    it('says who Akazawa is, as of when, what he said and where it stands', async () => {
      const [, akazawa] = await openCard(stage, 'Akazawa', 'Ryosei Akazawa', 1);
      const said = saidBy(akazawa);
      expect(said).toContain('Ryosei Akazawa');
      expect(said).toContain('赤沢亮正');
      expect(said).toMatch(/envoy/);
      expect(said).toMatch(/as of/);
      expect(said).toMatch(/What they said/);
      expect(said).toMatch(/In a negotiation like this/);
      expect(said).toMatch(/met President Donald Trump on Wednesday/);
      expect(findAll(akazawa, 'button', /open the passage/).length).toBeGreaterThan(2);
    });

    it('opens on a resting pointer only, and takes no focus', async () => {
      const tab = await stage.open('news.html');
      await until('marks', async () => (await markedIn(tab.page, 'article')).includes('Akazawa'));
      const { x, y } = await pointOf(tab.page, 'Ryosei Akazawa', 'article');
      await tab.page.mouse.move(x, y);
      await tab.page.mouse.move(x, y + 300, { steps: 3 });
      await stays('no card after passing over', async () => !cardIn(await tab.tree()), 600);
      await restOn(tab, 'Ryosei Akazawa', 'article');
      await cardOf(tab, 'Ryosei Akazawa');
      expect(await tab.page.evaluate(() => document.activeElement?.localName)).toBe('body');
    });

    it('stays open on the way from the mark into it, and closes when the pointer leaves', async () => {
      const [tab, glass] = await openCard(stage, 'George Glass', 'George Glass');
      const { x, y } = await tab.point(find(glass, 'heading')!);
      await tab.page.mouse.move(x, y, { steps: 12 });
      await stays('the card under the pointer', async () => cardIn(await tab.tree()) !== undefined, 700);
      await away(tab);
      await noCard(tab);
    });

    it('closes on Escape, which is swallowed only then', async () => {
      const [tab] = await openCard(stage, 'Ishiba', 'Shigeru Ishiba', 1);
      await tab.page.evaluate(() => {
        document.addEventListener('keydown', (event) => {
          document.title = `${event.key} ${event.defaultPrevented}`;
        });
      });
      await tab.key('Escape');
      await noCard(tab);
      await tab.key('Escape');
      await until('the page to get its Escape', async () => (await tab.page.title()) === 'Escape false');
    });

    it('opens the names in it on in place, with a way back', async () => {
      const [tab, akazawa] = await openCard(stage, 'Ryosei Akazawa', 'Ryosei Akazawa');
      const name = findAll(akazawa, 'button', /Trump/)[0];
      expect(name, 'a name in the card').toBeDefined();
      await tab.press(name!);
      const trump = await cardOf(tab, 'Donald Trump');
      await tab.press(find(trump, 'button', 'Back')!);
      expect(textOf(find(await cardOf(tab, 'Ryosei Akazawa'), 'heading'))).toContain('Ryosei Akazawa');
    });

    it('opens the passage of a line in its article, marked, with outlet, date and how it is known', async () => {
      const [tab, akazawa] = await openCard(stage, 'Ryosei Akazawa', 'Ryosei Akazawa');
      await tab.press(findAll(akazawa, 'button', /open the passage/)[0]!);
      const article = await stage.driver.tabAt(/dossier\.html\?article=/);
      stage.tabs.push(article);
      const passage = await until('the marked passage', () =>
        article.page.evaluate(() => document.querySelector('mark')?.textContent ?? ''),
      );
      expect(passage).toMatch(/Akazawa|envoy/);
      await article.show();
      const told = await until('the article', async () => {
        const text = textOf(await article.tree());
        return text.includes('Stephen Innes') || text.includes('golden age') ? text : undefined;
      });
      expect(told).toMatch(/Licence|licence/);
      expect(told).toMatch(/2025/);
    });

    it('forgets a mark that the reader says is not this person, until it is taken back in the settings', async () => {
      const [tab, trump] = await openCard(stage, 'Trump', 'Donald Trump', 1);
      await tab.press(find(trump, 'button', 'Not this person')!);
      await until('the mark to go', async () => !(await markedIn(tab.page, 'article')).includes('Trump'));
      expect(await markedIn(tab.page, 'article')).toContain('Ryosei Akazawa');

      const settings = await stage.open(stage.driver.extensionUrl('options.html'));
      await settings.show();
      const takeBack = await until('the way back', async () =>
        find(await settings.tree(), 'button', /Trump.*127\.0\.0\.1|127\.0\.0\.1.*Trump/),
      );
      await settings.press(takeBack);
      await tab.show();
      await until('the mark again', async () => (await markedIn(tab.page, 'article')).includes('Trump'));
    });
  });

  describe('the card, by keys', () => {
    it('opens at the next mark with the focus in it, and gives the focus back on Escape', async () => {
      const tab = await stage.open('news.html');
      await until('marks', async () => (await markedIn(tab.page, 'article')).includes('Ryosei Akazawa'));
      await tab.page.focus('nav a');
      await stage.driver.command(tab, 'next-mark');
      const first = await cardOf(tab, 'Akazawa');
      await until('the focus in the card', async () => {
        const open = cardIn(await tab.tree());
        return open && [open, ...findAll(open, 'button'), ...findAll(open, 'group')].some((it) => it.focused);
      });
      expect(saidBy(first)).toContain('Ryosei Akazawa');
      await tab.key('Escape');
      await noCard(tab);
      expect(await tab.page.evaluate(() => document.activeElement?.textContent)).toBe('World');
    });

    it('is read, opened on, gone back in and followed to a source, all in the card', async () => {
      const tab = await stage.open('news.html');
      await until('marks', async () => (await markedIn(tab.page, 'article')).includes('Ryosei Akazawa'));
      await stage.driver.command(tab, 'next-mark');
      await cardOf(tab, 'Ryosei Akazawa');
      const focusedIn = async () => focused(cardIn(await tab.tree()) ?? null);
      await until('the focus in the card', focusedIn);
      /** Tabs on to a button of the card. */
      const tabTo = async (name: RegExp) => {
        for (let i = 0; i < 40; i++) {
          const at = await until('the focus in the card', focusedIn);
          if (at.role === 'button' && name.test(at.name)) return;
          await tab.key('Tab');
          // Firefox's tree hears of the focus a little later.
          await new Promise((resolve) => setTimeout(resolve, 120));
        }
        throw new Error(`no ${name} by Tab`);
      };
      await tabTo(/^Donald Trump$/);
      await tab.key('Enter');
      await cardOf(tab, 'Donald Trump');
      await until('the focus still in the card', focusedIn);
      await tabTo(/^Back$/);
      await tab.key('Enter');
      await cardOf(tab, 'Ryosei Akazawa');
      await until('the focus still in the card', focusedIn);
      await tabTo(/open the passage/);
      await tab.key('Enter');
      const article = await stage.driver.tabAt(/dossier\.html\?article=/);
      stage.tabs.push(article);
    });

    it('goes on to the next mark and back to the one before', async () => {
      const tab = await stage.open('corners.html');
      await until('marks', async () => (await markedIn(tab.page, '#split')).length > 0);
      await stage.driver.command(tab, 'next-mark');
      await cardOf(tab, 'Shigeru Ishiba');
      await stage.driver.command(tab, 'next-mark');
      await cardOf(tab, 'Ryosei Akazawa');
      await stage.driver.command(tab, 'previous-mark');
      await cardOf(tab, 'Shigeru Ishiba');
    });
  });
}
