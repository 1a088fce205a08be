import { hashWord } from '../../text/hash';
import { bucketOf, linesOf } from './postings';

/**
 * Rows of many segments. Writing or reading a row costs about the same whether it is short or long, and of one segment most
 * would be short. So the lines of a young segment are one row for all buckets that begin with the same letter; of eight segments
 * they become a row for each bucket, and those of 64 are put together once more. A row is a block for each segment: its number,
 * a tab, the length of its lines, a line break, and the lines; numbers are in base 36. A row has the number of its last block.
 */

/** So many segments are put together at a time. */
export const SPAN = 8;
/** So many bytes a row has at most: browsers keep what is longer in files of their own, which are slow to open. */
const MOST = 60_000;

/** The lines that a segment has in a row. */
export interface Block {
  segment: number;
  lines: string;
}

/** The letter that a bucket begins with. */
export const letterOf = (bucket: string): string => String.fromCodePoint(bucket.codePointAt(0)!);

const blockOf = ({ segment, lines }: Block): string =>
  `${segment.toString(36)}\t${lines.length.toString(36)}\n${lines}`;

export const rowOf = (blocks: readonly Block[]): string => blocks.map(blockOf).join('');

/** The blocks of a row, in the order of their segments. */
export function* blocksOf(row: string): Generator<Block> {
  for (let at = 0; at < row.length; ) {
    const tab = row.indexOf('\t', at);
    const from = row.indexOf('\n', tab) + 1;
    const end = from + Number.parseInt(row.slice(tab + 1, from - 1), 36);
    yield { segment: Number.parseInt(row.slice(at, tab), 36), lines: row.slice(from, end) };
    at = end;
  }
}

/** As few rows of blocks, in the order of their segments, as can be; blocks without lines are left out. */
export function* packed(blocks: Iterable<Block>): Generator<{ segment: number; row: string }> {
  let segment = -1;
  let row = '';
  for (const block of blocks) {
    if (block.lines === '') continue;
    const more = row + blockOf(block);
    if (row !== '' && !fits(more)) {
      yield { segment, row };
      row = blockOf(block);
    } else row = more;
    segment = block.segment;
  }
  if (row !== '') yield { segment, row };
}

const fits = (row: string): boolean =>
  row.length * 2 <= MOST || (row.length <= MOST && !/[^\0-\xff]/.test(row));

/** The lines of each bucket among those of a letter. */
export function* bucketsIn(lines: string): Generator<[bucket: string, lines: string]> {
  let bucket = '';
  let from = 0;
  let at = 0;
  for (const [term, text, names] of linesOf(lines)) {
    const next = bucketOf(term);
    if (next !== bucket) {
      if (at > from) yield [bucket, lines.slice(from, at)];
      bucket = next;
      from = at;
    }
    at += term.length + text.length + names.length + 3;
  }
  if (at > from) yield [bucket, lines.slice(from, at)];
}

// The letters take turns, and of a letter the buckets, so that each new segment makes about the same work.

const turnOf = (letter: string, segment: number): number => segment + (hashWord(letter) % SPAN);

/** Whether the lines of a letter, of this segment and the seven before it, become rows of their buckets. */
export const isTurn = (letter: string, segment: number): boolean =>
  turnOf(letter, segment) % SPAN === SPAN - 1;

/** Whether at the turn of its letter a bucket's rows of all 64 last segments are put together. */
export const isLongTurn = (bucket: string, segment: number): boolean =>
  (Math.floor(turnOf(letterOf(bucket), segment) / SPAN) + (hashWord(bucket) % SPAN)) % SPAN === SPAN - 1;
