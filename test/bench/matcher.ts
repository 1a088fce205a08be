import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { requireBrowsers } from '../setup/browsers.mjs';
import { bundled } from './bundle';
import type { Matching, Opening } from './in-matcher';
import { median, type Row, row } from './table';

/** Entities in the library. */
const SIZES = [60, 1_000, 10_000, 100_000];
const ROUNDS = 7;

/** Saved pages of real sites, where they stand beside the project. */
const SAVED = new URL('../../../shared/data/pages/', import.meta.url);
const SAVED_MOST = 16;

/** A page of news as sites build them: headlines with links, short paragraphs with inline elements. */
function madePage(): string {
  const names = [
    'Shigeru Ishiba',
    'Ryosei Akazawa',
    'Donald Trump',
    'George Glass',
    'Marta Ilves',
    'Henrik Sand',
  ];
  const items: string[] = [];
  for (let i = 0; i < 240; i++) {
    const [one, other] = [names[i % names.length], names[(i * 5 + 1) % names.length]];
    items.push(`<li><a href="#${i}">${one} hears the Harbour Board</a> <time>${i % 24}:05</time>
<p>On <em>Friday</em> ${one} met ${other} for <a href="#q">the second round</a> of talks about grain, steel and the
price of ferries; <b>the clerks</b> counted every rope twice, as Nordhaven Shipping had asked them to in March.</p></li>`);
  }
  return `<!doctype html><html lang="en"><title>Made news</title><body><ul>${items.join('\n')}</ul></body></html>`;
}

function pages(): [kind: string, html: string[]][] {
  const saved = existsSync(SAVED) ? readdirSync(SAVED).sort().slice(0, SAVED_MOST) : [];
  const html = saved.map((name) => gunzipSync(readFileSync(new URL(name, SAVED))).toString('utf8'));
  return [
    ['a made page', [madePage()]],
    ...(saved.length > 0 ? [[`${saved.length} saved pages`, html] as [string, string[]]] : []),
  ];
}

/**
 * What matching and spotting cost in the background for a page, as multiples of a TreeWalker that only reads each text
 * node's length, for libraries of 60 to 100,000 names; in Chromium, warm, medians over pages; and what it costs to open
 * what spotting needs of a library, and a page of many chunks. `corpusFile` is the
 * bundled corpus, which every library holds too.
 */
export async function matcherCosts(corpusFile: URL): Promise<Row[]> {
  const corpus = readFileSync(corpusFile, 'utf8');
  const script = await bundled('./in-matcher.ts');
  const { chromium } = requireBrowsers(['chromium']);
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: chromium,
    protocolTimeout: 300_000,
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      /^(?:data|about):/.test(request.url()) ? request.continue() : request.abort(),
    );
    const openings = (await page.evaluate(
      `${script}; globalThis.bench = bench; bench.prepare(${corpus}, ${JSON.stringify(SIZES)})`,
    )) as Opening[];
    const rows = openings.map(opened);
    for (const [kind, all] of pages()) {
      const costs: Matching[] = [];
      for (const html of all)
        costs.push((await page.evaluate(`bench.matching(${JSON.stringify(html)}, ${ROUNDS})`)) as Matching);
      rows.push(...rowsOf(kind, costs));
    }
    const [few, many] = [
      await page.evaluate('bench.inChunks(20)'),
      await page.evaluate('bench.inChunks(80)'),
    ];
    rows.push(
      row(
        'spotting a page of 80 chunks full of names, over four times one of 20',
        Number(many) / 4 / Number(few),
        '×',
        1.25,
      ),
    );
    return rows;
  } finally {
    await browser.close();
  }
}

const opened = ({ size, bytes, first, later }: Opening): Row =>
  row(
    `opening the image of ${size.toLocaleString('en')} names (${(bytes / 1e6).toFixed(2)} MB) for the first time; later ${later.toFixed(2)} ms`,
    first,
    'ms',
    15,
  );

function rowsOf(kind: string, costs: readonly Matching[]): Row[] {
  const middle = (of: (costs: Matching) => number) => median(costs.map(of));
  const perUnit = (of: (costs: Matching) => number) => middle((it) => (of(it) * 1e6) / it.units);
  const rows = SIZES.flatMap((size, i) => [
    row(
      `${kind}, ${size.toLocaleString('en')} names: matching, over the limit`,
      middle((it) => it.sizes[i]!.match / it.limit),
      '×',
      2.2,
    ),
    row(
      `${kind}, ${size.toLocaleString('en')} names: spotting as a whole, over the limit`,
      middle((it) => it.sizes[i]!.spot / it.limit),
      '×',
      null,
    ),
  ]);
  const last = SIZES.length - 1;
  return [
    row(
      `${kind}: the limit`,
      perUnit((it) => it.limit),
      'ns/unit',
      null,
    ),
    row(
      `${kind}: matching with ${SIZES[0]} names`,
      perUnit((it) => it.sizes[0]!.match),
      'ns/unit',
      null,
    ),
    ...rows,
    row(
      `${kind}: matching with ${SIZES[last]!.toLocaleString('en')} names, over ${SIZES[0]}`,
      middle((it) => it.sizes[last]!.match / it.sizes[0]!.match),
      '×',
      1.25,
    ),
  ];
}
