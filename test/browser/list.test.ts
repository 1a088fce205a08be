import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ArticlesOrder, ArticlesQuery, ListedArticle } from '../../src/browser/library/messages';
import { fresh, madeBundle, madePairs } from './library';

vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../src/browser/library/join', () => import('./toy-join'));
const shipped = madeBundle(madePairs(2, 2));
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { addArticles, eraseAll, restore } = await import('../../src/browser/library/change');
const { closeLibrary, reading } = await import('../../src/browser/library/database');
const { daysOf, listBundled, listOwn, outletsOf } = await import('../../src/browser/library/list');
const { pageAmong } = await import('../../src/browser/library/listed');
const { sourceRow } = await import('../../src/browser/library/rows');

const pairs = madePairs(60).map(({ article, reading: read }, i) => {
  const published = i % 7 ? article.published : { date: null, basis: 'none' as const };
  const { publisher, ...rest } = article;
  const named = i % 5 ? { publisher } : {};
  const origin = i % 3 ? ('imported' as const) : ('saved' as const);
  return { article: { ...rest, ...named, published, origin }, reading: read };
});
const rows = [
  ...shipped.stored,
  ...pairs.map(({ article, reading: read }, i) => ({
    article: { article, added: 1_000 + Math.floor(i / 20) },
    reading: { version: 1, reading: read },
  })),
].map(({ article, reading: read }) =>
  sourceRow({ article: article.article, reading: read.reading }, article.added),
);

beforeAll(async () => {
  await fresh(closeLibrary);
  for (const at of [0, 20, 40]) {
    vi.spyOn(Date, 'now').mockReturnValue(1_000 + at / 20);
    await addArticles(pairs.slice(at, at + 20));
  }
});

const outlets = [...new Set(rows.map(({ publisher }) => publisher))];
const words = [...new Set(rows.flatMap(({ title }) => title.split(' ')))].slice(0, 30);
const query = fc.record<ArticlesQuery>(
  {
    order: fc.constantFrom<ArticlesOrder>('date', 'added', 'title', 'outlet', 'size', 'origin'),
    reversed: fc.boolean(),
    origins: fc
      .subarray(['bundled', 'saved', 'imported', 'feed'] as const, { minLength: 1 })
      .map((one) => [...one]),
    outlet: fc.constantFrom(...outlets),
    words: fc.constantFrom('', ...words, ...words.map((word) => word.slice(0, 3).toUpperCase())),
    limit: fc.integer({ min: 1, max: 30 }),
  },
  { requiredKeys: [] },
);

describe('the list of articles', () => {
  it('comes in pages that are, one after the other, the sorted and filtered whole', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (asked) => {
        const { articles: whole } = pageAmong(rows, { ...asked, limit: 200 });
        const paged: ListedArticle[] = [];
        for (let after: string | undefined; ; ) {
          const page = (await listOwn({ ...asked, ...(after ? { after } : {}) }))!;
          paged.push(...page.articles);
          if (page.next === null) break;
          expect(page.articles.length).toBe(asked.limit ?? 50);
          after = page.next;
        }
        expect(paged).toEqual(whole);
      }),
      { numRuns: 120 },
    );
  });

  it('tells the days that it covers and every outlet once', async () => {
    const days = rows
      .map(({ published }) => published.date)
      .filter((day) => day !== null)
      .sort();
    expect(await reading(['sources'], daysOf)).toEqual({ from: days[0], to: days.at(-1) });
    expect((await reading(['sources'], outletsOf)).sort()).toEqual(
      outlets.filter((one) => one !== null).sort(),
    );
  });

  it('is that of the bundled articles where nothing is the reader’s own, and while all is erased', async () => {
    expect((await listBundled({})).articles.map(({ articleId }) => articleId).sort()).toEqual(
      [...shipped.ids].sort(),
    );
    const { undo } = await eraseAll();
    expect(await listOwn({})).toBeNull();
    await restore(undo);
    expect((await listOwn({ limit: 200 }))!.articles).toHaveLength(rows.length);
  });
});
