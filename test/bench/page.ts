import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import puppeteer, { type Page } from 'puppeteer-core';
import { startSite } from '../e2e/site';
import { requireBrowsers } from '../setup/browsers.mjs';
import { bundled } from './bundle';
import { median, type Row, row } from './table';

const PAGES = ['news.html', 'long.html?kb=1000'];
const ROUNDS = 15;

interface Costs {
  limit: number;
  gather: number;
  shadows: number;
  spot: number;
  length: number;
}

/** Saved pages of real sites, where they stand beside the project; scripts and requests are off. */
const SAVED = new URL('../../../shared/data/pages/', import.meta.url);
const SAVED_MOST = 20;

/** The costs of real saved pages, as medians over the pages; no rows where none are at hand. */
async function savedPages(page: Page, measure: (page: Page) => Promise<Costs>): Promise<Row[]> {
  if (!existsSync(SAVED)) return [];
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => (request.url().startsWith('data:') ? request.continue() : request.abort()));
  const all: Costs[] = [];
  for (const name of readdirSync(SAVED).sort().slice(0, SAVED_MOST)) {
    const html = gunzipSync(readFileSync(new URL(name, SAVED))).toString('utf8');
    await page.setContent(html, { waitUntil: 'domcontentloaded' });
    all.push(await measure(page));
  }
  const middle = (of: (costs: Costs) => number) => median(all.map(of));
  return [
    row(`${all.length} saved pages, median: the limit`, middle((it) => it.limit) * 1000, 'µs', null),
    row(
      'saved pages: gathering the text, over the limit',
      middle((it) => it.gather / it.limit),
      '×',
      1.6,
    ),
    row(
      'saved pages: spotting and linking (background), over the limit',
      middle((it) => it.spot / it.limit),
      '×',
      null,
    ),
  ];
}

/** What a page pays, as multiples of the limit: a TreeWalker that only reads each text node's length. */
export async function pageCosts(corpusFile: URL): Promise<Row[]> {
  const corpus = readFileSync(corpusFile, 'utf8');
  const script = await bundled('./in-page.ts');
  const { chromium } = requireBrowsers(['chromium']);
  const site = await startSite();
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: chromium,
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
  });
  const measure = async (page: Page) => {
    await page.evaluate(`${script}; globalThis.bench = bench;`);
    return (await page.evaluate(`bench.costs(${corpus}, ${ROUNDS})`)) as Costs;
  };
  const rows: Row[] = [];
  try {
    for (const name of PAGES) {
      const page = await browser.newPage();
      await page.goto(site.url(name));
      const costs = await measure(page);
      const size = `${Math.round(costs.length / 1000)} k characters`;
      rows.push(
        row(`${name} (${size}): the limit`, costs.limit * 1000, 'µs', null),
        row(`${name}: gathering the text, over the limit`, costs.gather / costs.limit, '×', 1.6),
        row(
          `${name}: looking for shadow trees after the marks, over the limit`,
          costs.shadows / costs.limit,
          '×',
          null,
        ),
        row(
          `${name}: spotting and linking (background), over the limit`,
          costs.spot / costs.limit,
          '×',
          null,
        ),
        row(`${name}: spotting and linking`, costs.length / 1000 / costs.spot, 'k characters/ms', null),
      );
      await page.close();
    }
    rows.push(...(await savedPages(await browser.newPage(), measure)));
  } finally {
    await browser.close();
    site.close();
  }
  return rows;
}
