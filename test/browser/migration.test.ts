import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadModel } from '../../src/extract/model';
import { readArticle } from '../../src/extract/read';
import { READER_VERSION } from '../../src/extract/version';
import type { Feed } from '../../src/feeds/types';
import { cutAt, unwatch } from './cut';
import { broken, type Shape, versionOne, versionTwo } from './earlier';
import { everything, fresh, madeBundle, madePairs } from './library';

const model = loadModel(readFileSync(new URL('../../src/extract/model/reader.bin', import.meta.url)));
vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../src/browser/assets', () => ({ readingModel: async () => model }));
const bundled = madePairs(2, 2);
const shipped = madeBundle(bundled);
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { addArticles, correct, eraseAll, restore } = await import('../../src/browser/library/change');
const { closeLibrary, database, reading, stateOf } = await import('../../src/browser/library/database');
const { VERSION } = await import('../../src/browser/library/schema');
const { editArticle } = await import('../../src/browser/library/edit');
const { libraryState } = await import('../../src/browser/library/state');
const { gatherAnswers } = await import('../../src/browser/saving');
const { takeArticles } = await import('../../src/browser/library/take');
const { addIncoming, takeInEarlier } = await import('../../src/browser/library/take-in');

const pairs = madePairs(30);
const ids = pairs.map(({ article }) => article.id);
const [first, second, third] = ids as [string, string, string];
const byId = pairs.toSorted((a, b) => (a.article.id < b.article.id ? -1 : 1));
const people = pairs.flatMap(({ reading: { entities } }) => entities.filter(({ kind }) => kind === 'person'));
const [one, other] = [...new Set(people.map(({ name }) => name).filter((name) => name.includes(' ')))];
const feed = {
  id: 'https://courier.example/feed',
  hosts: ['courier.example'],
  articles: [first],
} as unknown as Feed;
const read = (article: (typeof pairs)[0]['article']) => readArticle(article, model);

/** All but what tells which changes there were. */
const content = () => everything(['meta', 'images', 'trash']);
const own = async () => (await reading(['meta'], stateOf)).own;
const keys = (rows: [key: IDBValidKey, row: unknown][] | undefined) => rows!.map(([key]) => key);
const rowOf = (rows: [key: IDBValidKey, row: unknown][] | undefined, id: string) =>
  rows!.find(([key]) => key === id)?.[1];

/** A library that was used: articles, one edited, corrections, a feed, a record that was set aside. */
async function used(): Promise<void> {
  await correct({ say: 'called', a: { kind: 'person', name: one! }, name: 'Somebody Quite Else' });
  await correct({ say: 'one', a: { kind: 'person', name: one! }, b: { kind: 'person', name: other! } });
  vi.spyOn(Date, 'now').mockReturnValue(500);
  await addArticles(byId.slice(0, 15));
  vi.spyOn(Date, 'now').mockReturnValue(1_000);
  await addArticles(byId.slice(15));
  await editArticle({ articleId: first, publisher: 'The Reader’s Own', date: '2021-02-03' });
  const db = await database();
  await db.put('feeds', feed, feed.id);
  await db.put('aside', { id: 'x', record: {}, reason: 'broken', found: 1 });
}

/** The same library as version 2, or 3, kept it, and what it must be like with this version. */
async function usedTwo(shape: Shape = '2') {
  await used();
  const wanted = await content();
  const rows = await everything();
  await fresh(closeLibrary);
  await versionTwo(rows, shape);
  return { wanted, rows };
}

/** The upgrade, killed at every one of its steps: each time the earlier library still stands whole. Gives the steps. */
async function upgradeKilledEverywhere(): Promise<number> {
  const before = await everything();
  for (let at = 0; ; at++) {
    const isCut = cutAt('versionchange', at);
    const opened = await database().then(
      () => true,
      () => false,
    );
    unwatch();
    if (!isCut()) {
      expect(opened).toBe(true);
      return at;
    }
    expect(opened).toBe(false);
    expect(await everything(), `killed at step ${at}`).toEqual(before);
  }
}

beforeEach(async () => {
  await fresh(closeLibrary);
  vi.spyOn(Date, 'now').mockReturnValue(1_000);
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({}), persisted: async () => false } });
});
afterEach(unwatch);

