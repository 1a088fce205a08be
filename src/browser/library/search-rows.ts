import { changeSearch } from '../../corpus/search/change';
import type { ReadRows, SearchRows } from '../../corpus/search/rows';
import type { Derive } from './changed';
import { writerOf } from './database';
import type { Kept, ReadTurn, Turn } from './schema';
import { isWhole } from './stored';

/** What search reads, in a turn of the library. */
export const searchRowsIn = (turn: ReadTurn | Turn): ReadRows => {
  const store = (turn as ReadTurn).objectStore('search');
  return {
    get: (key) => awaited(store.get(key)),
    between: (from, to, most) => awaited(store.getAll(IDBKeyRange.bound(from, to), most)),
  };
};

/** A request that is awaited with others: where the turn ends while they are made, nobody is told of this one. */
function awaited<T>(request: Promise<T>): Promise<T> {
  request.catch(() => {});
  return request;
}

/** Keeps what search needs of the articles. */
export const deriveSearch: Derive = async ({ turn, put, removed }) => {
  const writer = writerOf(turn, 'search');
  const rows: SearchRows = {
    ...searchRowsIn(turn),
    put: (key, row) => writer.put(row, key),
    cut: (from, to = from) => writer.delete(IDBKeyRange.bound(from, to)),
  };
  await changeSearch(rows, removed, put, (ids) => pairsOf(turn, ids));
};

/** The articles of these ids that can be read. */
async function pairsOf(turn: Turn, ids: readonly string[]): Promise<Kept[]> {
  const rows = await Promise.all(
    ids.map(async (id) => {
      const [article, reading] = await Promise.all([
        turn.objectStore('articles').get(id),
        turn.objectStore('readings').get(id),
      ]);
      return article && reading && isWhole(id, { article, reading })
        ? [{ article: article.article, reading: reading.reading }]
        : [];
    }),
  );
  return rows.flat();
}
