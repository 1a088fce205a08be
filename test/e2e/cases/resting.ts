import { describe, expect, it } from 'vitest';
import { cardIn, cardOf, noCard, restOn } from '../card';
import type { Box, Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import { markedIn, pointOf } from '../page-probe';
import type { Stage } from './stage';

async function opened(stage: Stage): Promise<Tab> {
  const tab = await stage.open('resting.html');
  await until('marks', async () => (await markedIn(tab.page, '#first')).includes('George Glass'));
  return tab;
}

const noneOpens = (tab: Tab) => stays('no card', async () => !cardIn(await tab.tree()), 700);

/** The rectangles of a text's lines. */
const linesOf = (tab: Tab, selector: string, text: string): Promise<Box[]> =>
  tab.page.evaluate(
    (where, wanted) => {
      const node = document.querySelector(where)!.firstChild as Text;
      const range = document.createRange();
      const start = node.data.indexOf(wanted);
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      return [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
    },
    selector,
    text,
  );

/** What a pointer does that rests, and what it does not do. */
export function resting(stage: Stage): void {
  describe('a resting pointer', () => {
    it('opens no card for a name that slides under it, until it moves itself', async () => {
      const tab = await opened(stage);
      const { x, y } = await pointOf(tab.page, 'Ryosei Akazawa', '#first');
      // What stands 100 px further down, before the page moves up.
      await tab.page.mouse.move(x - 20, y + 96);
      await tab.page.mouse.move(x, y + 100, { steps: 4 });
      await tab.page.evaluate(() => {
        document.body.style.paddingTop = '116px';
      });
      await noneOpens(tab);
      await tab.page.mouse.move(x + 2, y + 101, { steps: 2 });
      await cardOf(tab, 'Ryosei Akazawa');
    });

    it('opens no card for a name that the page is scrolled to under it', async () => {
      const tab = await opened(stage);
      const { x, y } = await pointOf(tab.page, 'Donald Trump', '#plain');
      await tab.page.evaluate(() => scrollTo(0, 0));
      const down = await tab.page.evaluate(() => scrollY);
      const before = await pointOf(tab.page, 'Ryosei Akazawa', '#first');
      await tab.page.mouse.move(before.x, before.y + 160);
      await tab.page.mouse.move(x, 300, { steps: 4 });
      const [line] = await tab.page.evaluate(() => {
        const { top, height } = document.querySelector('#plain a')!.getBoundingClientRect();
        return [top + height / 2];
      });
      await tab.page.mouse.wheel({ deltaY: Math.round(line! - 300) });
      await until('the scroll', async () => (await tab.page.evaluate(() => scrollY)) > down);
      await noneOpens(tab);
      expect(y).toBeGreaterThan(0);
    });

    it('opens no card where the name has slid away before its time', async () => {
      const tab = await opened(stage);
      const { x, y } = await pointOf(tab.page, 'Ryosei Akazawa', '#first');
      await tab.page.mouse.move(x - 20, y - 10);
      await tab.page.mouse.move(x, y, { steps: 3 });
      await tab.page.evaluate(() => {
        document.body.style.paddingTop = '300px';
      });
      await noneOpens(tab);
    });

    it('opens the card of a wrapped name at the line that it is on', async () => {
      const tab = await opened(stage);
      const [first, second] = await linesOf(tab, '#narrow', 'Ryosei Akazawa');
      expect(second!.y).toBeGreaterThan(first!.y + 10);
      for (const line of [first!, second!]) {
        await tab.page.mouse.move(line.x + 10, line.y - 4);
        await tab.page.mouse.move(line.x + line.width / 2, line.y + line.height / 2, { steps: 4 });
        const card = await cardOf(tab, 'Ryosei Akazawa');
        const box = await tab.box(card);
        expect(Math.abs(box.y - (line.y + line.height))).toBeLessThan(12);
        expect(Math.abs(box.x - line.x)).toBeLessThan(3);
        await tab.page.mouse.move(5, 780);
        await noCard(tab);
      }
    });

    it('leaves a link its click, and its title a place of its own', async () => {
      const tab = await opened(stage);
      await restOn(tab, 'Shigeru Ishiba', '#titled');
      const card = await cardOf(tab, 'Shigeru Ishiba');
      const box = await tab.box(card);
      const { x, y } = await pointOf(tab.page, 'Shigeru Ishiba', '#titled');
      // The browser shows a title under the pointer.
      expect(box.y + box.height).toBeLessThanOrEqual(y);
      await tab.page.mouse.click(x, y);
      expect(await tab.page.evaluate(() => location.hash)).toBe('#went');
      await noCard(tab);
      await restOn(tab, 'Donald Trump', '#plain');
      await cardOf(tab, 'Donald Trump');
      const plain = await pointOf(tab.page, 'Donald Trump', '#plain');
      await tab.page.mouse.click(plain.x, plain.y);
      expect(await tab.page.evaluate(() => location.hash)).toBe('#gone');
    });
  });
}
