import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { everything, fresh, madeBundle, madePairs } from './library';

vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../src/browser/library/join', () => import('./toy-join'));
const shipped = madeBundle(madePairs(1, 2));
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { addArticles } = await import('../../src/browser/library/change');
const { closeLibrary, database, reading, stateOf } = await import('../../src/browser/library/database');
const { VERSION } = await import('../../src/browser/library/schema');
const { standing } = await import('../../src/browser/library/state');

const pairs = madePairs(8);
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
    const newer = await openDB('nameplate', VERSION + 1, { upgrade() {} });
    newer.close();
    const before = await everything();
    await expect(addArticles(pairs.slice(1, 2))).rejects.toMatchObject({
      problem: { code: 'libraryNewer' },
    });
    expect(await standing()).toMatchObject({ joined: false, problem: { code: 'libraryNewer' } });
    expect(await everything()).toEqual(before);
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
