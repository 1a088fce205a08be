import type { Page } from 'puppeteer-core';
import { DWELL } from '../../src/page/hover';
import type { Stage } from './browser';
import { Meter, wait } from './meter';
import { type Row, row, spread } from './table';

const ROUNDS = 40;

/** Notes when the pointer came to rest and, frame by frame, when our host element first stands under the mark. */
const WATCH = `(() => {
  addEventListener('pointermove', ({ timeStamp }) => { globalThis.rested = timeStamp; }, true);
  globalThis.cardPainted = (x, y) => new Promise((resolve) => {
    const until = performance.now() + 3000;
    const look = (now) => {
      const shown = document.elementsFromPoint(x, y).some((it) => it.matches('[data-nameplate]'));
      // The frame in which it can be hit is the one that paints it: this task comes after that frame.
      if (shown) setTimeout(() => resolve(performance.now() - globalThis.rested), 0);
      else if (now < until) requestAnimationFrame(look);
      else resolve(null);
    };
    requestAnimationFrame(look);
  });
})()`;

/** A mark in view with room under it, where the pointer goes and where the card will be. */
const MARK = `(() => {
  for (const range of CSS.highlights.get('nameplate') ?? []) {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const { left, top, bottom, width } = live.getBoundingClientRect();
    if (top > 20 && bottom < 300 && width > 8) return { x: left + width / 2, y: (top + bottom) / 2, below: bottom + 40 };
  }
  return null;
})()`;

async function rest(page: Page): Promise<number | null> {
  const mark = (await page.evaluate(MARK)) as { x: number; y: number; below: number } | null;
  if (!mark) throw new Error('no mark in view');
  await page.mouse.move(1200, 780);
  await wait(900);
  const painted = page.evaluate(`cardPainted(${mark.x}, ${mark.below})`) as Promise<number | null>;
  await page.mouse.move(mark.x, mark.y);
  const taken = await painted;
  await page.keyboard.press('Escape');
  return taken === null ? null : taken - DWELL.normal;
}

const at = (part: number, values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(part * values.length))]!;

/** From the pointer's rest to the painted card, less the dwell that is meant; the first card of a page apart. */
export async function cardRows(stage: Stage): Promise<Row[]> {
  await stage.turn(true);
  const first: number[] = [];
  const again: number[] = [];
  for (let tab = 0; tab < 4; tab++) {
    const page = await stage.browser.newPage();
    try {
      await page.evaluateOnNewDocument(WATCH);
      // No fade: a card that is there is painted.
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await page.goto(stage.site.made('small'), { waitUntil: 'load' });
      await (await Meter.of(page)).settle(3, 3_000);
      for (let round = 0; round < ROUNDS / 4; round++) {
        const taken = await rest(page);
        if (taken !== null) (round === 0 ? first : again).push(taken);
      }
    } finally {
      await page.close();
    }
  }
  if (again.length === 0) return [spread('pointer rest to painted card', again, 'ms', 50)];
  return [
    row('pointer rest to painted card, after the dwell: median', at(0.5, again), 'ms', null),
    row('the same: 95th percentile', at(0.95, again), 'ms', 50),
    spread('the same, the first card of a page', first, 'ms', null),
  ];
}
