import type { Page } from 'puppeteer-core';
import { madeNames } from '../e2e/site';
import type { Stage } from './browser';
import { wait } from './meter';
import { median, type Row } from './table';

/** How often each kind of name is tried; `BENCH_TRIALS=200` tries longer. */
const TRIALS = Number(process.env.BENCH_TRIALS ?? 40);
/** As long as the page watches itself after it has planted names, in milliseconds. */
const WATCHED = 300;
/** Names that are planted at once. */
const PLANTED = [40, 2_000];

/** Names that the library knows, names that nobody knows, and others of those, to see what chance alone makes. */
type Group = 'known' | 'unknown' | 'others';
const GROUPS: readonly Group[] = ['known', 'unknown', 'others'];

/** What a page's own script can find out by the clock, in milliseconds. */
interface Trial {
  /** All that its event loop was held up. */
  held: number;
  /** The longest of it. */
  longest: number;
  /** The longest time between two frames. */
  frame: number;
}
const MEASURES: Record<keyof Trial, string> = {
  held: 'the event loop held up in all',
  longest: 'its longest gap',
  frame: 'the longest frame',
};

/**
 * Whether a page can tell names that only the library knows from names that nobody knows by what it can time: a script that
 * plants the name so often and watches its own event loop (a `MessageChannel` that answers itself) and frames; and the same while the
 * pointer goes over names. Judged is the chance that a trial with known names takes longer than one with others (0.5 is
 * none; the area under the ROC curve), by the rank test of Mann and Whitney (1947).
 */
export async function secrecyRows(stage: Stage): Promise<Row[]> {
  await stage.ask({
    type: 'take',
    articles: [{ article: CAST }],
    corrections: [],
    batch: { run: 'secrecy', number: 0, since: 0 },
    last: true,
  });
  const page = await stage.open(stage.site.made('small'));
  try {
    await wait(1_500);
    // what the compiler here wraps inner functions in
    await page.evaluate('globalThis.__name = (it) => it');
    await page.evaluate(watching);
    const rows: Row[] = [];
    for (const planted of PLANTED)
      rows.push(
        ...judged(`${planted} names planted`, await tried((group) => plant(page, namesOf(group, planted)))),
      );
    rows.push(
      ...judged('the pointer over ten names', await tried((group) => pointed(page, namesOf(group, 10)))),
    );
    return rows;
  } finally {
    await page.close();
  }
}

const CAST = {
  id: 'cast',
  title: 'Every captain was heard',
  text: madeNames('known')
    .map((name, i) => `${name}, a captain from the quay, said on Tuesday that boat ${i + 1} was mended.`)
    .join('\n\n'),
  published: { date: '2025-05-06', basis: 'stated' },
  origin: 'imported',
};

/** So many names of a group; others are the unknown ones with their letters moved on. */
function namesOf(group: Group, count: number): string[] {
  const names = madeNames(group === 'known' ? 'known' : 'unknown').map((name) =>
    group === 'others' ? name.replace(/(\S\S)(\S*)$/, (_, a: string, b: string) => turned(b, a)) : name,
  );
  return Array.from({ length: count }, (_, i) => names[i % names.length]!);
}
const turned = (end: string, begin: string): string =>
  end.charAt(0).toUpperCase() + end.slice(1) + begin.toLowerCase();

/** The trials of every group, in an order drawn by a fixed lot, so that nothing that changes with time tells them apart. */
async function tried(one: (group: Group) => Promise<Trial>): Promise<Record<Group, Trial[]>> {
  const all: Record<Group, Trial[]> = { known: [], unknown: [], others: [] };
  // the first of all is not yet warm
  for (const group of GROUPS) await one(group);
  let lot = 20_261_122;
  for (let i = 0; i < TRIALS; i++) {
    const left = [...GROUPS];
    while (left.length > 0) {
      lot = (Math.imul(lot, 1_664_525) + 1_013_904_223) >>> 0;
      const [group] = left.splice((lot >>> 16) % left.length, 1);
      all[group!].push(await one(group!));
    }
  }
  return all;
}

const plant = (page: Page, names: string[]): Promise<Trial> =>
  page.evaluate(
    (given, watched) => (globalThis as unknown as Watching).plant(given, watched),
    names,
    WATCHED,
  );

async function pointed(page: Page, names: string[]): Promise<Trial> {
  const points = await page.evaluate((given) => (globalThis as unknown as Watching).place(given), names);
  await wait(WATCHED);
  const trial = page.evaluate((watched) => (globalThis as unknown as Watching).watch(watched), 800);
  // never so long on one that a card would open
  for (const [x, y] of points) {
    await page.mouse.move(x, y);
    await wait(30);
  }
  await page.mouse.move(5, 5);
  const told = await trial;
  await page.evaluate(() => (globalThis as unknown as Watching).clear());
  await wait(50);
  return told;
}

