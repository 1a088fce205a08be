import type { Frame } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { cardIn, cardOf, cardsIn, noCard, restOn, saidBy } from '../card';
import { find, focused } from '../drivers/tree';
import type { AxNode, Box, Point, Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import { markedIn, pointOf } from '../page-probe';
import type { Stage } from './stage';

const FIND = 'Show where it stands on the page';
const PIN = 'Keep this card open';

async function opened(stage: Stage, id: string): Promise<[Tab, Frame]> {
  const tab = await stage.open('small-frames.html');
  // Another origin's frame changes its process, and its handle, while it loads.
  const frame = await until('marks in the frame', async () => {
    const holder = await tab.page.$(`#${id}`);
    const inside = await holder?.contentFrame();
    return inside && (await markedIn(inside)).includes('Ryosei Akazawa') ? inside : undefined;
  });
  return [tab, frame];
}

/** Where a text in a frame is in the window. */
async function pointIn(tab: Tab, id: string, frame: Frame, text: string): Promise<Point> {
  const inner = await pointOf(frame, text);
  return tab.page.evaluate(
    (name, { x, y }) => {
      const holder = document.querySelector<HTMLElement>(`#${name}`)!;
      const { left, top, width } = holder.getBoundingClientRect();
      const scale = width / holder.offsetWidth;
      const [edge] = [holder.clientLeft + Number.parseFloat(getComputedStyle(holder).paddingLeft)];
      return { x: left + (edge! + x) * scale, y: top + (edge! + y) * scale };
    },
    id,
    inner,
  );
}

/** Rests on a text in a frame, wherever that is. */
async function restInside(tab: Tab, id: string, frame: Frame, text: string): Promise<Point> {
  await tab.page.evaluate(
    (name) => document.querySelector(`#${name}`)!.scrollIntoView({ block: 'center' }),
    id,
  );
  await new Promise((resolve) => setTimeout(resolve, 250));
  const { x, y } = await pointIn(tab, id, frame, text);
  await tab.page.mouse.move(x - 20, y - 6);
  await tab.page.mouse.move(x, y, { steps: 5 });
  return { x, y };
}

/** The card in the top document: no frame's own tree has it. */
const inTop = (tab: Tab): Promise<AxNode> =>
  until('the card in the top frame', async () => {
    const tree = await tab.tree();
    const card = cardIn(tree);
    return card && find(card, 'button', PIN) ? card : undefined;
  });

const whole = async (tab: Tab, { x, y, width, height }: Box): Promise<void> => {
  const window = await tab.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(window.width);
  expect(y + height).toBeLessThanOrEqual(window.height);
  // More than the frame has room for.
  expect(height).toBeGreaterThan(200);
};

const heard = (of: { evaluate: Frame['evaluate'] }): Promise<unknown[]> =>
  of.evaluate(() => (window as unknown as { heard: unknown[] }).heard);

/** Cards of frames that have no room for them. */
export function frames(stage: Stage): void {
  describe('the card of a small frame', () => {
    for (const id of ['same', 'other', 'scaled'])
      it(`opens whole beside its name in the page around it (${id})`, async () => {
        const [tab, frame] = await opened(stage, id);
        const { x, y } = await restInside(tab, id, frame, 'Ryosei Akazawa');
        await cardOf(tab, 'Ryosei Akazawa');
        const box = await tab.box(await inTop(tab));
        await whole(tab, box);
        // Right below the name, or right above it.
        const gap = Math.min(Math.abs(box.y - y), Math.abs(box.y + box.height - y));
        expect(gap).toBeLessThan(30);
        expect(Math.abs(box.x - x)).toBeLessThan(120);
        // It is reached, and stays.
        const below = box.y > y;
        await tab.page.mouse.move(box.x + 60, below ? box.y + 20 : box.y + box.height - 20, { steps: 6 });
        await stays('the card under the pointer', async () => cardIn(await tab.tree()) !== undefined, 700);
        await tab.page.mouse.move(1200, 400, { steps: 4 });
        await noCard(tab);
        expect(await heard(tab.page.mainFrame())).toEqual([]);
        expect(await heard(frame)).toEqual([]);
        expect(await frame.evaluate(() => document.querySelector('[data-nameplate]'))).toBeNull();
      });

    it('is the frame’s own where it has room', async () => {
      const [tab, frame] = await opened(stage, 'large');
      await restInside(tab, 'large', frame, 'Ryosei Akazawa');
      await cardOf(tab, 'Ryosei Akazawa');
      expect(await frame.evaluate(() => document.querySelector('[data-nameplate]') !== null)).toBe(true);
    });

    it('closes on Escape wherever the focus is, and makes way for a card of the page around it', async () => {
      const [tab, frame] = await opened(stage, 'other');
      await restInside(tab, 'other', frame, 'Ryosei Akazawa');
      await inTop(tab);
      await tab.key('Escape');
      await noCard(tab);
      await tab.page.mouse.move(1200, 400);
      await restInside(tab, 'other', frame, 'Ryosei Akazawa');
      await inTop(tab);
      await restOn(tab, 'Shigeru Ishiba', '#own');
      await cardOf(tab, 'Shigeru Ishiba');
      expect(cardsIn(await tab.tree())).toHaveLength(1);
    });

    it('closes on Escape while the focus is in another frame, which keeps every other Escape', async () => {
      const [tab, frame] = await opened(stage, 'large');
      for (const page of [tab.page.mainFrame(), frame])
        await page.evaluate(() => {
          document.addEventListener('keydown', ({ key }) => {
            document.title = key;
          });
        });
      await tab.page.focus('#around');
      await restInside(tab, 'large', frame, 'Ryosei Akazawa');
      await cardOf(tab, 'Ryosei Akazawa');
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tab.key('Escape');
      await noCard(tab);
      expect(await tab.page.title()).not.toBe('Escape');
      await tab.key('Escape');
      await until('the page to get its Escape', async () => (await tab.page.title()) === 'Escape');
      await frame.focus('#link');
      await restOn(tab, 'Shigeru Ishiba', '#own');
      await cardOf(tab, 'Shigeru Ishiba');
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tab.key('Escape');
      await noCard(tab);
      expect(await frame.evaluate(() => document.title)).not.toBe('Escape');
    });

    it('is reached by keys, and gives the focus back into the frame', async () => {
      const [tab, frame] = await opened(stage, 'same');
      const hasFocus = () =>
        frame.evaluate(() => document.hasFocus() && document.activeElement?.id === 'link');
      const focusIn = (name: string) =>
        until(`the focus in the card of ${name}`, async () => {
          const card = cardIn(await tab.tree());
          return card && find(card, 'heading', new RegExp(name)) && focused(card);
        });
      await frame.focus('#link');
      await until('the focus in the frame', hasFocus);
      for (const name of ['Shigeru Ishiba', 'Ryosei Akazawa', 'George Glass']) {
        await stage.driver.command(tab, 'next-mark');
        await focusIn(name);
        await tab.key('Escape');
        await noCard(tab);
        await until(`the focus in the frame again after ${name}`, hasFocus);
      }
    });

    it('is pinned, finds its name again, and says when the frame has gone', async () => {
      const [tab, frame] = await opened(stage, 'other');
      await restInside(tab, 'other', frame, 'Ryosei Akazawa');
      await tab.press(find(await inTop(tab), 'button', PIN)!);
      await until('its tools', async () => find((await inTop(tab)) ?? null, 'button', FIND));
      await tab.page.mouse.move(1200, 700, { steps: 3 });
      await stays('pinned', async () => cardIn(await tab.tree()) !== undefined, 500);
      await frame.evaluate(() => scrollTo(0, 400));
      await until('the name away', async () => (await pointIn(tab, 'other', frame, 'George Glass')).y > 0);
      await tab.press(find(await inTop(tab), 'button', FIND)!);
      await until('the name in its frame', () =>
        frame.evaluate(() => {
          const { top, bottom } = document.querySelector('p')!.getBoundingClientRect();
          return top >= -20 && bottom <= innerHeight + 40;
        }),
      );
      await tab.page.evaluate(() => document.querySelector('#other')!.remove());
      await tab.page.evaluate(() => scrollBy(0, 10));
      await until('it to say so', async () =>
        saidBy(await inTop(tab)).includes('no longer stands on the page'),
      );
      await tab.page.mouse.click(1200, 700);
      await tab.key('Escape');
      await noCard(tab);
    });
  });
}
