import type { Article, Reading } from '../../extract/types';
import { type Block, blocksOf, bucketsIn, isLongTurn, isTurn, letterOf, packed, rowOf, SPAN } from './blocks';
import { packLeaf } from './leaf';
import { entryOf, linesByBucket, SEGMENT } from './postings';
import {
  IDS,
  KEYS,
  type LeafRow,
  OPEN,
  type OpenRow,
  readState,
  rowsIn,
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
 * until 64 are together, which then become a segment, and some of the rows of those before are put together with its own;
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
  const buckets = full.buckets.split('\n');
  for (const letter of new Set(buckets.map(letterOf))) rows.cut(KEYS.young(letter, segment));
  await Promise.all(buckets.map((bucket) => takeOut(rows, bucket, segment)));
  return full.ids.filter((other, at) => {
    if (dead.has(at)) return false;
    state.sentences -= full.sentences[at]!;
    rows.cut(KEYS.leaf(other));
    return true;
  });
}

/** Takes the lines of a segment out of the row that they are in. What is left of it still has its number. */
async function takeOut(rows: SearchRows, bucket: string, segment: number): Promise<void> {
  const [row = ''] = (await rows.between(KEYS.row(bucket, segment), rowsIn(bucket)[1], 1)) as string[];
  const blocks = [...blocksOf(row)];
  const own = blocks.find((block) => block.segment === segment);
  if (!own) return;
  own.lines = '';
  const key = KEYS.row(bucket, blocks.at(-1)!.segment);
  if (blocks.some(({ lines }) => lines !== '')) rows.put(key, rowOf(blocks));
  else rows.cut(key);
}

/** Makes a segment of the open articles. */
async function close(rows: SearchRows, state: StateRow): Promise<void> {
  const open = (await rows.between(...OPEN)) as OpenRow[];
  const segment = state.next++;
  const ids = open.map(({ id }) => id);
  const own = linesByBucket(open.map(({ entry }) => entry)).set(IDS, `${IDS}\t${JSON.stringify(ids)}\t\n`);
  const byLetter = new Map<string, string>();
  for (const [bucket, lines] of own)
    byLetter.set(letterOf(bucket), (byLetter.get(letterOf(bucket)) ?? '') + lines);
  const letters = new Set([...byLetter.keys(), ...(await lettersBefore(rows, segment))]);
  await Promise.all(
    [...letters].map((letter) => settle(rows, letter, { segment, lines: byLetter.get(letter) ?? '' })),
  );
  const full: SegmentRow = {
    ids,
    sentences: open.map(({ sentences }) => sentences),
    buckets: [...own.keys()].join('\n'),
  };
  rows.put(KEYS.full(segment), full);
  rows.cut(...OPEN);
  state.open = 0;
}

/** The letters that the young segments before this one have lines of. */
async function lettersBefore(rows: SearchRows, segment: number): Promise<Set<string>> {
  const full = (await rows.between(
    KEYS.full(Math.max(0, segment - SPAN + 1)),
    KEYS.full(segment),
  )) as SegmentRow[];
  return new Set(full.flatMap(({ buckets }) => buckets.split('\n').map(letterOf)));
}

/** Writes what a new segment has of a letter; at its turn, with what the other young ones have, into the rows of the buckets. */
async function settle(rows: SearchRows, letter: string, own: Block): Promise<void> {
  const { segment, lines } = own;
  if (!isTurn(letter, segment)) {
    if (lines !== '') rows.put(KEYS.young(letter, segment), rowOf([own]));
    return;
  }
  const range = [KEYS.young(letter, Math.max(0, segment - SPAN + 1)), KEYS.young(letter, segment)] as const;
  const young = (await rows.between(...range)) as string[];
  rows.cut(...range);
  const byBucket = new Map<string, Block[]>();
  for (const block of [...young.flatMap((row) => [...blocksOf(row)]), own])
    for (const [bucket, part] of bucketsIn(block.lines)) {
      const blocks = byBucket.get(bucket) ?? [];
      blocks.push({ segment: block.segment, lines: part });
      byBucket.set(bucket, blocks);
    }
  await Promise.all([...byBucket].map(([bucket, blocks]) => write(rows, bucket, segment, blocks)));
}

/** Writes rows of a bucket, at its turn together with those of the segments before. */
async function write(
  rows: SearchRows,
  bucket: string,
  segment: number,
  blocks: readonly Block[],
): Promise<void> {
  const all: Block[] = [];
  if (isLongTurn(bucket, segment)) {
    const range = [
      KEYS.row(bucket, Math.max(0, segment - SPAN * SPAN + 1)),
      KEYS.row(bucket, segment),
    ] as const;
    for (const row of (await rows.between(...range)) as string[]) all.push(...blocksOf(row));
    rows.cut(...range);
  }
  all.push(...blocks);
  for (const { segment: last, row } of packed(all)) rows.put(KEYS.row(bucket, last), row);
}
