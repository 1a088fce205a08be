/**
 * The rows that search keeps, by keys that sort as they are needed:
 *
 * - `state`: a `StateRow`
 * - `open/ARTICLE`: an `OpenRow`, of an article whose segment is not full yet
 * - `young/LETTER/SEGMENT`: the lines of a young segment in all buckets that begin so, a string (`rowOf`)
 * - `row/BUCKET/SEGMENT`: the lines of older segments in a bucket, the same of them; the segment is the last of them
 * - `full/SEGMENT`: a `SegmentRow`
 * - `leaf/ARTICLE`: a `LeafRow`
 */
export interface SearchRows {
  /** The row of a key, undefined where there is none; what was put before is seen. */
  get(key: string): Promise<unknown>;
  /** The rows from one key to another, both in it, in the order of their keys; the first so many. */
  between(from: string, to: string, most?: number): Promise<unknown[]>;
  /** Writes a row. */
  put(key: string, row: unknown): void;
  /** Takes the rows away from one key to another, both in it. */
  cut(from: string, to?: string): void;
}

export type ReadRows = Pick<SearchRows, 'get' | 'between'>;

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

/** What is kept of every article. */
export interface LeafRow {
  /** The segment that it is in; the next one as long as that is not full. */
  segment: number;
  /** How many it has. */
  sentences: number;
  /** Packed by `packLeaf`. */
  leaf: string;
}

/** What a full segment is made of. */
export interface SegmentRow {
  /** Its articles in the order of their places, and how many sentences each has. */
  ids: string[];
  sentences: number[];
  /** The buckets that it has lines of, a line break between each two. */
  buckets: string;
}

const numbered = (segment: number): string => segment.toString(36).padStart(6, '0');

export const KEYS = {
  state: 'state',
  open: (id: string) => `open/${id}`,
  young: (letter: string, segment: number) => `young/${letter}/${numbered(segment)}`,
  row: (bucket: string, segment: number) => `row/${bucket}/${numbered(segment)}`,
  full: (segment: number) => `full/${numbered(segment)}`,
  leaf: (id: string) => `leaf/${id}`,
};
/** The first and the last key of all open articles. */
export const OPEN = ['open/', 'open/\uffff'] as const;
/** The bucket that no word is in: its only line is of the ids of a segment's articles, as JSON. */
export const IDS = '#';
/** The first and the last key of what young segments have in the buckets that begin with a letter. */
export const youngIn = (letter: string) => [`young/${letter}/`, `young/${letter}/\uffff`] as const;
/** The first and the last key of a bucket's rows. */
export const rowsIn = (bucket: string) => [`row/${bucket}/`, `row/${bucket}/\uffff`] as const;

export const EMPTY: StateRow = { next: 0, open: 0, sentences: 0, gone: [] };

export const readState = async (rows: Pick<SearchRows, 'get'>): Promise<StateRow> =>
  ((await rows.get(KEYS.state)) as StateRow | undefined) ?? EMPTY;
