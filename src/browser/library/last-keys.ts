import type { PostingKey, ReadTurn } from './schema';

/** What a browser that gives keys backwards is asked with. */
interface Backwards {
  query: IDBKeyRange;
  count: number;
  direction: 'prev';
}

/** The keys of an entity's newest articles, the newest first, `most` at most. */
export async function newestPostings(turn: ReadTurn, entity: string, most: number): Promise<PostingKey[]> {
  const store = turn.objectStore('postings');
  const query = IDBKeyRange.bound([entity], [entity, []]);
  if (most <= 0) return [];
  // one question, where the browser can answer it; where it cannot, the options would be taken for a key
  if ('getAllRecords' in IDBObjectStore.prototype) {
    const asked: Backwards = { query, count: most, direction: 'prev' };
    return store.getAllKeys(asked as never);
  }
  const keys: PostingKey[] = [];
  let cursor = await store.openKeyCursor(query, 'prev');
  while (cursor) {
    keys.push(cursor.primaryKey);
    cursor = keys.length < most ? await cursor.continue() : null;
  }
  return keys;
}
