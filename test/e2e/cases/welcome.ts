import { beforeAll, describe, expect, it } from 'vitest';
import { cardIn, cardOf, noCard, restOn } from '../card';
import { find, findAll, textOf } from '../drivers/tree';
import type { Tab } from '../drivers/types';
import { stays, until } from '../drivers/wait';
import { markedIn } from '../page-probe';
import type { Stage } from './stage';

/** The page that opens when the extension comes in: the first of the journey, since it opens only then. */
export function welcome(stage: Stage): void {
  describe('the welcome page', () => {
    let tab: Tab;
    const says = (what: RegExp) => until(`${what}`, async () => what.test(textOf(await tab.tree())));
    const isDone = (step: number) =>
      until(`step ${step} to be ticked off`, () =>
        tab.page.evaluate(
          (nth) => document.querySelectorAll('.steps li')[nth - 1]!.matches('[data-done]'),
          step,
        ),
      );

    beforeAll(async () => {
      tab = await stage.driver.tabAt(/\/welcome\.html$/);
      await tab.show();
    });

    it('opens on installing, with a piece of an article whose names are marked', async () => {
      await says(/What is read, and what never leaves/);
      const marked = await until('marks', async () => {
        const found = await markedIn(tab.page, '.words');
        return found.length > 0 ? found : undefined;
      });
      expect(marked.length).toBeGreaterThan(2);
      const { violations, passed } = await tab.axe();
      expect(violations).toEqual([]);
      expect(passed).toBeGreaterThan(10);
    });

    it('lets one try a card by pointer: it opens, and goes when the pointer leaves', async () => {
      const [name] = await markedIn(tab.page, '.words');
      await restOn(tab, name!, '.words');
      await cardOf(tab, name!.split(' ').at(-1)!);
      await isDone(1);
      await tab.page.mouse.move(3, 3, { steps: 4 });
      await noCard(tab);
    });

    it('and by keys, with the focus in it and Escape to close', async () => {
      await stage.driver.command(tab, 'next-mark');
      await until('a card with the focus', async () => {
        const open = cardIn(await tab.tree());
        return open && [open, ...findAll(open, 'button'), ...findAll(open, 'group')].some((it) => it.focused);
      });
      await isDone(2);
      await tab.key('Escape');
      await noCard(tab);
    });

    it('and the pin: a pinned card stays when the pointer leaves', async () => {
      const [name] = await markedIn(tab.page, '.words');
      await restOn(tab, name!, '.words');
      const open = await cardOf(tab, name!.split(' ').at(-1)!);
      await tab.press(find(open, 'button', 'Keep this card open') ?? find(open, 'toggle button')!);
      await isDone(3);
      await says(/That is all there is to it/);
      await tab.page.mouse.move(3, 3, { steps: 4 });
      await stays('the pinned card', async () => cardIn(await tab.tree()) !== undefined, 600);
      await tab.key('Escape');
      await noCard(tab);
    });

    it('has the site switch: a site is switched off, and on again by the undo', async () => {
      await tab.page.focus('.acts input');
      await tab.type('https://bank.example/login');
      await tab.key('Enter');
      await says(/Nameplate is off on bank\.example/);
      await tab.press(find(await tab.tree(), 'button', 'Undo')!);
      await says(/Nameplate is on again on bank\.example.*|Nameplate is on everywhere/);
      await tab.close();
    });
  });
}
