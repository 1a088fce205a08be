import type { Correction } from '../../corpus/join/types';
import { reading, stateOf } from './database';
import type { AsideRow, Kept, ReadTurn, Turn } from './schema';
import { isWhole, keptOf } from './stored';

/**
 * Articles of the reader's own in the order of their ids, those after `after`, at most `count`; an empty list at the end.
 * Broken ones are left out.
 */
export const keptAfter = (after: string | null, count: number): Promise<Kept[]> =>
  reading(['meta', 'articles', 'readings'], async (turn) => {
    const { bundled, erased } = await stateOf(turn);
    const kept: Kept[] = [];
    const shipped = new Set(bundled?.ids);
    let from = after;
    while (!erased && kept.length < count) {
      const range = from === null ? null : IDBKeyRange.lowerBound(from, true);
      const keys = await turn.objectStore('articles').getAllKeys(range, count);
      if (keys.length === 0) break;
      from = keys.at(-1)!;
      const found = await Promise.all(
        keys
          .filter((id) => !shipped.has(id))
          .map(async (id) => ({
            id,
            article: await turn.objectStore('articles').get(id),
            reading: await turn.objectStore('readings').get(id),
          })),
      );
      for (const { id, article, reading: read } of found)
        if (kept.length < count && article && read && isWhole(id, { article, reading: read }))
          kept.push(keptOf({ article, reading: read }));
    }
    return kept;
  });

/** When articles came into the library, in milliseconds since 1970, by id. */
export const addedOf = (ids: readonly string[]): Promise<Map<string, number>> =>
  reading(['articles'], async (turn) => {
    const rows = await Promise.all(ids.map((id) => turn.objectStore('articles').get(id)));
    return new Map(rows.flatMap((row) => (row ? [[row.article.id, row.added] as const] : [])));
  });

/** The records that were set aside. */
export const setAsideRows = (): Promise<AsideRow[]> =>
  reading(['meta', 'aside'], async (turn) =>
    (await stateOf(turn)).erased ? [] : turn.objectStore('aside').getAll(),
  );

/** All that the reader has put right about who is who, the oldest first. */
export const keptCorrections = (): Promise<{ key: number; correction: Correction }[]> =>
  reading(['meta', 'corrections'], async (turn) => {
    if ((await stateOf(turn)).erased) return [];
    return correctionsIn(turn);
  });

/** The corrections in their table, the oldest first. */
export async function correctionsIn(
  turn: ReadTurn | Turn,
): Promise<{ key: number; correction: Correction }[]> {
  const store = (turn as ReadTurn).objectStore('corrections');
  const keys = await store.getAllKeys();
  const rows = await store.getAll();
  return keys.map((key, i) => ({ key, correction: rows[i]! }));
}
