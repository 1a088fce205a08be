import type { SearchRows } from '../../../src/corpus/search/rows';

/** The rows in memory; they go through JSON, as what is stored is no longer the same object. */
export class MemoryRows implements SearchRows {
  readonly rows = new Map<string, string>();
  /** How many characters were written, and how many rows. */
  written = { size: 0, rows: 0 };

  async get(key: string): Promise<unknown> {
    const row = this.rows.get(key);
    return row === undefined ? undefined : JSON.parse(row);
  }

  async all(begin: string): Promise<unknown[]> {
    const keys = [...this.rows.keys()].filter((key) => key.startsWith(begin)).sort();
    return keys.map((key) => JSON.parse(this.rows.get(key)!));
  }

  put(key: string, row: unknown): void {
    this.written.rows++;
    if (row === null) this.rows.delete(key);
    else {
      const text = JSON.stringify(row);
      this.written.size += text.length;
      this.rows.set(key, text);
    }
  }
}
