import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadModel } from '../../src/extract/model';
import { readArticle } from '../../src/extract/read';
import type { Article } from '../../src/extract/types';
import type { Feed } from '../../src/feeds/types';
import { cutAt, unwatch } from './cut';
import { everything, fresh, madeBundle, madePairs } from './library';

const model = loadModel(readFileSync(new URL('../../src/extract/model/reader.bin', import.meta.url)));
vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../src/browser/assets', () => ({ readingModel: async () => model }));
vi.mock('../../src/browser/library/join', () => import('./toy-join'));
const shipped = madeBundle(madePairs(1, 2));
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { correct, eraseAll, forgetRemoved, removeArticles, restore, uncorrect } = await import(
  '../../src/browser/library/change'
);
const { editArticle } = await import('../../src/browser/library/edit');
const { setBrokenAside } = await import('../../src/browser/library/aside');
const { closeLibrary, database, reading, stateOf } = await import('../../src/browser/library/database');
const { takeArticles, untake } = await import('../../src/browser/library/take');
const { addIncoming } = await import('../../src/browser/library/take-in');

/** Of different stories, and short, so that there are few steps. */
const articles = madePairs(12)
  .map(({ article }) => article)
  .filter((one, i, all) => all.findIndex(({ title }) => title === one.title) === i)
  .map((article): Article => ({ ...article, text: article.text.slice(0, 250) }));
const [first, second, third] = articles as [Article, Article, Article];
const later = { ...first, text: `${first.text}\nThe talks went on into the night.` };
const read = (article: Article) => readArticle(article, model);
const take = (...some: Article[]) =>
  takeArticles(
    some.map((article) => ({ article })),
    read,
  );
const feed = { id: 'https://courier.example/feed', hosts: ['courier.example'], articles: [] as string[] };
const called = { say: 'called', a: { kind: 'person', name: 'A' }, name: 'B' } as const;

/** The change, killed at every one of its steps: each time the library is as before; and then once without. Gives the steps. */
async function killedEverywhere(change: () => Promise<unknown>): Promise<number> {
  const before = await everything();
  for (let at = 0; ; at++) {
    const isCut = cutAt('readwrite', at);
    const done = await change().then(
      () => true,
      () => false,
    );
    unwatch();
    if (!isCut()) {
      expect(done).toBe(true);
      return at;
    }
    expect(done).toBe(false);
    await closeLibrary();
    expect(await everything(), `killed at step ${at}`).toEqual(before);
  }
}

beforeEach(async () => {
  await fresh(closeLibrary);
  vi.spyOn(Date, 'now').mockReturnValue(1_000);
  await (await database()).put('feeds', feed, feed.id);
});
afterEach(unwatch);

describe('killed at every step, the library is as before or as after', () => {
  it('while the first article comes in, and goes', async () => {
    const before = await everything(['meta', 'images', 'trash']);
    expect(await killedEverywhere(() => take(first))).toBeGreaterThan(50);
    await killedEverywhere(() => removeArticles([first.id]));
    const { generation } = await reading(['meta'], stateOf);
    await killedEverywhere(() => restore({ removal: generation }));
    await killedEverywhere(() => untake({ added: [first.id], replaced: null }));
    expect(Object.keys(await everything(['meta', 'images', 'trash']))).toEqual(Object.keys(before));
  });

  it('while a batch of an import comes in with others in an older one’s place, and is taken back', async () => {
    await take(first);
    const before = await everything(['meta', 'images']);
    const batch = { run: 'one', number: 0, since: 0 };
    const sent = () =>
      takeArticles([{ article: later }, { article: second }], read, { corrections: [called], batch });
    await killedEverywhere(sent);
    const { undo, taken } = await sent();
    expect(taken.map(({ was }) => was)).toEqual(['updated', 'new']);
    await killedEverywhere(() => untake(undo!));
    expect(await everything(['meta', 'images'])).toEqual(before);
  });

  it('while a feed’s article comes in, which the feed notes in the same step or not at all', async () => {
    const note = (known: Feed, added: readonly string[]) => ({ ...known, articles: [...added] });
    await killedEverywhere(() => takeArticles([{ article: first }], read, { feed: { id: feed.id, note } }));
    expect((await everything()).feeds).toEqual([[feed.id, { ...feed, articles: [first.id] }]]);
  });

  it('while something is put right, and that is taken back', async () => {
    await take(first);
    const before = await everything(['meta', 'images']);
    await killedEverywhere(() => editArticle({ articleId: first.id, publisher: 'The Courier' }));
    await killedEverywhere(() => correct(called));
    const key = (await everything()).corrections![0]![0] as number;
    await killedEverywhere(() => uncorrect(key));
    const { generation } = await reading(['meta'], stateOf);
    await untake({ added: [], replaced: { generation: generation - 2, count: 1 } });
    expect(await everything(['meta', 'images'])).toEqual(before);
  });

  it('while everything is erased, brought back, erased again and gone for good', async () => {
    await take(first, second);
    const before = await everything(['meta']);
    await killedEverywhere(eraseAll);
    expect((await everything()).feeds).toEqual([]);
    await killedEverywhere(() => restore('erasure'));
    expect(await everything(['meta'])).toEqual(before);
    await eraseAll();
    await killedEverywhere(() => take(third));
    await eraseAll();
    await killedEverywhere(forgetRemoved);
    expect(Object.values(await everything(['meta', 'images'])).flat()).toEqual([]);
  });

  it('while what an earlier version kept is taken in, and what is broken is set aside', async () => {
    await (await database()).put('incoming', { article: first, reading: read(first) }, first.id);
    await killedEverywhere(() => addIncoming(5));
    const db = await database();
    await db.put('articles', { article: { ...first, text: 3 as never }, added: 1_000 }, first.id);
    await killedEverywhere(() => setBrokenAside([first.id]));
    expect((await everything()).aside).toHaveLength(1);
  });
});
