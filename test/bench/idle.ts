import type { Page } from 'puppeteer-core';
import type { Stage } from './browser';
import { wait } from './meter';
import { type Row, spread } from './table';
import { ofOrigin, traced } from './trace';

const ROUNDS = 5;

/** Looks every millisecond whether marks are registered and notes, on the trace's clock, when last not and when first. */
const WATCH = `(() => {
  let before = performance.now();
  const look = () => {
    const now = performance.now();
    if ((CSS.highlights.get('nameplate')?.size ?? 0) === 0) {
      before = now;
      scheduler.postTask(look, { delay: 1 });
    } else globalThis.marked = { before, now };
  };
  document.addEventListener('DOMContentLoaded', look);
})()`;

/**
 * Milliseconds from document_idle, when the browser begins to run our script, to the end of the frame that paints the
 * first marks; null where none came.
 */
async function once(stage: Stage, address: string): Promise<number | null> {
  const page = await stage.browser.newPage();
  try {
    await page.evaluateOnNewDocument(WATCH);
    let clock: { marked: { before: number } | null; offset: number } | null = null;
    const slices = await traced(page, async () => {
      await page.goto(address, { waitUntil: 'load' });
      clock = await marksSeen(page);
    });
    const begun = ofOrigin(slices, stage.origin)[0];
    const seen = clock as { marked: { before: number } | null; offset: number } | null;
    if (!begun || !seen?.marked) return null;
    // The page's clock on the trace's: both are monotonic, in one machine.
    const notYet = seen.marked.before + seen.offset;
    const painted = slices.find(({ name, end }) => name === 'Commit' && end > notYet);
    return painted ? painted.end - begun.start : null;
  } finally {
    await page.close();
  }
}

async function marksSeen(page: Page): Promise<{ marked: { before: number } | null; offset: number }> {
  for (let tries = 0; tries < 60; tries++) {
    await wait(25);
    const found = (await page.evaluate(`globalThis.marked ?? null`)) as { before: number } | null;
    if (found) {
      const session = await page.createCDPSession();
      await session.send('Performance.enable');
      const { metrics } = await session.send('Performance.getMetrics');
      // NavigationStart is on the trace's clock, in seconds; performance.now() counts from it.
      const begun = metrics.find(({ name }) => name === 'NavigationStart')!.value;
      return { marked: found, offset: begun * 1000 };
    }
  }
  return { marked: null, offset: 0 };
}

/** From document_idle to marks in view, with the background awake and asleep. */
export async function idleRows(stage: Stage): Promise<Row[]> {
  await stage.turn(true);
  const rows: Row[] = [];
  for (const [name, address] of Object.entries({
    'a short page': stage.site.made('small'),
    '100 kB': stage.site.made('medium'),
    '1 MB': stage.site.made('1mb'),
  })) {
    const awake: number[] = [];
    const asleep: number[] = [];
    await once(stage, address);
    for (let round = 0; round < ROUNDS; round++) {
      await stage.wake();
      const warm = await once(stage, address);
      if (warm !== null) awake.push(warm);
      await stage.sleep();
      const cold = await once(stage, address);
      if (cold !== null) asleep.push(cold);
    }
    rows.push(
      spread(`document_idle to marks in view, ${name}, background awake`, awake, 'ms', 60),
      spread(`document_idle to marks in view, ${name}, background asleep`, asleep, 'ms', 200),
    );
  }
  return rows;
}
