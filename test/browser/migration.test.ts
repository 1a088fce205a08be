import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { everything, fresh, madeBundle, madePairs } from './library';

vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../src/browser/library/join', () => import('./toy-join'));
const bundled = madePairs(2, 2);
const shipped = madeBundle(bundled);
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { addArticles } = await import('../../src/browser/library/change');
const { closeLibrary, database, reading, stateOf } = await import('../../src/browser/library/database');
const { upgrade, VERSION } = await import('../../src/browser/library/schema');
const { takeInEarlier } = await import('../../src/browser/library/take-in');

const pairs = madePairs(40);

/** The library of version 1 as that version made it. */
async function versionOne(kept: readonly unknown[] = pairs): Promise<void> {
  const db = await openDB('nameplate', 1, {
    upgrade(made) {
      made.createObjectStore('articles');
      made.createObjectStore('joined');
    },
  });
  const turn = db.transaction(['articles', 'joined'], 'readwrite');
  kept.forEach((pair, i) => {
    turn.objectStore('articles').put(pair, pairs[i]!.article.id);
  });
  turn.objectStore('joined').put({ of: 'x', image: new Blob(['image']) }, 'image');
  await turn.done;
  db.close();
}

const content = () => everything(['meta', 'images', 'trash']);

beforeEach(async () => {
  await fresh(closeLibrary);
  vi.spyOn(Date, 'now').mockReturnValue(1_000);
});

describe('the library of version 1', () => {
  it('is taken over whole, in batches, and joined as if it had been added now', async () => {
    await versionOne();
    expect((await everything()).incoming ?? []).toEqual([]);
    expect(await takeInEarlier()).toBe(true);
    const migrated = await content();
    expect((await reading(['meta'], stateOf)).own).toBe(pairs.length);
    await fresh(closeLibrary);
    await addArticles(pairs.map((pair) => ({ ...pair, version: 0 })));
    expect(migrated).toEqual(await content());
    expect(await takeInEarlier()).toBe(false);
  });

  it('goes on where it was cut off', async () => {
    await versionOne();
    const { addIncoming } = await import('../../src/browser/library/change');
    expect(await addIncoming(25)).toBe(15);
    await closeLibrary();
    expect((await reading(['meta'], stateOf)).own).toBe(25);
    await takeInEarlier();
    expect((await reading(['meta'], stateOf)).own).toBe(40);
    expect((await everything()).incoming).toEqual([]);
  });

  it('still stands whole where the upgrade itself was cut off, and is taken over the next time', async () => {
    await versionOne();
    const before = await everything();
    const cut = openDB('nameplate', VERSION, {
      upgrade(db, from, _, turn) {
        turn.done.catch(() => {});
        upgrade(db as never, from, turn as never);
        turn.abort();
      },
    });
    await expect(cut).rejects.toMatchObject({ name: 'AbortError' });
    expect(await everything()).toEqual(before);
    await takeInEarlier();
    expect((await reading(['meta'], stateOf)).own).toBe(pairs.length);
  });

  it('has its broken records set aside and told, and the others taken in', async () => {
    const broken = { article: pairs[1]!.article, reading: { ...pairs[1]!.reading, mentions: 'none' } };
    await versionOne([pairs[0]!, broken, undefined, pairs[3]!]);
    await takeInEarlier();
    const { aside, articles } = await everything();
    expect(aside!.map(([key]) => key)).toEqual([pairs[1]!.article.id, pairs[2]!.article.id].sort());
    expect(aside!.find(([key]) => key === pairs[1]!.article.id)![1]).toMatchObject({
      record: broken,
      reason: expect.stringContaining('reading.mentions'),
    });
    expect(articles!.map(([key]) => key)).toEqual(
      [pairs[0]!.article.id, pairs[3]!.article.id, ...shipped.ids].sort(),
    );
  });
});

describe('a new library', () => {
  it('has the same tables as one taken over', async () => {
    const shapeOf = async () => {
      const db = await database();
      const turn = db.transaction([...db.objectStoreNames]);
      return [...db.objectStoreNames].map((name) => {
        const { keyPath, autoIncrement, indexNames } = turn.objectStore(name);
        return { name, keyPath, autoIncrement, indexNames: [...indexNames] };
      });
    };
    const made = await shapeOf();
    await fresh(closeLibrary);
    await versionOne();
    expect(await shapeOf()).toEqual(made);
  });
});