interface Watching {
  plant(names: string[], watched: number): Promise<Trial>;
  place(names: string[]): [number, number][];
  watch(watched: number): Promise<Trial>;
  clear(): void;
}

/** What the page has to watch itself with; runs in it. */
function watching(): void {
  const place = document.createElement('div');
  document.body.prepend(place);
  const write = (names: string[]) => {
    for (let i = 0; i < names.length; i += 10) {
      const paragraph = document.createElement('p');
      for (const name of names.slice(i, i + 10)) {
        const part = document.createElement('span');
        part.textContent = name;
        paragraph.append('At noon ', part, ' said so. ');
      }
      place.append(paragraph);
    }
  };
  const watch = (watched: number): Promise<Trial> =>
    new Promise((resolve) => {
      const told: Trial = { held: 0, longest: 0, frame: 0 };
      const begun = performance.now();
      let before = begun;
      let framed = begun;
      let going = true;
      const { port1, port2 } = new MessageChannel();
      const frame = () => {
        const now = performance.now();
        told.frame = Math.max(told.frame, now - framed);
        framed = now;
        if (going) requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
      port1.onmessage = () => {
        const now = performance.now();
        const gap = now - before;
        before = now;
        if (gap > 0.5) told.held += gap;
        told.longest = Math.max(told.longest, gap);
        if (now - begun < watched) return port2.postMessage(0);
        going = false;
        port1.close();
        resolve(told);
      };
      port2.postMessage(0);
    });
  const clear = () => place.replaceChildren();
  Object.assign(globalThis, {
    watch,
    clear,
    place(names: string[]) {
      write(names);
      return [...place.querySelectorAll('span')].map((part) => {
        const box = part.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
      });
    },
    async plant(names: string[], watched: number) {
      write(names);
      // its own layout is not what it wants to know
      place.getBoundingClientRect();
      await new Promise(requestAnimationFrame);
      const told = await watch(watched);
      clear();
      await new Promise((next) => setTimeout(next, 150));
      return told;
    },
  });
}

/** For each measure: the middles, the chance that a known trial takes longer, and how likely chance alone would make that. */
function judged(what: string, trials: Record<Group, Trial[]>): Row[] {
  return (Object.keys(MEASURES) as (keyof Trial)[]).flatMap((measure) => {
    const [known, unknown, others] = GROUPS.map((group) => trials[group].map((one) => one[measure]));
    const told = ranked(known!, [...unknown!, ...others!]);
    const chance = ranked(unknown!, others!);
    return {
      what: `${what}: ${MEASURES[measure]}, known longer than unknown`,
      measured:
        `${told.area.toFixed(2)} (p ${told.p.toFixed(3)}; ${median(known!).toFixed(2)} against ` +
        `${median([...unknown!, ...others!]).toFixed(2)} ms; two unknown sorts ${chance.area.toFixed(2)}, p ${chance.p.toFixed(3)})`,
      aim: '0.5 within chance (p ≥ 0.01)',
      met: told.p >= 0.01,
    };
  });
}

/** The share of pairs in which the first is greater (ties count half), and its two-sided p by the normal approximation with ties. */
function ranked(a: readonly number[], b: readonly number[]): { area: number; p: number } {
  const sorted = [...a.map((x) => ({ x, a: true })), ...b.map((x) => ({ x, a: false }))].sort(
    (one, other) => one.x - other.x,
  );
  let [sum, ties] = [0, 0];
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    while (end < sorted.length && sorted[end]!.x === sorted[i]!.x) end++;
    for (let k = i; k < end; k++) if (sorted[k]!.a) sum += (i + 1 + end) / 2;
    ties += (end - i) ** 3 - (end - i);
    i = end;
  }
  const [m, n] = [a.length, b.length];
  const u = sum - (m * (m + 1)) / 2;
  const deviation = Math.sqrt(((m * n) / 12) * (m + n + 1 - ties / ((m + n) * (m + n - 1))));
  const z = (u - (m * n) / 2) / (deviation || 1);
  return { area: u / (m * n), p: 2 * (1 - normal(Math.abs(z))) };
}

/** The normal distribution function (Abramowitz and Stegun 26.2.17, off by less than 7.5e-8). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - Math.exp((-z * z) / 2) * 0.3989422804 * poly;
}
