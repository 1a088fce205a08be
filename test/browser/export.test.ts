import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Incoming } from '../../src/browser/library/messages';
import { loadModel } from '../../src/extract/model';
import { readArticle } from '../../src/extract/read';
import type { Article } from '../../src/extract/types';
import { madeArticles } from '../grammar/articles';
import { madeBundle, madePairs } from './library';

vi.mock('wxt/browser', () => ({ browser: {} }));
const bundled = madePairs(2, 2);
const shipped = madeBundle(bundled);
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { takeArticles } = await import('../../src/browser/library/take');
const { eraseAll } = await import('../../src/browser/library/change');
const { addedOf, keptAfter } = await import('../../src/browser/library/kept');
const { closeLibrary } = await import('../../src/browser/library/database');
const { exportArticles } = await import('../../src/browser/export');
const { importFiles } = await import('../../src/browser/import/run');

const model = loadModel(readFileSync(new URL('../../src/extract/model/reader.bin', import.meta.url)));
const take = (batch: Incoming[]) => takeArticles(batch, (article) => readArticle(article, model));
const kept = async (after: string | null) => {
  const pairs = await keptAfter(after, 7);
  const added = await addedOf(pairs.map(({ article }) => article.id));
  return pairs.map(({ article, reading }) => ({ article, reading, added: added.get(article.id)! }));
};
const given = async (kind: 'lines' | 'pack', only: ReadonlySet<string> | null = null) => {
  const { name, blob, articles } = await exportArticles(kind, only, kept);
  return { name, articles, text: await blob.text() };
};
const bring = (name: string, text: string) =>
  importFiles(
    [new File([text], name)],
    async (batch) => take(batch),
    () => {},
    new AbortController().signal,
  );

/** Saved, imported and from a feed, with all that an article can have. */
const articles: Article[] = [...madeArticles(23)].map((article, i) => ({
  ...article,
  origin: (['saved', 'imported', 'feed'] as const)[i % 3]!,
  ...(i % 2 ? { author: 'Mina Sato', from: { author: 'meta', url: 'link' } as const } : {}),
}));

beforeEach(async () => {
  await closeLibrary();
  globalThis.indexedDB = new IDBFactory();
  let now = 1_000;
  vi.spyOn(Date, 'now').mockImplementation(() => ++now);
  await take(articles.slice(0, 15).map((article) => ({ article })));
  await take(articles.slice(15).map((article) => ({ article })));
});

describe('what is exported', () => {
  it.each(['lines', 'pack'] as const)(
    'as %s, erased and imported again is the same, byte for byte',
    async (kind) => {
      const before = await given(kind);
      expect(before.articles).toBe(23);
      await eraseAll();
      expect((await given(kind)).articles).toBe(0);
      const report = await bring(before.name, before.text);
      expect(report).toMatchObject({ is: 'done', added: 23, updated: 0, same: 0, problems: [] });
      // not by `toBe`, whose message would be megabytes
      expect((await given(kind)).text === before.text).toBe(true);
    },
  );

  it('is the same article when it is imported beside itself', async () => {
    const { name, text } = await given('lines');
    expect(await bring(name, text)).toMatchObject({ added: 0, updated: 0, same: 23 });
    expect((await given('lines')).text === text).toBe(true);
  });

  it('may be a selection', async () => {
    const only = new Set([articles[2]!.id, articles[20]!.id]);
    const { text, articles: count } = await given('lines', only);
    expect(count).toBe(2);
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).article.id)
        .sort(),
    ).toEqual([...only].sort());
    expect(JSON.parse((await given('pack', only)).text).articles).toHaveLength(2);
  });

  it('never has what came along with Nameplate', async () => {
    expect((await given('lines')).text).not.toContain(`"id":"${bundled[0]!.article.id}"`);
  });
});
