import type { Stage } from './browser';
import { Meter, wait } from './meter';
import { median, type Row, spread } from './table';

const PAGES = { blank: 'a blank page', small: 'a short page', '1mb': '1 MB', nodes: '50,000 nodes' };
const ROUNDS = 3;

/** MB of a fresh tab's scripts and of what they hold of the page, after its garbage has been collected. */
async function heldBy(stage: Stage, address: string): Promise<number> {
  const page = await stage.open(address);
  try {
    const meter = await Meter.of(page);
    await meter.settle();
    await wait(300);
    for (let i = 0; i < 3; i++) await meter.session.send('HeapProfiler.collectGarbage');
    const {
      usedSize,
      embedderHeapUsedSize = 0,
      backingStorageSize = 0,
    } = (await meter.session.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      embedderHeapUsedSize?: number;
      backingStorageSize?: number;
    };
    return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
  } finally {
    await page.close();
  }
}

async function heldByAll(stage: Stage): Promise<number[][]> {
  const all: number[][] = [];
  for (const name of Object.keys(PAGES)) {
    const held: number[] = [];
    for (let round = 0; round < ROUNDS; round++) held.push(await heldBy(stage, stage.site.made(name)));
    all.push(held);
  }
  return all;
}

/** What we add to a tab's memory: fresh tabs with the extension and without. */
export async function memoryRows(stage: Stage, folder: string): Promise<Row[]> {
  await stage.uninstall();
  const without = await heldByAll(stage);
  await stage.install(folder);
  await stage.turn(true);
  const held = await heldByAll(stage);
  return Object.values(PAGES).map((what, i) => {
    const base = median(without[i]!);
    return spread(
      `memory added to a tab, ${what} (alone ${base.toFixed(1)} MB)`,
      held[i]!.map((mb) => mb - base),
      'MB',
      0.5,
    );
  });
}
