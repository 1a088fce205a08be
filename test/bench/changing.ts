import type { Page } from 'puppeteer-core';
import type { Stage } from './browser';
import { bundled } from './bundle';
import { Meter, wait } from './meter';
import { median, type Row, row, spread } from './table';
import { isWithin, ofOrigin, traced } from './trace';

const WINDOW = 1_500;
const ROUNDS = 6;

/** Milliseconds of main thread a second, over a window. */
async function perSecond(meter: Meter): Promise<number> {
  const begun = performance.now();
  const { total } = await meter.spent(async () => {}, WINDOW);
  return (total * 1000) / (performance.now() - begun);
}

/** The plain way to follow a page, and the least it can cost: its text is gathered anew after each change. */
async function rescanning(page: Page, script: string): Promise<void> {
  await page.evaluate(`${script};
    globalThis.naive = new MutationObserver(() => bench.gathered());
    naive.observe(document, { childList: true, characterData: true, subtree: true });`);
}

/** Our scripts' share, in milliseconds a second, from a trace; the page has no microtasks of its own. */
async function scriptsPerSecond(stage: Stage, page: Page): Promise<number> {
  const slices = await traced(page, () => wait(WINDOW));
  const own = ofOrigin(slices, stage.origin);
  const microtasks = slices.filter(({ name }) => name === 'RunMicrotasks');
  const outer = new Set([...own, ...microtasks]);
  const all = [...outer].filter(({ within }) => within === null || !isWithin(within, outer));
  return (all.reduce((sum, { spent }) => sum + spent, 0) * 1000) / WINDOW;
}

/** What following a page costs to which 200 elements a second are added. */
export async function changingRows(stage: Stage): Promise<Row[]> {
  const script = await bundled('./in-page.ts');
  await stage.turn(true);
  const page = await stage.open(stage.site.made('changing'));
  try {
    const meter = await Meter.of(page);
    await wait(1_500);
    const added: number[] = [];
    const alone: number[] = [];
    const scripts = [await scriptsPerSecond(stage, page), await scriptsPerSecond(stage, page)];
    const measured = async (enabled: boolean) => {
      await stage.turn(enabled);
      await wait(400);
      return perSecond(meter);
    };
    for (let round = 0; round < ROUNDS; round++) {
      // The page grows meanwhile: each of the two goes first as often as the other.
      const first = round % 2 === 0;
      const one = await measured(first);
      const other = await measured(!first);
      added.push(first ? one - other : other - one);
      alone.push(first ? other : one);
    }
    await stage.turn(false);
    await rescanning(page, script);
    await wait(300);
    const naive = (await perSecond(meter)) - median(alone);
    return [
      spread('200 elements a second: the page alone', alone, 'ms/s', null),
      spread('200 elements a second: our scripts', scripts, 'ms/s', null),
      spread('200 elements a second: all that we add, marks drawn (noisy)', added, 'ms/s', null),
      row('200 elements a second: gathering everything after each change', naive, 'ms/s', null),
      spread(
        'our scripts, of gathering everything',
        scripts.map((ms) => (100 * ms) / naive),
        '%',
        2,
      ),
      spread(
        'all that we add, of gathering everything (noisy)',
        added.map((ms) => (100 * ms) / naive),
        '%',
        null,
      ),
    ];
  } finally {
    await page.close();
  }
}
