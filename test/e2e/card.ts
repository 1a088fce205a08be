import type { Frame } from 'puppeteer-core';
import { find, findAll, textOf } from './drivers/tree';
import type { AxNode, Tab } from './drivers/types';
import { until } from './drivers/wait';
import { pointOf } from './page-probe';

/** Every open card as the accessibility tree has it, in its order: the dialogs of the extension, not those of the page. */
export function cardsIn(tree: AxNode | null): AxNode[] {
  const dialogs = (of: AxNode | null) => [...findAll(of, 'dialog'), ...findAll(of, 'nonmodal dialog')];
  // A card in a dialog of the page stands inside that.
  return dialogs(tree).filter((it) => dialogs(it).length === 1 && find(it, 'button', 'Close'));
}

/** The first of them; undefined while none is open. */
export function cardIn(tree: AxNode | null): AxNode | undefined {
  return cardsIn(tree)[0];
}

/** The open card of somebody, once it is there and has more to say than the name. */
export async function cardOf(tab: Tab, name: string, patience?: number): Promise<AxNode> {
  const told = async () => {
    const card = cardIn(await tab.tree());
    const heading = find(card ?? null, 'heading', new RegExp(name));
    return card && heading && findAll(card, 'text').length > 3 ? card : undefined;
  };
  return until(`the card of ${name}`, told, patience);
}

/** Waits until no card is open. */
export async function noCard(tab: Tab): Promise<void> {
  await until('the card to close', async () => {
    const tree = await tab.tree();
    return tree !== null && cardIn(tree) === undefined;
  });
}

/** After a scroll no card opens for 150 ms: a person takes as long to look where the word is now. */
const AFTER_SCROLL = 250;

/** Moves the pointer in small steps to the middle of a text on the page and leaves it there. */
export async function restOn(tab: Tab, text: string, selector?: string, nth = 0): Promise<void> {
  const before = await tab.page.evaluate(() => scrollY);
  const { x, y } = await pointOf(tab.page, text, selector, nth);
  if ((await tab.page.evaluate(() => scrollY)) !== before) {
    await new Promise((resolve) => setTimeout(resolve, AFTER_SCROLL));
  }
  await tab.page.mouse.move(Math.max(1, x - 30), Math.max(1, y - 20));
  await tab.page.mouse.move(x, y, { steps: 6 });
}

/** The same for a text in a frame of the page. */
export async function restInFrame(tab: Tab, frame: Frame, text: string): Promise<void> {
  const holder = await frame.frameElement();
  await holder?.scrollIntoView();
  await new Promise((resolve) => setTimeout(resolve, AFTER_SCROLL));
  const box = await holder?.boundingBox();
  if (!box) throw new Error(`the frame at ${frame.url()} is not drawn`);
  const { x, y } = await pointOf(frame, text);
  await tab.page.mouse.move(box.x + x - 30, box.y + y - 10);
  await tab.page.mouse.move(box.x + x, box.y + y, { steps: 6 });
}

/** What the card says, read aloud. */
export function saidBy(card: AxNode): string {
  return textOf(card);
}
