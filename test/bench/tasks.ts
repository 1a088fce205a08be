import type { Stage } from './browser';
import { Meter, wait } from './meter';
import { savedNames } from './site';
import { type Row, spread } from './table';
import { tasksOf, traced } from './trace';

const AIM = 10;

/** The longest task from switching on to rest, in a fresh page that stands still otherwise, the first time and again. */
async function longest(stage: Stage, address: string): Promise<{ first: number; again: number }> {
  await stage.turn(false);
  const page = await stage.open(address);
  try {
    const meter = await Meter.of(page);
    await meter.settle();
    const most = async () => {
      const slices = await traced(page, async () => {
        await wait(30);
        await stage.turn(true);
        await meter.settle();
      });
      return Math.max(0, ...tasksOf(slices).map(({ spent }) => spent));
    };
    const first = await most();
    const again: number[] = [];
    for (let i = 0; i < 2; i++) {
      await stage.turn(false);
      await meter.settle();
      again.push(await most());
    }
    return { first, again: Math.min(...again) };
  } finally {
    await page.close();
  }
}

/** The longest task that we add to a page. */
export async function taskRows(stage: Stage): Promise<Row[]> {
  const rows: Row[] = [];
  const add = (what: string, all: { first: number; again: number }[]) =>
    rows.push(
      spread(
        `longest task, ${what}, first time`,
        all.map(({ first }) => first),
        'ms',
        AIM,
        Math.max,
      ),
      spread(
        `longest task, ${what}, again`,
        all.map(({ again }) => again),
        'ms',
        AIM,
        Math.max,
      ),
    );
  for (const name of ['1mb', '5mb', 'nodes']) add(name, [await longest(stage, stage.site.made(name))]);
  const saved: { first: number; again: number }[] = [];
  const names = savedNames();
  for (const [i, name] of names.entries())
    if (i % 4 === 2) saved.push(await longest(stage, stage.site.saved(name)));
  if (saved.length > 0) add(`${saved.length} saved pages, the longest of all`, saved);
  return rows;
}
