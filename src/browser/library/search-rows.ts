import { changeSearch } from '../../corpus/search/change';
import type { SearchRows } from '../../corpus/search/rows';
import type { Derive } from './changed';
import type { Kept, ReadTurn, Turn } from './schema';
import { isWhole } from './stored';

/** What search reads, in a turn of the library. */
export const searchRowsIn = (turn: ReadTurn | Turn): Pick<SearchRows, 'get' | 'all'> => {
  const store = (turn as ReadTurn).objectStore('search');
  return {
    get: (key) => store.get(key),
    all: (begin) => store.getAll(IDBKeyRange.bound(begin, `${begin}\uffff`)),
  };
};

/** Keeps what search needs of the articles. */
export const deriveSearch: Derive = async ({ turn, put, removed }) => {
  const store = turn.objectStore('search');
  const written: Promise<unknown>[] = [];
  const rows: SearchRows = {
    ...searchRowsIn(turn),
    put(key, row) {
      const done = row === null ? store.delete(key) : store.put(row, key);
      // told where all are awaited
      done.catch(() => {});
      written.push(done);
    },
  };
  await changeSearch(rows, removed, put, (ids) => pairsOf(turn, ids));
  await Promise.all(written);
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
