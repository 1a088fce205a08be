import type { JoinedEntity, JoinRows } from '../../corpus/join/types';
import type { JoinRecord } from './schema';

/** So many rows are held, those used last: a few megabytes. */
const MOST = 3_000;

type Row = JoinedEntity | JoinRecord;

/** What is known to stand in the tables without reading it, by `warmKey`; undefined: there is none. */
export type Warm = ReadonlyMap<string, Row | undefined>;

/** What a row or a record is held by from one change to the next; null for those that are large, or hardly asked for again. */
export const warmKey = (table: keyof JoinRows, key: string): string | null =>
  table === 'entities' || (table === 'state' && !key.startsWith('s:')) ? `${table}:${key}` : null;

/** Rows by their keys, as they stand with a generation of the library; undefined: there is none. */
let held: { generation: number; rows: Map<string, Row | undefined> } = { generation: -1, rows: new Map() };

/**
 * Rows of the join that the last change of the library has read or written, so that the next need not read them again:
 * articles that come one after the other name the same people. Nobody may change them in place.
 * @returns by full key; of a library that others have changed since, none
 */
export const warmRows = (generation: number): Warm =>
  held.generation === generation ? held.rows : new Map();

/** Holds rows for the change that comes next; to be called when all that led to this generation is written. */
export function keepWarm(
  before: number,
  generation: number,
  used: Iterable<readonly [key: string, row: Row | undefined]>,
): void {
  const rows = held.generation === before ? held.rows : new Map<string, Row | undefined>();
  for (const [key, row] of used) {
    rows.delete(key);
    rows.set(key, row);
  }
  for (const key of rows.keys()) {
    if (rows.size <= MOST) break;
    rows.delete(key);
  }
  held = { generation, rows };
}
