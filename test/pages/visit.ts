import type { Browser, Frame, Page } from 'puppeteer-core';
import { HOST } from '../e2e/cases/stage';
import * as probe from './probe';

/** How a page is, as far as a guest must not change it. */
export interface State {
  nodes: string;
  places: string;
  selected: string;
  copied: string;
  /** Layout shift in all, and what of it came after our host element (none is measured in Firefox). */
  shifted: number;
  shiftedLater: number;
}

export interface Visit {
  page: Page;
  state: State;
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens a page, lets it come to rest, and tells how it is. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const page = await browser.newPage();
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  await page.evaluateOnNewDocument(probe.prepare);
  // A page that loads for ever is read as far as it came.
  await page.goto(url, { timeout: 15_000 }).catch(() => undefined);
  await page.bringToFront();
  await rest(page);
  // A time or a number drawn by lot in an address is the page's own doing.
  const nodes = (await page.evaluate(probe.nodes, HOST)).replace(/\d{8,}/g, '#');
  const places = await page.evaluate(probe.places, HOST);
  const { shifted, shiftedLater } = await page.evaluate(probe.shifts, HOST);
  const selected = await page.evaluate(probe.selectAll);
  const copied = await copyAll(page);
  return { page, state: { nodes, places, selected, copied, shifted, shiftedLater } };
}

/** Waits until nothing has come or gone for a second, at most eight. */
async function rest(page: Page): Promise<void> {
  let before = '';
  let same = 0;
  for (let waited = 0; waited < 8_000 && same < 4; waited += 250) {
    const now = await page.evaluate(probe.amount);
    same = now === before ? same + 1 : 0;
    before = now;
    await pause(250);
  }
}

/** What is on the clipboard after a person has selected all and copied: pasted into an empty field elsewhere. */
async function copyAll(page: Page): Promise<string> {
  await shortcut(page, 'a', 'SelectAll');
  await shortcut(page, 'c', 'Copy');
  await page.evaluate(() => getSelection()?.removeAllRanges());
  const field = await page.browser().newPage();
  await field.goto('data:text/html,<meta charset="utf-8"><textarea autofocus></textarea>');
  await field.bringToFront();
  await field.focus('textarea');
  await shortcut(field, 'v', 'Paste');
  await pause(100);
  const text = await field.evaluate(() => document.querySelector('textarea')!.value);
  await field.close();
  await page.bringToFront();
  return text;
}

async function shortcut(page: Page, key: 'a' | 'c' | 'v', command: string): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key, { commands: [command] });
  await page.keyboard.up('Control');
}

const FRAME_PATIENCE = 2_000;

/** Every mark of a page and its frames, found by scrolling through it as a reader would. */
export async function marksOf(page: Page): Promise<probe.Drawn[]> {
  const found: probe.Drawn[] = [];
  for (const [number, frame] of page.frames().entries()) {
    // A frame whose outside address did not answer never comes to an answer itself.
    const never = pause(FRAME_PATIENCE).then((): null => null);
    const answers = await Promise.race([frame.evaluate(() => document.title), never]).catch(() => null);
    if (answers !== null) found.push(...(await marksIn(frame)).map((mark) => ({ ...mark, frame: number })));
  }
  return found;
}

async function marksIn(frame: Frame): Promise<probe.Drawn[]> {
  const known = new Map<string, probe.Drawn>();
  const { height, screen } = await frame.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    screen: innerHeight,
  }));
  for (let top = 0; top < height && screen > 0; top += Math.max(screen * 2, 200)) {
    await frame.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top);
    // Marks are chosen anew 120 ms after a scroll, in the frame that follows.
    await pause(260);
    for (const mark of await frame.evaluate(probe.drawn)) known.set(mark.at, mark);
  }
  await frame.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  return [...known.values()];
}
