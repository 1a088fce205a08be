import { describe, expect, it } from 'vitest';
import { cardIn, cardOf, noCard } from '../card';
import { find } from '../drivers/tree';
import type { AxNode, Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import { markedIn, pointOf } from '../page-probe';
import type { Stage } from './stage';

const PHONE = { width: 390, height: 760 };

async function opened(stage: Stage): Promise<Tab> {
  const tab = await stage.open('resting.html');
  await tab.page.setViewport({ ...PHONE, hasTouch: true, isMobile: stage.driver.name === 'chromium' });
  await tab.page.reload();
  await until('marks', async () => (await markedIn(tab.page, '#first')).includes('Ryosei Akazawa'));
  return tab;
}

async function tap(tab: Tab, text: string, selector: string): Promise<void> {
  const { x, y } = await pointOf(tab.page, text, selector);
  await tab.page.touchscreen.tap(x, y);
}

/** Taps a name and gives its sheet, once it has come to rest at the bottom. */
async function sheetOf(tab: Tab, name: string, selector: string): Promise<AxNode> {
  await tap(tab, name, selector);
  const card = await cardOf(tab, name);
  await until('the sheet at rest', async () => {
    const { x, y, width, height } = await tab.box(card);
    // A scroll bar may stand beside it.
    return x === 0 && width > PHONE.width - 20 && Math.abs(y + height - PHONE.height) < 1;
  });
  return card;
}

/** Cards for fingers. */
export function touch(stage: Stage): void {
  describe('a tap', () => {
    it('on a name opens a sheet at the bottom of a small screen, which a tap above it closes and nothing else', async () => {
      const tab = await opened(stage);
      const card = await sheetOf(tab, 'Ryosei Akazawa', '#first');
      expect((await tab.box(card)).height).toBeLessThan(PHONE.height * 0.76);
      await tap(tab, 'In Tokyo', '#first');
      await noCard(tab);
      await stays('closed', async () => !cardIn(await tab.tree()), 400);
    });

    it('on a link is the page’s, whatever name the link has', async () => {
      const tab = await opened(stage);
      await tap(tab, 'Donald Trump', '#plain');
      await until('the link', async () => (await tab.page.evaluate(() => location.hash)) === '#gone');
      await stays('no card', async () => !cardIn(await tab.tree()), 500);
    });

    it('on the sheet’s cross closes it', async () => {
      const tab = await opened(stage);
      const card = await sheetOf(tab, 'Ryosei Akazawa', '#first');
      const { x, y } = await tab.point(find(card, 'button', 'Close')!);
      expect(find(card, 'button', 'Keep this card open')).toBeUndefined();
      await tab.page.touchscreen.tap(x, y);
      await noCard(tab);
    });
  });

  describe('a sheet', () => {
    const pull = async (tab: Tab, by: number) => {
      const { x, y } = await tab.box(cardIn(await tab.tree())!);
      const finger = await tab.page.touchscreen.touchStart(x + 200, y + 10);
      for (let i = 1; i <= 5; i++) await finger.move(x + 200, y + 10 + (by * i) / 5);
      await finger.end();
    };

    it('is pulled down to close, and comes back from less', async () => {
      const tab = await opened(stage);
      const card = await sheetOf(tab, 'Ryosei Akazawa', '#first');
      // it comes in with a movement of its own
      let y = Number.NaN;
      await until('the sheet at rest', async () => {
        const before = y;
        y = (await tab.box(card)).y;
        return y === before;
      });
      await pull(tab, 40);
      await until('the sheet back', async () => (await tab.box(cardIn(await tab.tree())!)).y === y);
      await pull(tab, 160);
      await noCard(tab);
    });
  });
}
