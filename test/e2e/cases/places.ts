import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardIn, cardOf, cardsIn, noCard, restOn } from '../card';
import { find, textOf } from '../drivers/tree';
import type { Box, Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import { markedIn } from '../page-probe';
import type { Stage } from './stage';

const isChromium = process.env.NAMEPLATE_BROWSER !== 'firefox';
const PICTURES = join('.output', 'pictures', 'places');

async function opened(stage: Stage): Promise<Tab> {
  const tab = await stage.open('places.html');
  await until('marks', async () => (await markedIn(tab.page, '#right')).includes('Ryosei Akazawa'));
  return tab;
}

/** The rectangle of the only text node's part on the page. */
const rectOf = (tab: Tab, selector: string, text: string): Promise<Box> =>
  tab.page.evaluate(
    (where, wanted) => {
      const walker = document.createTreeWalker(document.querySelector(where)!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = (node as Text).data.indexOf(wanted);
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + wanted.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
      throw new Error(`no ${wanted}`);
    },
    selector,
    text,
  );

/** Its card, wholly in the window, right below or above the name; a picture of it for people. */
async function cardAt(tab: Tab, stage: Stage, name: string, selector: string, picture: string): Promise<Box> {
  await restOn(tab, name, selector);
  const card = await cardOf(tab, name);
  mkdirSync(PICTURES, { recursive: true });
  await tab.picture(join(PICTURES, `${stage.driver.name}-${picture}.png`));
  const box = await tab.box(card);
  const view = await tab.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(view.width);
  expect(box.y + box.height).toBeLessThanOrEqual(view.height);
  const rect = await rectOf(tab, selector, name);
  const gap = Math.min(Math.abs(box.y - rect.y - rect.height), Math.abs(box.y + box.height - rect.y));
  expect(gap, JSON.stringify({ box, rect })).toBeLessThan(14);
  return box;
}

/** What is on top at the card's middle, as the page sees it: the extension's one element. */
const isOnTop = (tab: Tab, { x, y, width, height }: Box): Promise<boolean> =>
  tab.page.evaluate(
    (at, down) => document.elementFromPoint(at, down)?.hasAttribute('data-nameplate') ?? false,
    x + width / 2,
    y + height / 2,
  );

/** Pages that put themselves in a card's way. */
export function places(stage: Stage): void {
  describe('a card', () => {
    it('stands at the right end of a name in text from right to left, and reads from left to right itself', async () => {
      const tab = await opened(stage);
      const box = await cardAt(tab, stage, 'Ryosei Akazawa', '#right', 'rtl');
      const name = await rectOf(tab, '#right', 'Ryosei Akazawa');
      expect(Math.abs(box.x + box.width - name.x - name.width)).toBeLessThan(2);
      const card = cardIn(await tab.tree())!;
      const [heading, close] = await Promise.all([
        tab.box(find(card, 'heading')!),
        tab.box(find(card, 'button', 'Close')!),
      ]);
      expect(heading.x).toBeLessThan(close.x);
    });

    it('stands above a modal dialog, can be pressed there, and its Escape leaves the dialog open', async () => {
      const tab = await opened(stage);
      await tab.page.evaluate(() => document.querySelector<HTMLDialogElement>('#modal')!.showModal());
      await until('its mark', async () => (await markedIn(tab.page, '#asked')).includes('Donald Trump'));
      const box = await cardAt(tab, stage, 'Donald Trump', '#asked', 'dialog');
      expect(await isOnTop(tab, box)).toBe(true);
      await tab.press(find(cardIn(await tab.tree())!, 'button', 'Keep this card open')!);
      await tab.page.mouse.move(5, 790, { steps: 3 });
      await stays('the pinned card', async () => cardIn(await tab.tree()) !== undefined, 500);
      const isModal = () => tab.page.evaluate(() => document.querySelector('#modal')!.matches(':modal'));
      await tab.key('Escape');
      await noCard(tab);
      expect(await isModal()).toBe(true);
      await tab.key('Escape');
      await until('the dialog to close', async () => !(await isModal()));
    });

    it('that is pinned outlives a dialog that opens over it and closes', async () => {
      const tab = await opened(stage);
      await restOn(tab, 'George Glass', '#left');
      await tab.press(find(await cardOf(tab, 'George Glass'), 'button', 'Keep this card open')!);
      await tab.page.mouse.move(5, 790, { steps: 3 });
      await tab.page.evaluate(() => document.querySelector<HTMLDialogElement>('#modal')!.showModal());
      await until('its mark', async () => (await markedIn(tab.page, '#asked')).includes('Donald Trump'));
      await restOn(tab, 'Donald Trump', '#asked');
      await until('both cards', async () => cardsIn(await tab.tree()).length === 2);
      await tab.page.mouse.move(5, 790, { steps: 3 });
      const one = async () => cardsIn(await tab.tree()).length === 1;
      await until('the pinned one', one);
      await tab.page.evaluate(() => document.querySelector<HTMLDialogElement>('#modal')!.close());
      await new Promise((resolve) => setTimeout(resolve, 400));
      // a browser that has no tree for a moment says nothing about the card
      await stays('the pinned one', async () => (await tab.tree()) === null || (await one()), 300);
      expect(await isOnTop(tab, await tab.box(await cardOf(tab, 'George Glass')))).toBe(true);
    });

    it('stands above what fills the screen', async () => {
      const tab = await opened(stage);
      await tab.page.click('#filled');
      await until('the full screen', () => tab.page.evaluate(() => document.fullscreenElement !== null));
      await new Promise((resolve) => setTimeout(resolve, 500));
      const box = await cardAt(tab, stage, 'Shigeru Ishiba', '#filled', 'full-screen');
      expect(await isOnTop(tab, box)).toBe(true);
      await tab.page.evaluate(() => document.exitFullscreen());
    });

    it('stands beside its name, unturned, where the page is turned, filtered and enlarged', async () => {
      const tab = await opened(stage);
      await tab.page.evaluate(() => document.documentElement.classList.add('turned'));
      const box = await cardAt(tab, stage, 'George Glass', '#left', 'transformed');
      expect(box.width).toBe(368);
    });

    it('has its own size where the page is zoomed by its style', async () => {
      const tab = await opened(stage);
      await tab.page.evaluate(() => {
        document.body.style.zoom = '1.7';
      });
      const box = await cardAt(tab, stage, 'George Glass', '#left', 'zoomed');
      expect(Math.round(box.width)).toBe(368);
    });

    it.runIf(isChromium)(
      'stands in the part of the page that is seen when it is pinched larger',
      async () => {
        const tab = await opened(stage);
        const session = await tab.page.createCDPSession();
        await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
        await restOn(tab, 'George Glass', '#left');
        const box = await tab.box(await cardOf(tab, 'George Glass'));
        const seen = await tab.page.evaluate(() => {
          const { offsetLeft, offsetTop, width, height } = window.visualViewport!;
          return { offsetLeft, offsetTop, width, height };
        });
        expect(seen.width).toBeLessThan(800);
        expect(box.x).toBeGreaterThanOrEqual(seen.offsetLeft);
        expect(box.x + box.width).toBeLessThanOrEqual(seen.offsetLeft + seen.width);
        expect(box.y).toBeGreaterThanOrEqual(seen.offsetTop);
        expect(box.y + box.height).toBeLessThanOrEqual(seen.offsetTop + seen.height);
      },
    );
  });

  describe('how many names are marked', () => {
    it('is said on a command, and only then', async () => {
      const tab = await opened(stage);
      const statuses = async () => {
        const tree = await tab.tree();
        return ['status', 'statusbar'].map((role) => find(tree, role)).find((it) => it !== undefined);
      };
      expect(await statuses()).toBeUndefined();
      await stage.driver.command(tab, 'count-marks');
      const said = await until('it to be said', async () => textOf(await statuses()));
      expect(said).toBe('3 names are marked on this page. They stand for 3 people and organisations.');
    });
  });
}
