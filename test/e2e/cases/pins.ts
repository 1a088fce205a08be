import { describe, expect, it } from 'vitest';
import { cardIn, cardOf, cardsIn, noCard, restOn, saidBy } from '../card';
import { find, focused } from '../drivers/tree';
import type { AxNode, Box, Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import { markedIn } from '../page-probe';
import type { Stage } from './stage';

const FIND = 'Show where it stands on the page';
const MOVE = /^Move this card/;
const PIN = 'Keep this card open';

const away = (tab: Tab) => tab.page.mouse.move(3, 790, { steps: 4 });

async function opened(stage: Stage): Promise<Tab> {
  const tab = await stage.open('resting.html');
  await until('marks', async () => (await markedIn(tab.page, '#first')).includes('George Glass'));
  return tab;
}

/** The pinned or unpinned card of somebody among all that are open. */
const cardNamed = (tab: Tab, name: string): Promise<AxNode> =>
  until(`the card of ${name}`, async () =>
    cardsIn(await tab.tree()).find((card) => find(card, 'heading', new RegExp(name))),
  );

/** Rests on a name in the first paragraph, pins its card and goes away. */
async function pinned(tab: Tab, name: string): Promise<AxNode> {
  await restOn(tab, name, '#first');
  const card = await cardNamed(tab, name);
  await tab.press(find(card, 'button', PIN)!);
  await until('its tools', async () => find(await cardNamed(tab, name), 'button', FIND));
  await away(tab);
  return cardNamed(tab, name);
}

const boxOf = async (tab: Tab, name: string): Promise<Box> => tab.box(await cardNamed(tab, name));

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const count = async (tab: Tab): Promise<number> => cardsIn(await tab.tree()).length;

/** Waits until a card stands where it should, give or take a pixel. */
const standsAt = (tab: Tab, name: string, x: number, y: number): Promise<unknown> =>
  until(`the card of ${name} at ${x}, ${y}`, async () => {
    const box = await boxOf(tab, name);
    return Math.abs(box.x - x) <= 1 && Math.abs(box.y - y) <= 1;
  });

/** Cards that the reader keeps. */
export function pins(stage: Stage): void {
  describe('pinned cards', () => {
    it('stay, stand side by side, and are closed by Escape one after the other', async () => {
      const tab = await opened(stage);
      await pinned(tab, 'Ryosei Akazawa');
      await stays('pinned', async () => (await count(tab)) === 1, 500);
      await restOn(tab, 'George Glass', '#first');
      await until('another beside it', async () => (await count(tab)) === 2);
      await away(tab);
      await until('the other to close', async () => (await count(tab)) === 1);
      await pinned(tab, 'George Glass');
      await until('them side by side', async () => {
        const [one, other] = await Promise.all(
          ['Ryosei Akazawa', 'George Glass'].map((name) => boxOf(tab, name)),
        );
        return !meets(one!, other!);
      });
      await tab.page.evaluate(() => {
        document.addEventListener('keydown', ({ key }) => {
          document.title = key;
        });
      });
      await tab.page.mouse.click(700, 700);
      await tab.key('Escape');
      await until('the newest to close', async () => (await count(tab)) === 1);
      expect(saidBy((await cardIn(await tab.tree()))!)).toContain('Ryosei Akazawa');
      await tab.key('Escape');
      await noCard(tab);
      expect(await tab.page.title()).not.toBe('Escape');
      await tab.key('Escape');
      await until('the page to get its Escape', async () => (await tab.page.title()) === 'Escape');
    });

    it('stay with their text until they are dragged by the head, then where they were put', async () => {
      const tab = await opened(stage);
      await pinned(tab, 'Ryosei Akazawa');
      const before = await boxOf(tab, 'Ryosei Akazawa');
      await tab.page.evaluate(() => scrollTo(0, 60));
      await standsAt(tab, 'Ryosei Akazawa', before.x, before.y - 60);
      // Its text goes on out of the window: the card stops at the edge.
      await tab.page.evaluate(() => scrollTo(0, 1500));
      await until('the edge', async () => (await boxOf(tab, 'Ryosei Akazawa')).y === 8);
      await tab.page.evaluate(() => scrollTo(0, 0));
      await standsAt(tab, 'Ryosei Akazawa', before.x, before.y);
      const grip = { x: before.x + 40, y: before.y + 4 };
      await tab.page.mouse.move(grip.x, grip.y);
      await tab.page.mouse.down();
      await tab.page.mouse.move(grip.x + 300, grip.y + 150, { steps: 5 });
      await tab.page.mouse.up();
      await standsAt(tab, 'Ryosei Akazawa', before.x + 300, before.y + 150);
      await tab.page.evaluate(() => scrollTo(0, 200));
      await stays(
        'where it was put',
        async () => (await boxOf(tab, 'Ryosei Akazawa')).y === before.y + 150,
        300,
      );
    });

    it('are pinned by being dragged', async () => {
      const tab = await opened(stage);
      await restOn(tab, 'George Glass', '#first');
      const box = await tab.box(await cardOf(tab, 'George Glass'));
      await tab.page.mouse.move(box.x + 40, box.y + 4, { steps: 3 });
      await tab.page.mouse.down();
      await tab.page.mouse.move(box.x + 140, box.y + 104, { steps: 5 });
      await tab.page.mouse.up();
      await away(tab);
      await stays('pinned', async () => (await count(tab)) === 1, 600);
    });

    it('are moved by arrow keys, and from corner to corner by a press', async () => {
      const tab = await opened(stage);
      const card = await pinned(tab, 'George Glass');
      const before = await boxOf(tab, 'George Glass');
      await tab.press(find(card, 'button', MOVE)!);
      await until('a corner', async () => {
        const { x, y } = await boxOf(tab, 'George Glass');
        return x === 8 && y === 8 ? true : x > 800 && y === 8;
      });
      expect(await boxOf(tab, 'George Glass')).not.toMatchObject({ x: before.x, y: before.y });
      const corner = await boxOf(tab, 'George Glass');
      const top = await tab.page.evaluate(() => scrollY);
      await tab.key('ArrowDown');
      await standsAt(tab, 'George Glass', corner.x, corner.y + 16);
      expect(await tab.page.evaluate(() => scrollY)).toBe(top);
    });

    it('show where their text stands, and say so when it stands there no more', async () => {
      const tab = await opened(stage);
      await pinned(tab, 'George Glass');
      await tab.page.evaluate(() => scrollTo(0, 1500));
      await tab.press(find(await cardNamed(tab, 'George Glass'), 'button', FIND)!);
      const inView = async () => {
        const top = await tab.page.evaluate(
          () => document.querySelector('#first')!.getBoundingClientRect().top,
        );
        return top > 0 && top < 600;
      };
      await until('the text in view', inView);
      await until('a flash', () => tab.page.evaluate(() => CSS.highlights.has('nameplate-flash')));
      await tab.page.evaluate(() => document.querySelector('#first')!.remove());
      await until('it to say so', async () =>
        saidBy(await cardNamed(tab, 'George Glass')).includes('no longer stands on the page'),
      );
    });

    it('give the focus back to where it was', async () => {
      const tab = await opened(stage);
      await tab.page.focus('#plain a');
      await stage.driver.command(tab, 'next-mark');
      const card = await cardOf(tab, 'Ryosei Akazawa');
      await until('the focus in it', async () => focused(cardIn(await tab.tree()) ?? null));
      await tab.press(find(card, 'button', PIN)!);
      await until('its tools', async () => find(await cardNamed(tab, 'Ryosei Akazawa'), 'button', FIND));
      await stage.driver.command(tab, 'next-mark');
      await until('two', async () => (await count(tab)) === 2);
      await until('the focus in the newest', async () => focused(await cardNamed(tab, 'George Glass')));
      await tab.key('Escape');
      await until('one', async () => (await count(tab)) === 1);
      await tab.key('Escape');
      await noCard(tab);
      expect(await tab.page.evaluate(() => document.activeElement?.textContent)).toBe('Donald Trump');
    });
  });
}
