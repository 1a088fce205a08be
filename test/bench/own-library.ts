import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, ElementHandle, Page } from 'puppeteer-core';
import type { Requests } from '../../src/browser/messages';
import type { Article } from '../../src/extract/types';
import { unpacked } from '../../src/page/own-answer';
import { madeArticles } from '../grammar/articles';
import type { Stage } from './browser';
import { costOf } from './limit';
import { wait } from './meter';
import { median, type Row, row, spread } from './table';

/** How many articles the library has when it is measured; `BENCH_SIZES=100,1000` measures others. */
const SIZES = (process.env.BENCH_SIZES ?? '100,1000,10000').split(',').map(Number);
const STARTS = 7;
const SINGLES = 9;
const CARDS = 100;

const p95 = (...values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!;

/** What is typed: words of the stories, begun words, misspelt ones, several, and what nothing is found for. */
const QUERIES = [
  ...[
    'har',
    'tariff',
    'negotia',
    'lighthouse keeper',
    'flooded villages',
    'price of salmon',
    'ferr',
    'xyzzy',
  ],
  ...[
    'goverment',
    'reservoirs percent full',
    'pipeline parliament',
    'who first noticed',
    'bribery contracts tender',
  ],
  ...[
    'coal',
    'the',
    'a deal with the union',
    'turbines off the coast',
    'vaccin',
    'ceasefire border',
    'central bank rate',
  ],
];

/** What the library's page sends of an import; `number` counts them. */
let number = 0;
const taking = (articles: readonly Article[]) => ({
  type: 'take',
  articles: articles.map((article) => ({ article: { ...article, origin: 'imported' } })),
  corrections: [],
  batch: { run: 'bench', number: number++, since: 0 },
  last: true,
});

/** The content script's own world in a page, from which a card's questions come. */
class ContentWorld {
  private constructor(
    readonly page: Page,
    private readonly session: CDPSession,
    private readonly context: number,
  ) {}

  static async of(stage: Stage): Promise<ContentWorld> {
    const page = await stage.open(stage.site.made('small'));
    const session = await page.createCDPSession();
    const found = new Promise<number>((resolve) => {
      session.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.origin && stage.origin.startsWith(context.origin)) resolve(context.id);
      });
    });
    await session.send('Runtime.enable');
    return new ContentWorld(page, session, await found);
  }

  /** Asks the background; gives the answer and how long it took, in milliseconds. */
  async ask(message: object): Promise<{ ms: number; value: unknown }> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      contextId: this.context,
      expression: `(async () => {
        const begun = performance.now();
        const answer = await chrome.runtime.sendMessage(${JSON.stringify(message)});
        return { ms: performance.now() - begun, ...answer };
      })()`,
      awaitPromise: true,
      returnByValue: true,
    });
    const answer = result.value as { ms: number; ok: boolean; value: unknown; error?: string } | undefined;
    if (!answer?.ok) throw new Error(answer?.error ?? exceptionDetails?.text ?? 'no answer');
    return answer;
  }
}

/** The entities marked in an answer about a text: those that the bundled articles explain, and those of the library alone. */
function marked(value: unknown): string[] {
  const answer = value as Requests['spot']['answer'];
  if (!answer) return [];
  const own = answer.own ? unpacked(answer.own) : [];
  return [...answer.chunks, ...own].flatMap(({ marks }) => marks.map(({ entity }) => entity));
}

