import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Corpus } from '../../src/corpus/types';
import type { Stage } from './browser';
import { madeLibrary } from './library';
import { limitOf, someSaved } from './limit';
import { Meter } from './meter';
import { type Row, row } from './table';

const SCRIPT = createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js');

/** What mark.js, which wraps each name in an element of its own, costs on a page: main-thread milliseconds and the limit's. */
async function costOfPeer(
  stage: Stage,
  address: string,
  names: string[],
): Promise<{ ms: number; limit: number }> {
  const page = await stage.open(address);
  try {
    const meter = await Meter.of(page);
    await meter.settle();
    const { warm } = await limitOf(meter);
    await page.evaluate(readFileSync(SCRIPT, 'utf8'));
    const options = { accuracy: 'exactly', separateWordSearch: false, caseSensitive: true };
    // It recurses name by name, and a thousand at once are too deep for it.
    const marking = `(() => {
      const names = ${JSON.stringify(names)};
      for (let i = 0; i < names.length; i += 100)
        new Mark(document.body).mark(names.slice(i, i + 100), ${JSON.stringify(options)});
    })()`;
    const spent = await meter.spent(() => page.evaluate(marking));
    return { ms: spent.total, limit: warm };
  } finally {
    await page.close();
  }
}

/** mark.js beside us: 60 names over made and saved pages, 1,000 on a short page. */
export async function peerRows(stage: Stage, corpusFile: URL): Promise<Row[]> {
  await stage.turn(false);
  const base: Corpus = JSON.parse(readFileSync(corpusFile, 'utf8'));
  const names = (size: number) => madeLibrary(base, size).entities.map(({ name }) => name);
  const some = await someSaved(stage);
  const saved = some[some.length >> 1];
  const cases: [what: string, address: string, size: number][] = [
    ['a short page', stage.site.made('small'), 60],
    ['a short page', stage.site.made('small'), 1_000],
    ...(saved !== undefined
      ? [['a saved page', stage.site.saved(saved), 60] as [string, string, number]]
      : []),
    ['100 kB', stage.site.made('medium'), 60],
  ];
  const rows: Row[] = [];
  for (const [what, address, size] of cases) {
    const { ms, limit } = await costOfPeer(stage, address, names(size));
    rows.push(
      row(`mark.js, ${size.toLocaleString('en')} names, ${what}, over the limit`, ms / limit, '×', null),
      row(`mark.js, ${size.toLocaleString('en')} names, ${what}: that is`, ms, 'ms', null),
    );
  }
  return rows;
}
