import type { Day } from '../../extract/types';
import { bundle } from './bundle';
import { reading, stateOf } from './database';
import { type ListKey, listKey, pageAmong, pageOf, type Wanted, wantedBy } from './listed';
import type { ArticlesPage, ArticlesQuery } from './messages';
import { sourceRow } from './rows';
import type { ReadTurn, SourceRow } from './schema';
import { keptOf } from './stored';

/** Rows that are read at once where some of them may not fit. */
const CHUNK = 400;
/** So many outlets are told. */
const OUTLETS = 500;

/** A page of the list; null where the library is empty. */
export const listOwn = (query: ArticlesQuery): Promise<ArticlesPage | null> =>
  reading(['meta', 'sources'], async (turn) => {
    const { own, erased } = await stateOf(turn);
    if (own === 0 || erased) return null;
    const wanted = wantedBy(query);
    const found: SourceRow[] = [];
    let { after } = wanted;
    const chunk = isFiltered(query) ? CHUNK : wanted.limit + 1;
    for (;;) {
      const rows = await nextRows(turn, wanted, after, chunk);
      found.push(...rows.filter(wanted.fits));
      if (found.length > wanted.limit || rows.length < chunk) return pageOf(found, wanted);
      after = listKey(rows.at(-1)!, wanted.order);
    }
  });

const isFiltered = ({ origins, outlet, words }: ArticlesQuery): boolean =>
  origins !== undefined || outlet !== undefined || !!words;

/** The next rows of the list in its order. */
async function nextRows(
  turn: ReadTurn,
  { order, descending }: Wanted,
  after: ListKey | null,
  count: number,
): Promise<SourceRow[]> {
  const index = turn.objectStore('sources').index(order);
  if (!descending) return index.getAll(after && IDBKeyRange.lowerBound(after, true), count);
  // Reading backwards goes one row at a time, so only the last key is sought and all up to it are read at once.
  const first = await index.openKeyCursor(after && IDBKeyRange.upperBound(after, true), 'prev');
  if (!first) return [];
  const top = first.key;
  const last = await first.advance(count - 1);
  const range = last ? IDBKeyRange.bound(last.key, top) : IDBKeyRange.upperBound(top);
  return (await index.getAll(range)).reverse();
}

/** A page of the bundled articles alone. */
export async function listBundled(query: ArticlesQuery): Promise<ArticlesPage> {
  const { stored } = await bundle();
  return pageAmong(
    stored.map((one) => sourceRow(keptOf(one), 0)),
    query,
  );
}

/** The first and the last day of the library's articles. */
export async function daysOf(turn: ReadTurn): Promise<{ from: Day | null; to: Day | null }> {
  const index = turn.objectStore('sources').index('date');
  const dated = IDBKeyRange.lowerBound(['', []], true);
  const [first, last] = await Promise.all([index.openKeyCursor(dated), index.openKeyCursor(dated, 'prev')]);
  return { from: first?.key[0] ?? null, to: last?.key[0] ?? null };
}

/** The outlets of the library's articles in the order of their names, each once. */
export async function outletsOf(turn: ReadTurn): Promise<string[]> {
  const index = turn.objectStore('sources').index('outlet');
  const outlets: string[] = [];
  let range = IDBKeyRange.lowerBound(['', []], true);
  while (outlets.length < OUTLETS) {
    const next = await index.openCursor(range);
    if (!next) break;
    outlets.push(next.value.publisher ?? '');
    range = IDBKeyRange.lowerBound([next.key[0], []], true);
  }
  return outlets;
}
