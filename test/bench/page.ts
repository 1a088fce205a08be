import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { startSite } from '../e2e/site';
import { requireBrowsers } from '../setup/browsers.mjs';
import { bundled } from './bundle';
import { type Row, row } from './table';

const PAGES = ['news.html', 'long.html?kb=1000'];
const ROUNDS = 15;

interface Costs {
  limit: number;
  gather: number;
  spot: number;
  length: number;
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
  const rows: Row[] = [];
  try {
    for (const name of PAGES) {
      const page = await browser.newPage();
      await page.goto(site.url(name));
      await page.evaluate(`${script}; globalThis.bench = bench;`);
      const costs = (await page.evaluate(`bench.costs(${corpus}, ${ROUNDS})`)) as Costs;
      const size = `${Math.round(costs.length / 1000)} k characters`;
      rows.push(
        row(`${name} (${size}): the limit`, costs.limit * 1000, 'µs', null),
        row(`${name}: gathering the text, over the limit`, costs.gather / costs.limit, '×', 1.6),
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
  } finally {
    await browser.close();
    site.close();
  }
  return rows;
}
