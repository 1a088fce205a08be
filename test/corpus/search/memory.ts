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

  async between(from: string, to: string, most?: number): Promise<unknown[]> {
    return this.keysBetween(from, to)
      .slice(0, most)
      .map((key) => JSON.parse(this.rows.get(key)!));
  }

  put(key: string, row: unknown): void {
    const text = JSON.stringify(row);
    this.written.rows++;
    this.written.size += text.length;
    this.rows.set(key, text);
  }

  cut(from: string, to = from): void {
    this.written.rows++;
    for (const key of this.keysBetween(from, to)) this.rows.delete(key);
  }

  private keysBetween(from: string, to: string): string[] {
    return [...this.rows.keys()].filter((key) => from <= key && key <= to).sort();
  }
}