/** What the library costs when it has so many articles, and how that came about; `spare` are to be added one by one. */
async function sizeRows(
  stage: Stage,
  articles: readonly Article[],
  spare: readonly Article[],
  how: string,
): Promise<Row[]> {
  const world = await ContentWorld.of(stage);
  const text = articles.at(-1)!.text;
  const starts: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    await stage.sleep();
    starts.push((await world.ask({ type: 'spot', page: `start-${i}`, chunk: 0, text })).ms);
  }

  const entities = new Set<string>();
  const step = Math.max(1, Math.floor(articles.length / 40));
  for (let i = 0; i < articles.length && entities.size < CARDS; i += step)
    for (const id of marked(
      (await world.ask({ type: 'spot', page: `names-${i}`, chunk: 0, text: articles[i]!.text })).value,
    ))
      entities.add(id);
  const cards: number[] = [];
  for (const entity of entities) cards.push((await world.ask({ type: 'dossier', entity })).ms);

  const searches: number[] = [];
  const named = articles.slice(0, 6).map(({ title = '' }) => title.split(' ').slice(0, 3).join(' '));
  // the first of all is not yet warm
  await stage.timed({ type: 'search', query: 'warm' });
  for (const query of [...QUERIES, ...named]) searches.push(await stage.timed({ type: 'search', query }));
  const memory = await stage.memory();

  const singles: number[] = [];
  for (const article of spare) singles.push(await stage.timed(taking([article])));
  await world.page.close();
  const n = `${numberOf(articles)}, ${how}`;
  return [
    spread(`${n}: background asleep → first spans`, starts, 'ms', 150),
    spread(`${n}: card's content, 95th percentile of ${cards.length}`, cards, 'ms', 50, p95),
    spread(`${n}: search, 95th percentile of ${searches.length}`, searches, 'ms', 30, p95),
    row(`${n}: search, the middle`, median(searches), 'ms', null),
    row(`${n}: background memory`, memory, 'MB', 150),
    spread(`${n}: adding one`, singles, 'ms', 100),
  ];
}

const numberOf = ({ length }: readonly Article[]): string => `${length.toLocaleString('en')} articles`;

const jsonLines = (articles: readonly Article[]): string =>
  articles.map(({ origin: _, ...given }) => `${JSON.stringify(given)}\n`).join('');

/** Brings articles in by a file on the library's page; gives how long that took, in seconds. */
async function brought(stage: Stage, articles: readonly Article[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'nameplate-bench-'));
  try {
    const file = join(folder, 'made.jsonl');
    await writeFile(file, jsonLines(articles));
    const page = await stage.open(`${stage.origin}library.html`);
    const input = await page.waitForSelector('input[type=file]');
    const begun = performance.now();
    await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
    await page.waitForSelector('.progress progress');
    // asked again and again: no question to the browser may wait for minutes
    while (await page.$('.progress progress')) await wait(100);
    const seconds = (performance.now() - begun) / 1000;
    await page.close();
    return seconds;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the reader's own library costs by its size, filled by the extension's own import, at once and on the next day. */
export async function libraryRows(stage: Stage, folder: string): Promise<Row[]> {
  const largest = Math.max(...SIZES);
  const all = [...madeArticles(largest + 2 * SINGLES * SIZES.length, 6)];
  const spare = all.splice(largest);
  const page = stage.site.made('1mb');
  const rows: Row[] = [];
  const alone = (await costOf(stage, page, 5)).warm.map(({ total }) => total);
  let filled = 0;
  const tell = (...some: Row[]) => {
    rows.push(...some);
    for (const { what, measured } of some) console.error(`${what}: ${measured}`);
  };
  for (const size of SIZES) {
    const articles = all.slice(0, size);
    const seconds = await brought(stage, articles.slice(filled));
    tell(
      row(`${numberOf(articles)}: import up to here`, (size - filled) / seconds, 'articles/s', 50, '≥'),
      ...(await sizeRows(stage, articles, spare.splice(0, SINGLES), 'just imported')),
    );
    await stage.reopen(folder);
    tell(...(await sizeRows(stage, articles, spare.splice(0, SINGLES), 'browser started anew')));
    filled = size;
    const cost = (await costOf(stage, page, 5)).warm.map(({ total }) => total / median(alone));
    tell(spread(`${numberOf(articles)}: main thread of a page of 1 MB, over that with none`, cost, '×', 1.1));
  }
  return rows;
}
