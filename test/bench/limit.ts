import type { Stage } from './browser';
import { less, Meter, type Spent, wait } from './meter';
import { savedNames } from './site';
import { median, type Row, spread } from './table';

/** A page is switched on so often before it is measured warm, and then so often measured. */
const WARMING = 10;
const ROUNDS = 5;
/** So many of the saved pages, from small to large. */
const SAVED_MOST = 8;
/** A saved page with fewer text nodes is a test of something else than a page to read. */
const LEAST_TEXT = 2_000;
/** One measurement of the limit takes so many milliseconds at least. */
const LONG_ENOUGH = 12;
/** What comes first is waited for so long, in milliseconds, before it is asked whether that was all. */
const AT_FIRST = 300;

export interface PageCost {
  /** Milliseconds of the least there is to do: walking the text nodes and reading their lengths; many times, and once. */
  limit: number;
  limitCold: number;
  /** The first time in a fresh page, without the loading of the script. */
  cold: Spent;
  warm: Spent[];
  /** How many ranges are drawn. */
  drawn: number;
}

const LIMIT = `(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += walker.currentNode.data.length;
  return length;
})`;

/** The limit in the page's own process by the same clock as our costs: the first time, and warm, as the middle of several rounds. */
export async function limitOf(meter: Meter): Promise<{ warm: number; cold: number }> {
  const evaluated = async (expression: string) =>
    (await meter.spent(() => meter.session.send('Runtime.evaluate', { expression }), 0)).total;
  await evaluated('1');
  const idle = await evaluated('2');
  const cold = (await evaluated(`${LIMIT}()`)) - idle;
  const rounds = (runs: number) =>
    evaluated(`{ const limit = ${LIMIT}; for (let i = 0; i < ${runs}; i++) limit(); }`);
  let runs = 1;
  while (runs < 1e5 && (await rounds(runs)) - idle < LONG_ENOUGH) runs *= 3;
  const times: number[] = [];
  for (let round = 0; round < 5; round++) times.push(((await rounds(runs)) - idle) / runs);
  return { warm: median(times), cold: Math.max(cold, median(times)) };
}

/**
 * What a page costs: it is loaded with the extension off there, stands still, and is then switched on and off again
 * by the reader's own switch. All that its main thread does from the switch to its rest is counted: script, messages,
 * the frame that draws the marks; what the same time costs when nothing happens is taken off.
 */
export async function costOf(stage: Stage, address: string, rounds = ROUNDS): Promise<PageCost> {
  await stage.turn(false);
  const page = await stage.open(address);
  try {
    const meter = await Meter.of(page);
    await meter.settle();
    const limit = await limitOf(meter);
    let took = 0;
    const first = await meter.spent(async () => {
      await stage.turn(true);
      await wait(AT_FIRST);
      took = AT_FIRST + (await meter.settle(1));
    }, 0);
    // The same once more in which nothing happens: looking whether the thread rests costs something too.
    const before = await meter.spent(async () => {
      await wait(AT_FIRST);
      await meter.settle(1);
    }, 0);
    const still = Math.max(90, Math.min(900, took - AT_FIRST / 2));
    const drawn = await page.evaluate(() => CSS.highlights.get('nameplate')?.size ?? 0);
    for (let round = 0; round < WARMING; round++) {
      await stage.turn(false);
      await stage.turn(true);
      await meter.settle(1);
    }
    const nothing = await meter.nothing(still, 3);
    const warm: Spent[] = [];
    for (let round = 0; round < rounds; round++) {
      await stage.turn(false);
      await meter.settle();
      warm.push(less(await meter.spent(() => stage.turn(true), still), nothing));
    }
    return { limit: limit.warm, limitCold: limit.cold, cold: less(first, before), warm, drawn };
  } finally {
    await page.close();
  }
}

const MADE = { small: 'a short page', '1mb': '1 MB', '5mb': '5 MB', nodes: '50,000 nodes' };

/** Some of the saved pages, from the smallest to the largest file. */
export async function someSaved(stage: Stage): Promise<string[]> {
  const sizes = await Promise.all(
    savedNames().map(async (name) => ({
      name,
      size: Number((await fetch(stage.site.saved(name))).headers.get('content-length')),
    })),
  );
  const real = sizes.filter(({ size }) => size > LEAST_TEXT * 4).sort((a, b) => a.size - b.size);
  return Array.from(
    { length: Math.min(SAVED_MOST, real.length) },
    (_, i) => real[Math.floor(((i + 0.5) * real.length) / SAVED_MOST)]!.name,
  );
}

const totals = ({ warm }: PageCost): number[] => warm.map((it) => it.total);
const µs = (ms: number): string => `${Math.round(ms * 1000)} µs`;

/** Main-thread time for a page with its marks drawn, over the limit. */
export async function limitRows(stage: Stage): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, words] of Object.entries(MADE)) {
    const cost = await costOf(stage, stage.site.made(name));
    const ratios = totals(cost).map((ms) => ms / cost.limit);
    rows.push(
      spread(
        `${words}, warm, ${cost.drawn} marks drawn, over the limit (${µs(cost.limit)})`,
        ratios,
        '×',
        1.6,
      ),
      spread(`${words}: that is`, totals(cost), 'ms', null),
      spread(`${words}: the first time (limit ${µs(cost.limitCold)})`, [cost.cold.total], 'ms', null),
    );
  }
  const real: PageCost[] = [];
  for (const name of await someSaved(stage)) real.push(await costOf(stage, stage.site.saved(name), 5));
  if (real.length === 0) return rows;
  const what = `${real.length} saved pages`;
  const ofEach = (of: (cost: PageCost) => number) => real.map(of);
  return [
    ...rows,
    spread(
      `${what}, limit`,
      ofEach((it) => it.limit * 1000),
      'µs',
      null,
    ),
    spread(
      `${what}, warm, over the limit`,
      ofEach((it) => median(totals(it)) / it.limit),
      '×',
      1.6,
    ),
    spread(
      `${what}: that is`,
      ofEach((it) => median(totals(it))),
      'ms',
      null,
    ),
    spread(
      `${what}: the first time`,
      ofEach((it) => it.cold.total),
      'ms',
      5,
    ),
    spread(
      `${what}: the first time, over the limit then`,
      ofEach((it) => it.cold.total / it.limitCold),
      '×',
      4,
    ),
  ];
}