describe('the library of version 1', () => {
  it('is taken over whole, in batches, and joined as if it had been added now', async () => {
    await versionOne(ids, pairs);
    expect((await libraryState()).incoming).toBe(30);
    expect(await takeInEarlier()).toBe(true);
    const migrated = await content();
    expect(await own()).toBe(pairs.length);
    await fresh(closeLibrary);
    await addArticles(byId.map((pair) => ({ ...pair, version: 0 })));
    expect(migrated).toEqual(await content());
    expect(await takeInEarlier()).toBe(false);
  });

  it('goes on where it was cut off', async () => {
    await versionOne(ids, pairs);
    expect(await addIncoming(25)).toBe(5);
    await closeLibrary();
    expect(await own()).toBe(25);
    await takeInEarlier();
    expect(await own()).toBe(30);
    expect((await everything()).incoming).toEqual([]);
  });

  it('has its broken records set aside and told, and the others taken in', async () => {
    await versionOne(ids, [pairs[0]!, broken(pairs[1]!), undefined, pairs[3]!]);
    await takeInEarlier();
    const { aside, articles } = await everything();
    expect(keys(aside)).toEqual([second, third].sort());
    expect(rowOf(aside, second)).toMatchObject({
      record: broken(pairs[1]!),
      reason: expect.stringContaining('reading.mentions'),
    });
    expect(keys(articles)).toEqual([first, ids[3]!, ...shipped.ids].sort());
  });
});

describe('the library of version 2', () => {
  it.each([
    ['in its last shape', '2'],
    ['of a build that had fewer indexes', 'early 2'],
    ['that had become one of version 3', '3'],
  ] as const)('%s is made anew with all that the reader gave', async (_, shape) => {
    const { wanted } = await usedTwo(shape);
    expect(await libraryState()).toMatchObject({ mine: true, own: 0, incoming: 30, aside: 1, erased: null });
    expect(await takeInEarlier()).toBe(true);
    expect(await content()).toEqual(wanted);
    expect(await libraryState()).toMatchObject({ own: 30, incoming: 0, aside: 1 });
    const { articles, entities, corrections, readings, feeds } = wanted;
    expect(rowOf(articles, first)).toMatchObject({
      article: { publisher: 'The Reader’s Own', published: { date: '2021-02-03', basis: 'editor' } },
    });
    expect(new Set(articles!.map(([, row]) => (row as { added: number }).added))).toEqual(
      new Set([0, 500, 1_000]),
    );
    expect(new Set(readings!.map(([, row]) => (row as { version: number }).version))).toEqual(
      new Set([READER_VERSION]),
    );
    expect(entities!.map(([, row]) => (row as { name: string }).name)).toContain('Somebody Quite Else');
    expect([corrections!.length, feeds!.length]).toEqual([2, 1]);
    expect(await takeInEarlier()).toBe(false);
  });

  it('goes on where it was cut off, and what was in the middle of coming from version 1 comes too', async () => {
    const { wanted, rows } = await usedTwo();
    await fresh(closeLibrary);
    // of the second its first version waits, of the third only what is still to come
    const waiting = [
      [second, { ...pairs[1]!, article: { ...pairs[1]!.article, title: 'As it was' } }],
      [third, pairs[2]!],
    ] as [string, unknown][];
    const without = (table: string) => rows[table]!.filter(([key]) => key !== third);
    await versionTwo({
      ...rows,
      articles: without('articles'),
      readings: without('readings'),
      incoming: waiting,
    });
    expect(await addIncoming(25)).toBe(5);
    await closeLibrary();
    expect(await own()).toBe(25);
    await takeInEarlier();
    const [now, then] = [await content(), wanted];
    expect(now.entities).toEqual(then.entities);
    expect(now.links).toEqual(then.links);
    expect(rowOf(now.articles, second)).toEqual(rowOf(then.articles, second));
    expect(rowOf(now.articles, third)).toMatchObject({ article: pairs[2]!.article });
    expect(rowOf(now.readings, third)).toMatchObject({ version: 0 });
  });

  it('has its broken records set aside and told, those without an article or a Reading too', async () => {
    const { rows } = await usedTwo();
    await fresh(closeLibrary);
    const spoil = (table: string, id: string, row: unknown) =>
      rows[table]!.filter(([key]) => key !== id).concat(row === undefined ? [] : [[id, row]]);
    const readings = spoil('readings', first, { version: 1, reading: broken(pairs[0]!).reading });
    await versionTwo({
      ...rows,
      articles: spoil('articles', second, undefined),
      readings: readings.filter(([key]) => key !== third),
    });
    await takeInEarlier();
    const { aside, articles, incoming, incomingReadings } = await everything();
    expect(keys(aside)).toEqual([first, second, third, 'x'].sort());
    expect(rowOf(aside, second)).toMatchObject({ record: { reading: pairs[1]!.reading } });
    expect(rowOf(aside, third)).toMatchObject({ record: { article: pairs[2]!.article } });
    expect(articles).toHaveLength(27 + shipped.ids.size);
    expect([incoming, incomingReadings]).toEqual([[], []]);
  });

  it('with nothing but corrections has them hold', async () => {
    await correct({ say: 'called', a: { kind: 'person', name: one! }, name: 'Somebody Quite Else' });
    const wanted = await content();
    const rows = await everything();
    await fresh(closeLibrary);
    await versionTwo(rows);
    expect(await takeInEarlier()).toBe(true);
    expect(await content()).toEqual(wanted);
    expect((await reading(['meta'], stateOf)).corrected).toBe(1);
    expect(await takeInEarlier()).toBe(false);
  });

  it('is whole in an export that is asked for before all is taken in', async () => {
    await usedTwo();
    const { kept } = gatherAnswers(
      async () => null,
      async () => {},
    );
    const all: string[] = [];
    for (let after: string | null = null; ; after = all.at(-1)!) {
      const some = await kept({ after }, {});
      if (some.length === 0) break;
      all.push(...some.map(({ article }) => article.id));
    }
    expect(all).toEqual(ids.toSorted());
  });

  it('that was erased stays so, and can still be brought back', async () => {
    await used();
    const wanted = await content();
    await eraseAll();
    const rows = await everything();
    await fresh(closeLibrary);
    await versionTwo(rows);
    expect(await takeInEarlier()).toBe(false);
    expect(await libraryState()).toMatchObject({ mine: false, incoming: 0, erased: ['courier.example'] });
    await restore('erasure');
    await takeInEarlier();
    expect(await content()).toEqual(wanted);
  });

  it('knows an article that is saved anew before it was taken in', async () => {
    const { wanted } = await usedTwo();
    const { taken } = await takeArticles(
      pairs.slice(0, 2).map(({ article }) => ({ article: { ...article, origin: 'saved' } })),
      read,
    );
    expect(taken).toEqual([first, second].map((articleId) => ({ articleId, was: 'same' })));
    expect(await own()).toBe(2);
    await takeInEarlier();
    expect(await everything(['meta', 'images', 'trash', 'joins', 'search'])).toEqual({
      ...wanted,
      joins: undefined,
      search: undefined,
    });
  });
});

