import type { Page } from 'puppeteer-core';
import type { Stage } from './browser';
import { Meter, wait } from './meter';
import { type Row, spread } from './table';

const WINDOW = 1_500;
const ROUNDS = 7;

/** Main-thread milliseconds a frame of a page that changes in every frame, as it counts them itself. */
async function perFrame(page: Page, meter: Meter): Promise<number> {
  const frames = async () => Number(await page.evaluate('document.documentElement.dataset.frames'));
  const before = await frames();
  const { total } = await meter.spent(async () => {}, WINDOW);
  return total / ((await frames()) - before);
}

/** What marks add to a frame of a changing page: a long page full of names, marks on and off in turn. */
export async function frameRows(stage: Stage): Promise<Row[]> {
  await stage.turn(true);
  const page = await stage.open(stage.site.made('restless'));
  try {
    const meter = await Meter.of(page);
    await wait(2_000);
    const drawn = await page.evaluate(() => CSS.highlights.get('nameplate')?.size ?? 0);
    const added: number[] = [];
    const alone: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await stage.turn(true);
      await wait(700);
      const on = await perFrame(page, meter);
      await stage.turn(false);
      await wait(300);
      const off = await perFrame(page, meter);
      added.push(on - off);
      alone.push(off);
    }
    return [
      spread('a frame of a page that changes in each, alone', alone, 'ms', null),
      spread(`what marks add to such a frame (${drawn} drawn)`, added, 'ms', 1),
    ];
  } finally {
    await page.close();
  }
}
