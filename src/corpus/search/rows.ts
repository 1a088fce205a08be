/**
 * The rows that search keeps, by keys that sort as they are needed:
 *
 * - `state`: a `StateRow`
 * - `open/ARTICLE`: an `OpenRow`, of an article whose segment is not full yet
 * - `row/BUCKET/SEGMENT`: a segment's packed lines of a bucket, a string (`rowsOf`)
 * - `full/SEGMENT`: a `SegmentRow`
 * - `at/ARTICLE`: the segment that an article is in
 */
export interface SearchRows {
  /** The row of a key, undefined where there is none; what was put before is seen. */
  get(key: string): Promise<unknown>;
  /** The rows whose keys begin so, in the order of their keys. */
  all(begin: string): Promise<unknown[]>;
  /** Writes a row, or takes it away with null. */
  put(key: string, row: unknown): void;
}

export interface StateRow {
  /** The number of the next segment. */
  next: number;
  /** How many articles are open. */
  open: number;
  /** How many sentences the library has, for the weights of words. */
  sentences: number;
  /** Places whose articles are no more: segment · 64 + place. */
  gone: number[];
}

export interface OpenRow {
  id: string;
  /** How many it has. */
  sentences: number;
  /** Packed by `entryOf`. */
  entry: string;
}

/** What a full segment is made of. */
export interface SegmentRow {
  /** Its articles in the order of their places, and how many sentences each has. */
  ids: string[];
  sentences: number[];
  /** The buckets that it has rows of. */
  buckets: string[];
}

export const KEYS = {
  state: 'state',
  open: (id: string) => `open/${id}`,
  row: (bucket: string, segment: number) => `row/${bucket}/${segment.toString(36).padStart(6, '0')}`,
  full: (segment: number) => `full/${segment.toString(36).padStart(6, '0')}`,
  at: (id: string) => `at/${id}`,
};
export const OPEN = 'open/';
export const rowsIn = (bucket: string): string => `row/${bucket}/`;

export const EMPTY: StateRow = { next: 0, open: 0, sentences: 0, gone: [] };

export const readState = async (rows: Pick<SearchRows, 'get'>): Promise<StateRow> =>
  ((await rows.get(KEYS.state)) as StateRow | undefined) ?? EMPTY;