describe('an upgrade', () => {
  it('that is killed at any step leaves the earlier library whole, and is made the next time', async () => {
    await versionOne(ids, pairs);
    await upgradeKilledEverywhere();
    await takeInEarlier();
    expect(await own()).toBe(30);
    await fresh(closeLibrary);
    const { wanted, rows } = await usedTwo();
    await fresh(closeLibrary);
    await versionTwo({ ...rows, incoming: [[third, pairs[2]!]] });
    expect(await upgradeKilledEverywhere()).toBeGreaterThan(8);
    await takeInEarlier();
    expect(await content()).toEqual(wanted);
  });

  it('makes the same tables from every version', async () => {
    const shapeOf = async () => {
      const db = await database();
      const turn = db.transaction([...db.objectStoreNames]);
      return [...db.objectStoreNames].map((name) => {
        const { keyPath, autoIncrement, indexNames } = turn.objectStore(name);
        return { name, keyPath, autoIncrement, indexNames: [...indexNames] };
      });
    };
    const made = await shapeOf();
    const told = made.map(({ name, keyPath, autoIncrement, indexNames }) =>
      [name, keyPath ?? (autoIncrement ? 'counted' : 'by key'), ...indexNames].join(' '),
    );
    // who changes this raises the version too, or libraries that are there already miss what is new
    expect([VERSION, ...told]).toEqual([
      4,
      'articles by key',
      'aside id',
      'contributions by key',
      'corrections counted',
      'entities id weight words',
      'feeds by key',
      'images by key',
      'incoming by key',
      'incomingReadings by key',
      'joins by key',
      'links by key',
      'meta by key',
      'postings by key lot',
      'readings by key',
      'search by key',
      'sources articleId added bands date origin outlet size title url',
      'trash by key',
    ]);
    await fresh(closeLibrary);
    await versionOne(ids, pairs);
    expect(await shapeOf()).toEqual(made);
    await fresh(closeLibrary);
    await versionTwo({ articles: [] }, 'early 2');
    expect(await shapeOf()).toEqual(made);
    await fresh(closeLibrary);
    await versionTwo({ articles: [] }, '3');
    expect(await shapeOf()).toEqual(made);
  });
});
