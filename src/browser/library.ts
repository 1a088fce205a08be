import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Corpus } from '../corpus/types';
import type { Article, Reading } from '../extract/types';

/** One article of the reader's own with what was read in it. */
export interface Kept {
  article: Article;
  reading: Reading;
}

interface Joined {
  of: string;
  corpus?: Corpus;
  /** As a blob, which is read several times as fast as a buffer. */
  image?: Blob;
}

interface Schema extends DBSchema {
  articles: { key: string; value: Kept };
  /**
   * The bundled corpus and the library joined, as compiled last, and what spotting needs of it alone; `of` names the
   * bundled corpus that they were made with.
   */
  joined: { key: 'corpus' | 'image'; value: Joined };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('nameplate', 1, {
    upgrade(db) {
      db.createObjectStore('articles');
      db.createObjectStore('joined');
    },
    terminated() {
      opened = null;
    },
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

/** Every article of the library, in the order of their ids. */
export const allKept = async (): Promise<Kept[]> => (await database()).getAll('articles');

export const countKept = async (): Promise<number> => (await database()).count('articles');

/** Adds articles, all or none; one with a known id takes the place of the other. Gives how many were new. */
export async function keep(pairs: readonly Kept[]): Promise<number> {
  const turn = (await database()).transaction(['articles', 'joined'], 'readwrite');
  const store = turn.objectStore('articles');
  let added = 0;
  for (const pair of pairs) {
    if ((await store.getKey(pair.article.id)) === undefined) added++;
    store.put(pair, pair.article.id);
  }
  turn.objectStore('joined').clear();
  await turn.done;
  return added;
}

/** Deletes one article and gives it; null if there is none of this id. */
export async function forget(id: string): Promise<Kept | null> {
  const turn = (await database()).transaction(['articles', 'joined'], 'readwrite');
  const known = await turn.objectStore('articles').get(id);
  turn.objectStore('articles').delete(id);
  turn.objectStore('joined').clear();
  await turn.done;
  return known ?? null;
}

/** The joined corpus if it was made with this bundled one and nothing has changed since. */
export async function readJoined(of: string): Promise<Corpus | null> {
  const known = await (await database()).get('joined', 'corpus');
  return known?.of === of ? (known.corpus ?? null) : null;
}

/** The image of the joined corpus for spotting, with what it was made with; null if there is none. */
export async function readJoinedImage(): Promise<{ of: string; image: ArrayBuffer } | null> {
  const known = await (await database()).get('joined', 'image');
  return known?.image ? { of: known.of, image: await known.image.arrayBuffer() } : null;
}

export async function writeJoined(of: string, corpus: Corpus, image: ArrayBuffer): Promise<void> {
  const turn = (await database()).transaction('joined', 'readwrite');
  turn.store.put({ of, corpus }, 'corpus');
  turn.store.put({ of, image: new Blob([image]) }, 'image');
  await turn.done;
}
