import type { Day } from '../../extract/types';
import type { PostingKey, ReadTurn } from './schema';

/** What a browser that gives keys backwards is asked with. */
interface Backwards {
  query: IDBKeyRange;
  count: number;
  direction: 'prev';
}

/** The keys of an entity's newest articles, those from before a day where one is given, the newest first, `most` at most. */
export async function newestPostings(
  turn: ReadTurn,
  entity: string,
  most: number,
  before?: Day,
): Promise<PostingKey[]> {
  const store = turn.objectStore('postings');
  const end = [entity, before ?? []];
  const query = IDBKeyRange.bound([entity], end);
  if (most <= 0) return [];
  // one question, where the browser can answer it; where it cannot, the options would be taken for a key
  if ('getAllRecords' in IDBObjectStore.prototype) {
    const asked: Backwards = { query, count: most, direction: 'prev' };
    return store.getAllKeys(asked as never);
  }
  const last = await store.openKeyCursor(query, 'prev');
  if (!last) return [];
  const first = most > 1 ? await last.advance(most - 1) : last;
  return (await store.getAllKeys(first ? IDBKeyRange.bound(first.key, end) : query)).reverse();
}
