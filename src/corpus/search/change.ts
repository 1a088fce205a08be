import type { Article, Reading } from '../../extract/types';
import { entryOf, rowsOf, SEGMENT } from './postings';
import { KEYS, OPEN, type OpenRow, readState, type SearchRows, type SegmentRow, type StateRow } from './rows';

interface Pair {
  article: Article;
  reading: Reading;
}

/**
 * Brings the rows to where the library stands after a change: articles that are no more, then articles that came in,
 * new or in the place of an older version. It reads and writes in proportion to the change: an article is one row until
 * 64 are together, which then become the rows of a segment; one that goes is left where it stands and marked, until half
 * of its segment is gone.
 * @param pairs gives articles of the library by their ids, those that it still has
 */
export async function changeSearch(
  rows: SearchRows,
  gone: Iterable<string>,
  put: readonly Pair[],
  pairs: (ids: readonly string[]) => Promise<readonly Pair[]>,
): Promise<void> {
  const state: StateRow = { ...(await readState(rows)) };
  const coming = put.map(({ article }) => article.id);
  const leaving = [...new Set([...gone, ...coming])];
  const left: string[] = [];
  const found = await Promise.all(leaving.map((id) => whereIs(rows, id)));
  for (const [i, at] of found.entries()) {
    if (at === null) continue;
    if (typeof at === 'number') left.push(...(await leave(rows, state, at, leaving[i]!)));
    else {
      rows.put(KEYS.open(at.id), null);
      state.open--;
      state.sentences -= at.sentences;
    }
  }
  const away = new Set(leaving);
  const moved = await pairs(left.filter((id) => !away.has(id)));
  for (const { article, reading } of [...moved, ...put]) {
    const { length } = reading.sentences;
    const row: OpenRow = { id: article.id, sentences: length, entry: entryOf(article, reading) };
    rows.put(KEYS.open(article.id), row);
    state.sentences += length;
    state.open++;
    if (state.open >= SEGMENT) await close(rows, state);
  }
  rows.put(KEYS.state, state);
}

/** The row of an open article, or the number of the segment that it is in; null where it is in none. */
async function whereIs(rows: SearchRows, id: string): Promise<OpenRow | number | null> {
  const [open, segment] = await Promise.all([rows.get(KEYS.open(id)), rows.get(KEYS.at(id))]);
  return ((open ?? segment) as OpenRow | number | undefined) ?? null;
}

/**
 * Marks an article of a full segment as gone. Where half of the segment is, its rows are taken away: gives the articles
 * that are left of it, which then are in none.
 */
async function leave(rows: SearchRows, state: StateRow, segment: number, id: string): Promise<string[]> {
  const full = (await rows.get(KEYS.full(segment))) as SegmentRow | undefined;
  // it was moved out with others that left in the same change
  if (!full) return [];
  const place = full.ids.indexOf(id);
  rows.put(KEYS.at(id), null);
  state.sentences -= full.sentences[place]!;
  state.gone = [...state.gone, segment * SEGMENT + place];
  const isIn = (mark: number) => Math.floor(mark / SEGMENT) === segment;
  const dead = new Set(state.gone.filter(isIn).map((mark) => mark % SEGMENT));
  if (dead.size < SEGMENT / 2) return [];
  state.gone = state.gone.filter((mark) => !isIn(mark));
  rows.put(KEYS.full(segment), null);
  for (const bucket of full.buckets) rows.put(KEYS.row(bucket, segment), null);
  return full.ids.filter((other, at) => {
    if (dead.has(at)) return false;
    state.sentences -= full.sentences[at]!;
    rows.put(KEYS.at(other), null);
    return true;
  });
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
  const full: SegmentRow = {
    ids: open.map(({ id }) => id),
    sentences: open.map(({ sentences }) => sentences),
    buckets: [...packed.keys()],
  };
  rows.put(KEYS.full(segment), full);
  for (const { id } of open) {
    rows.put(KEYS.at(id), segment);
    rows.put(KEYS.open(id), null);
  }
  state.open = 0;
}
