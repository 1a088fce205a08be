import { openDB } from 'idb';
import type { Kept } from '../../src/browser/library/schema';
import type { everything } from './library';

type Dump = Awaited<ReturnType<typeof everything>>;

/** The library of version 1 as that version made it: pairs of article and Reading, by these ids. */
export async function versionOne(ids: readonly string[], kept: readonly unknown[]): Promise<void> {
  const db = await openDB('nameplate', 1, {
    upgrade(made) {
      made.createObjectStore('articles');
      made.createObjectStore('joined');
    },
  });
  const turn = db.transaction(['articles', 'joined'], 'readwrite');
  kept.forEach((pair, i) => {
    turn.objectStore('articles').put(pair, ids[i]!);
  });
  turn.objectStore('joined').put({ of: 'x', image: new Blob(['image']) }, 'image');
  await turn.done;
  db.close();
}

/** The shapes of the tables that versions 2 and 3 made: an early build of 2 had fewer indexes, 3 one table more. */
export type Shape = 'early 2' | '2' | '3';

/** A library of version 2 or 3 with these rows, as that version made its tables. */
export async function versionTwo(rows: Dump, shape: Shape = '2'): Promise<void> {
  const early = shape === 'early 2';
  const db = await openDB('nameplate', shape === '3' ? 3 : 2, {
    upgrade(made) {
      for (const table of 'incoming articles readings contributions links joins meta trash images search feeds'.split(
        ' ',
      ))
        made.createObjectStore(table);
      if (shape === '3') made.createObjectStore('incomingReadings');
      const postings = made.createObjectStore('postings');
      if (!early) postings.createIndex('lot', 'lot');
      made.createObjectStore('corrections', { autoIncrement: true });
      made.createObjectStore('aside', { keyPath: 'id' });
      const entities = made.createObjectStore('entities', { keyPath: 'id' });
      entities.createIndex('words', 'words', { multiEntry: true });
      entities.createIndex('weight', 'weight');
      const sources = made.createObjectStore('sources', { keyPath: 'articleId' });
      for (const field of ['date', 'title', 'outlet'])
        sources.createIndex(field, [`by.${field}`, 'articleId']);
      for (const field of ['size', 'origin', 'added']) sources.createIndex(field, [field, 'articleId']);
      sources.createIndex('url', 'url');
      sources.createIndex('hash', 'hash');
      if (!early) sources.createIndex('bands', 'bands', { multiEntry: true });
    },
  });
  const tables = Object.keys(rows).filter((table) => db.objectStoreNames.contains(table));
  const turn = db.transaction(tables, 'readwrite');
  for (const table of tables)
    for (const [key, row] of rows[table]!) {
      const store = turn.objectStore(table);
      const kept = early && table === 'postings' ? withoutLot(row as { lot: unknown }) : row;
      store.put(kept, store.keyPath === null ? key : undefined);
    }
  await turn.done;
  db.close();
}

const withoutLot = ({ lot: _, ...row }: { lot: unknown }): object => row;

/** A pair with a Reading that is none. */
export const broken = ({ article, reading }: Kept) => ({
  article,
  reading: { ...reading, mentions: 'none' },
});
