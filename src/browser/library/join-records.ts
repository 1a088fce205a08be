import { recordOf } from '../../corpus/join/records';
import { together, writerOf } from './database';
import type { JoinRecord, Turn } from './schema';

/** The join's state in a transaction of the library: records that are read once, and written at the end where they are other than before. */
export class JoinRecords {
  private readonly records = new Map<string, JoinRecord | undefined>();
  /** Rows that were put, by record. */
  private readonly put = new Map<string, Map<string, string | null>>();

  /** @param warm records that are known to stand so */
  constructor(
    private readonly turn: Turn,
    private readonly warm: (record: string) => { row: JoinRecord | undefined } | null,
  ) {}

  async get(keys: readonly string[]): Promise<(string | undefined)[]> {
    await this.read(keys.map(recordOf));
    return keys.map((key) => {
      const record = recordOf(key);
      const now = this.put.get(record)?.get(key);
      return now === undefined ? this.records.get(record)?.[key] : (now ?? undefined);
    });
  }

  set(key: string, row: string | null): void {
    const record = recordOf(key);
    const rows = this.put.get(record) ?? new Map<string, string | null>();
    this.put.set(record, rows.set(key, row));
  }

  /** Writes what was put. */
  async flush(): Promise<void> {
    await this.read(this.put.keys());
    const writer = writerOf(this.turn, 'joins');
    for (const [key, rows] of this.put) {
      const before = this.records.get(key);
      const now = changed(before, rows);
      if (now === before) continue;
      this.records.set(key, now);
      if (now) writer.put(now, key);
      else writer.delete(key);
    }
    this.put.clear();
  }

  /** The records that were read or written, as they stand when all is written. */
  [Symbol.iterator](): Iterator<[key: string, row: JoinRecord | undefined]> {
    return this.records[Symbol.iterator]();
  }

  private async read(records: Iterable<string>): Promise<void> {
    const missing: string[] = [];
    for (const key of new Set(records)) {
      if (this.records.has(key)) continue;
      const known = this.warm(key);
      if (known) this.records.set(key, known.row);
      else missing.push(key);
    }
    const rows = await together(missing, (key) => this.turn.objectStore('joins').get(key));
    missing.forEach((key, i) => {
      this.records.set(key, rows[i]);
    });
  }
}

/** A record with rows in the place of others; the same where nothing is other than before, undefined where none is left. */
function changed(
  before: JoinRecord | undefined,
  rows: ReadonlyMap<string, string | null>,
): JoinRecord | undefined {
  const other = [...rows].filter(([key, row]) => row !== (before?.[key] ?? null));
  if (other.length === 0) return before;
  const now = new Map(Object.entries(before ?? {}));
  for (const [key, row] of other)
    if (row === null) now.delete(key);
    else now.set(key, row);
  return now.size > 0 ? Object.fromEntries(now) : undefined;
}
