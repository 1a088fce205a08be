import { hashWord } from '../../text/hash';

/**
 * Rows of many segments. Reading a row costs about the same whether it is short or long, and most are short: of a bucket
 * the lines of neighbouring segments become one row, a block for each. A block is the segment's number, a tab, the length of
 * its lines, a line break, and the lines. Numbers are in base 36.
 */

/** How many segments are put together, the many first; each step puts together what the one after has. */
const SPANS = [64, 8] as const;
/** So many bytes a row has at most: browsers keep what is longer in files of their own, which are slow to open. */
const MOST = 60_000;

/** A segment's lines of a bucket. */
export interface Block {
  segment: number;
  lines: string;
}

export const blockOf = ({ segment, lines }: Block): string =>
  `${segment.toString(36)}\t${lines.length.toString(36)}\n${lines}`;

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

/** A row without the block of a segment, '' where that was all; null if it has none. */
export function withoutBlock(row: string, segment: number): string | null {
  const blocks = [...blocksOf(row)];
  const others = blocks.filter((block) => block.segment !== segment);
  return others.length === blocks.length ? null : others.map(blockOf).join('');
}

/** Whether what was joined may be one row. */
export const fits = (row: string): boolean =>
  row.length * 2 <= MOST || (row.length <= MOST && !/[^\0-\xff]/.test(row));

/** The buckets take turns, so that the work of each new segment is about the same. */
const turnOf = (bucket: string, segment: number): number => segment + (hashWord(bucket) % SPANS[0]);

/** How many segments of a bucket, this and those before it, may be put together when this one comes; the many first, none mostly. */
export const spansAt = (bucket: string, segment: number): number[] =>
  SPANS.filter((span) => turnOf(bucket, segment) % span === span - 1);

/** The segments whose rows may hold the block of a segment: a row has the number of the last segment that it was put together for. */
export function holdersOf(bucket: string, segment: number): number[] {
  const turn = turnOf(bucket, segment);
  return [...new Set([segment, ...SPANS.map((span) => segment + span - 1 - (turn % span))])];
}
