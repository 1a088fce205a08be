import type { Article, Reading } from '../../extract/types';
import { entryOf, rowsOf, SEGMENT } from './postings';
import { KEYS, OPEN, type OpenRow, readState, type SearchRows, type StateRow } from './rows';

interface Pair {
  article: Article;
  reading: Reading;
}

/**
 * Brings the rows to where the library stands after a change: articles taken away (or replaced), then articles that came
 * in, none of which may be there still. It reads and writes in proportion to the change: an article is one row until 64
 * are together, which then become the rows of a segment; one that goes is left where it stands and marked, until half of
 * its segment is gone.
 * @param pairs gives articles of the library by their ids
 */
export async function changeSearch(
  rows: SearchRows,
  gone: readonly Pair[],
  put: readonly Pair[],
  pairs: (ids: readonly string[]) => Promise<Pair[]>,
): Promise<void> {
  const state: StateRow = { ...(await readState(rows)) };
  const again = new Set<string>();
  for (const { article, reading } of gone) {
    state.sentences -= reading.sentences.length;
    if ((await rows.get(KEYS.open(article.id))) !== undefined) {
      rows.put(KEYS.open(article.id), null);
      state.open--;
    } else for (const id of await leave(rows, state, article.id)) again.add(id);
    again.delete(article.id);
  }
  const coming = new Set(put.map(({ article }) => article.id));
  const moved = again.size > 0 ? await pairs([...again].filter((id) => !coming.has(id))) : [];
  for (const { article, reading } of [...moved, ...put]) {
    if (coming.has(article.id)) state.sentences += reading.sentences.length;
    const row: OpenRow = { id: article.id, entry: entryOf(article, reading) };
    rows.put(KEYS.open(article.id), row);
    state.open++;
    if (state.open >= SEGMENT) await close(rows, state);
  }
  rows.put(KEYS.state, state);
}

/** Marks an article of a full segment as gone; gives what is left of the segment where that is to be moved. */
async function leave(rows: SearchRows, state: StateRow, id: string): Promise<string[]> {
  const segment = (await rows.get(KEYS.at(id))) as number | undefined;
  if (segment === undefined) return [];
  rows.put(KEYS.at(id), null);
  const ids = (await rows.get(KEYS.ids(segment))) as string[];
  const isIn = (place: number) => Math.floor(place / SEGMENT) === segment;
  state.gone = [...state.gone, segment * SEGMENT + ids.indexOf(id)];
  const dead = new Set(state.gone.filter(isIn).map((place) => place % SEGMENT));
  if (dead.size < SEGMENT / 2) return [];
  state.gone = state.gone.filter((place) => !isIn(place));
  const left = ids.filter((_, place) => !dead.has(place));
  for (const other of left) rows.put(KEYS.at(other), null);
  rows.put(KEYS.ids(segment), null);
  for (const bucket of (await rows.get(KEYS.buckets(segment))) as string[])
    rows.put(KEYS.row(bucket, segment), null);
  rows.put(KEYS.buckets(segment), null);
  return left;
}

/** Makes a segment of the open articles. */
async function close(rows: SearchRows, state: StateRow): Promise<void> {
  const open = (await rows.all(OPEN)) as OpenRow[];
  const segment = state.next++;
  const packed = rowsOf(
    segment,
    open.map(({ entry }) => entry),
  );
  for (const [bucket, row] of packed) rows.put(KEYS.row(bucket, segment), row);
  rows.put(
    KEYS.ids(segment),
    open.map(({ id }) => id),
  );
  rows.put(KEYS.buckets(segment), [...packed.keys()]);
  for (const { id } of open) {
    rows.put(KEYS.at(id), segment);
    rows.put(KEYS.open(id), null);
  }
  state.open = 0;
}
