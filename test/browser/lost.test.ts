import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Kept } from '../../src/browser/library/schema';
import { everything, fresh, madeBundle, madePairs } from './library';

vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../src/browser/library/join', () => import('./toy-join'));
const shipped = madeBundle(madePairs(1, 2));
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { addArticles, correct, eraseAll, forgetRemoved, removeArticles, restore } = await import(
  '../../src/browser/library/change'
);
const { closeLibrary, database, reading, stateOf } = await import('../../src/browser/library/database');
const { takeIn } = await import('../../src/browser/library/take-in');

const pairs = madePairs(60);
const ids = (from: number, to: number) => pairs.slice(from, to).map(({ article }) => article.id);
const state = () => reading(['meta'], stateOf);

const METHODS = ['get', 'getKey', 'getAll', 'getAllKeys', 'put', 'add', 'delete', 'clear'] as const;
type Method = (typeof METHODS)[number];
const originals = new Map(METHODS.map((name) => [name, IDBObjectStore.prototype[name]]));

/** Before every request of a store in a transaction that writes, `then` is told its number, from 0, and its name. */
function watch(then: (request: number, turn: IDBTransaction, name: Method) => void): void {
  let requests = 0;
  for (const [name, original] of originals)
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...given: never[]) {
      if (this.transaction.mode === 'readwrite') then(requests++, this.transaction, name);
      return (original as (...all: never[]) => never).apply(this, given);
    };
}

const unwatch = () => {
  for (const [name, original] of originals) IDBObjectStore.prototype[name] = original as never;
};

beforeEach(async () => {
  await fresh(closeLibrary);
  vi.spyOn(Date, 'now').mockReturnValue(1_000);
});
afterEach(unwatch);

/** The change, cut off at each of its requests in turn until none is left: each time the library must be as before. */
async function cutOffEverywhere(change: () => Promise<unknown>, every: number): Promise<number> {
  const before = await everything();
  for (let at = 0; ; at += every) {
    let cut = false;
    watch((request, turn) => {
      if (request !== at) return;
      cut = true;
      turn.abort();
    });
    const done = await change().then(
      () => true,
      () => false,
    );
    unwatch();
    if (!cut) {
      expect(done).toBe(true);
      expect(await everything()).not.toEqual(before);
      return at;
    }
    expect(done).toBe(false);
    await closeLibrary();
    expect(await everything(), `cut off at request ${at}`).toEqual(before);
  }
}

describe('a change that is cut off at any of its requests leaves the library as it was', () => {
  it('adding the first article', async () => {
    await database();
    expect(await cutOffEverywhere(() => addArticles(pairs.slice(0, 1)), 5)).toBeGreaterThan(50);
  });

  it('adding to others, one of them in the place of an older version', async () => {
    await addArticles(pairs.slice(0, 4));
    const other: Kept = { ...pairs[0]!, article: { ...pairs[0]!.article, title: 'Another' } };
    await cutOffEverywhere(() => addArticles([other, pairs[5]!]), 11);
  });

  it('removing, and bringing back', async () => {
    await addArticles(pairs.slice(0, 4));
    await cutOffEverywhere(() => removeArticles(ids(0, 2)), 7);
    const { generation } = await state();
    await cutOffEverywhere(() => restore({ removal: generation }), 7);
  });

  it('correcting, erasing, and what comes after', async () => {
    await addArticles(pairs.slice(0, 3));
    await cutOffEverywhere(() => correct({ say: 'called', a: { kind: 'person', name: 'A' }, name: 'B' }), 1);
    await cutOffEverywhere(eraseAll, 1);
    await cutOffEverywhere(() => addArticles(pairs.slice(3, 4)), 9);
    await eraseAll();
    await cutOffEverywhere(forgetRemoved, 1);
  });

  it('an import, of which whole batches stay', async () => {
    let batches = 0;
    let begun = false;
    const cut = takeIn(pairs, () => {
      batches++;
      watch((request, turn) => {
        begun = true;
        if (request === 40) turn.abort();
      });
      return true;
    });
    await expect(cut).rejects.toThrow();
    expect([batches, begun]).toEqual([1, true]);
    unwatch();
    expect((await state()).own).toBe(25);
    const stopped = await everything();
    await fresh(closeLibrary);
    await addArticles(pairs.slice(0, 25));
    expect(await everything()).toEqual(stopped);
  });
});

describe('an import', () => {
  it('tells after each batch how far it is, and stops where it is told to', async () => {
    const told: number[] = [];
    await takeIn(pairs, ({ added }) => told.push(added) > 0);
    expect(told).toEqual([25, 50, 60]);
    await fresh(closeLibrary);
    expect(await takeIn(pairs, () => false)).toEqual({ added: 25, replaced: 0 });
    expect((await state()).own).toBe(25);
  });
});

describe('a full disk', () => {
  it('is told as such, at whatever row it shows, and the library is as it was', async () => {
    await addArticles(pairs.slice(0, 3));
    const before = await everything();
    for (const at of [0, 3, 30]) {
      let puts = 0;
      watch((_, turn, name) => {
        if (name !== 'put' || puts++ !== at) return;
        turn.abort();
        throw new DOMException('no room', 'QuotaExceededError');
      });
      await expect(addArticles(pairs.slice(3, 5))).rejects.toMatchObject({ problem: { code: 'diskFull' } });
      unwatch();
      expect(await everything()).toEqual(before);
    }
    expect(await addArticles(pairs.slice(3, 5))).toEqual({ added: 2, replaced: 0 });
  });

  it('is told too where only the end of the transaction tells it', async () => {
    await addArticles(pairs.slice(0, 1));
    const before = await everything();
    watch((request, turn) => {
      if (request === 30) (turn as unknown as { _abort(name: string): void })._abort('QuotaExceededError');
    });
    await expect(addArticles(pairs.slice(1, 2))).rejects.toMatchObject({ problem: { code: 'diskFull' } });
    unwatch();
    expect(await everything()).toEqual(before);
  });
});

describe('two windows at once', () => {
  it('write one after the other, and neither loses what the other wrote', async () => {
    await Promise.all(pairs.slice(0, 8).map((pair) => addArticles([pair])));
    const together = await everything(['meta', 'images']);
    expect(await state()).toMatchObject({ own: 8, generation: 8 });
    await fresh(closeLibrary);
    await addArticles(pairs.slice(0, 8));
    expect(await everything(['meta', 'images'])).toEqual(together);
  });

  it('give way to a newer version, and are opened anew after it', async () => {
    await addArticles(pairs.slice(0, 1));
    await database();
    const newer = await openDB('nameplate', 3, { upgrade() {} });
    newer.close();
    await expect(addArticles(pairs.slice(1, 2))).rejects.toMatchObject({
      problem: { code: 'libraryClosed' },
    });
    indexedDB.deleteDatabase('nameplate');
    expect(await addArticles(pairs.slice(1, 2))).toEqual({ added: 1, replaced: 0 });
  });

  it('are not waited for for ever where an old one does not give way', async () => {
    const old = await openDB('nameplate', 1, { upgrade() {} });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const busy = expect(database()).rejects.toMatchObject({ problem: { code: 'libraryBusy' } });
      await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
      await vi.advanceTimersByTimeAsync(5_000);
      await busy;
    } finally {
      vi.useRealTimers();
      old.close();
    }
    expect(await addArticles(pairs.slice(0, 1))).toEqual({ added: 1, replaced: 0 });
  });
});
