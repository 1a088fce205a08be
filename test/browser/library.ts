import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { type Bundle, bundleOf } from '../../src/browser/library/bundle';
import type { Kept } from '../../src/browser/library/schema';
import { loadModel } from '../../src/extract/model';
import { readArticle } from '../../src/extract/read';
import { madeArticles } from '../grammar/articles';

const model = loadModel(readFileSync(new URL('../../src/extract/model/reader.bin', import.meta.url)));

/** Made articles with what the reader read in them; the same for the same numbers. */
export const madePairs = (count: number, seed = 1): Kept[] =>
  [...madeArticles(count, seed)].map((article) => ({ article, reading: readArticle(article, model) }));

/** A bundled corpus of these articles; nobody in it is known, since the tests ask for the articles alone. */
export const madeBundle = (pairs: readonly Kept[]): Bundle =>
  bundleOf({
    schemaVersion: 1,
    articles: pairs.map(({ article }) => ({ ...article, origin: 'bundled' })),
    readings: pairs.map(({ reading }) => reading),
    entities: [],
    index: {},
    gazetteer: '',
    covers: { from: null, to: null },
  });

/** A browser without any database. */
export async function fresh(close: () => Promise<void>): Promise<void> {
  await close();
  globalThis.indexedDB = new IDBFactory();
}

type Dump = Record<string, [key: IDBValidKey, row: unknown][]>;

/** All that stands in a database, by table and key; those of `but` are left out. */
export async function everything(but: readonly string[] = [], name = 'nameplate'): Promise<Dump> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  try {
    const dump: Dump = {};
    const tables = [...db.objectStoreNames].filter((table) => !but.includes(table));
    const turn = db.transaction(tables);
    await Promise.all(
      tables.map(
        (table) =>
          new Promise<void>((resolve, reject) => {
            dump[table] = [];
            const asked = turn.objectStore(table).openCursor();
            asked.onerror = () => reject(asked.error);
            asked.onsuccess = () => {
              const cursor = asked.result;
              if (!cursor) return resolve();
              dump[table]!.push([cursor.key, cursor.value]);
              cursor.continue();
            };
          }),
      ),
    );
    return dump;
  } finally {
    db.close();
  }
}
