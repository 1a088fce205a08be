import type { Article, Reading } from '../../extract/types';
import { blockOf, fits, holdersOf, spansAt, withoutBlock } from './blocks';
import { packLeaf } from './leaf';
import { entryOf, linesByBucket, SEGMENT } from './postings';
import {
  IDS,
  KEYS,
  type LeafRow,
  OPEN,
  type OpenRow,
  readState,
  type SearchRows,
  type SegmentRow,
  type StateRow,
} from './rows';

interface Pair {
  article: Article;
  reading: Reading;
}

/**
 * Brings the rows to where the library stands after a change: articles that are no more, then articles that came in,
 * new or in the place of an older version. It reads and writes in proportion to the change: an article's words are one row
 * until 64 are together, which then become a segment, and a few of the rows of those before are put together with its own;
 * those of one that goes are left where they stand and marked, until half of its segment is gone.
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
  const found = await Promise.all(leaving.map((id) => rows.get(KEYS.leaf(id))));
  for (const [i, id] of leaving.entries()) {
    const known = found[i] as LeafRow | undefined;
    if (!known) continue;
    rows.cut(KEYS.leaf(id));
    if (known.segment < state.next) left.push(...(await leave(rows, state, known.segment, id)));
    else {
      rows.cut(KEYS.open(id));
      state.open--;
      state.sentences -= known.sentences;
    }
  }
  const away = new Set(leaving);
  const moved = await pairs(left.filter((id) => !away.has(id)));
  for (const { article, reading } of [...moved, ...put]) {
    const { length } = reading.sentences;
    const leaf: LeafRow = { segment: state.next, sentences: length, leaf: packLeaf(reading) };
    const open: OpenRow = { id: article.id, sentences: length, entry: entryOf(article, reading) };
    rows.put(KEYS.leaf(article.id), leaf);
    rows.put(KEYS.open(article.id), open);
    state.sentences += length;
    state.open++;
    if (state.open >= SEGMENT) await close(rows, state);
  }
  rows.put(KEYS.state, state);
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
  state.sentences -= full.sentences[place]!;
  state.gone = [...state.gone, segment * SEGMENT + place];
  const isIn = (mark: number) => Math.floor(mark / SEGMENT) === segment;
  const dead = new Set(state.gone.filter(isIn).map((mark) => mark % SEGMENT));
  if (dead.size < SEGMENT / 2) return [];
  state.gone = state.gone.filter((mark) => !isIn(mark));
  rows.cut(KEYS.full(segment));
  await Promise.all(full.buckets.split('\n').map((bucket) => takeOut(rows, bucket, segment)));
  return full.ids.filter((other, at) => {
    if (dead.has(at)) return false;
    state.sentences -= full.sentences[at]!;
    rows.cut(KEYS.leaf(other));
    return true;
  });
}

/** Takes the lines of a segment out of the row that they are in. */
async function takeOut(rows: SearchRows, bucket: string, segment: number): Promise<void> {
  const keys = holdersOf(bucket, segment).map((holder) => KEYS.row(bucket, holder));
  const found = await Promise.all(keys.map((key) => rows.get(key)));
  keys.forEach((key, i) => {
    const rest = found[i] === undefined ? null : withoutBlock(found[i] as string, segment);
    if (rest === '') rows.cut(key);
    else if (rest !== null) rows.put(key, rest);
  });
}

/** Makes a segment of the open articles. */
async function close(rows: SearchRows, state: StateRow): Promise<void> {
  const open = (await rows.between(...OPEN)) as OpenRow[];
  const segment = state.next++;
  const ids = open.map(({ id }) => id);
  const own = linesByBucket(open.map(({ entry }) => entry)).set(IDS, JSON.stringify(ids));
  const buckets = new Set([...own.keys(), ...(await bucketsBefore(rows, segment))]);
  await Promise.all([...buckets].map((bucket) => write(rows, bucket, segment, own.get(bucket))));
  const full: SegmentRow = {
    ids,
    sentences: open.map(({ sentences }) => sentences),
    buckets: [...own.keys()].join('\n'),
  };
  rows.put(KEYS.full(segment), full);
  rows.cut(...OPEN);
  state.open = 0;
}

/** The buckets of the few segments before this one. */
async function bucketsBefore(rows: SearchRows, segment: number): Promise<string[]> {
  const full = await rows.between(KEYS.full(Math.max(0, segment - 7)), KEYS.full(segment));
  return (full as SegmentRow[]).flatMap(({ buckets }) => buckets.split('\n'));
}

/** Writes the lines of a bucket, if there are any, together with those of some segments before it where it is their turn. */
async function write(
  rows: SearchRows,
  bucket: string,
  segment: number,
  lines: string | undefined,
): Promise<void> {
  const own = lines === undefined ? '' : blockOf({ segment, lines });
  const key = KEYS.row(bucket, segment);
  for (const span of spansAt(bucket, segment)) {
    const range = [KEYS.row(bucket, Math.max(0, segment + 1 - span)), key] as const;
    const joined = [...((await rows.between(...range)) as string[]), own].join('');
    if (joined === own || !fits(joined)) continue;
    rows.cut(...range);
    rows.put(key, joined);
    return;
  }
  if (own !== '') rows.put(key, own);
}
