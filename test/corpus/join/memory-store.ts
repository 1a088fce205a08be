import type { JoinRows, JoinStore } from '../../../src/corpus/join/types';

/** Tables in memory, as a database keeps them: rows go in and come out as copies, plain JSON, and are counted. */
export class MemoryStore implements JoinStore {
  readonly tables: Record<keyof JoinRows, Map<string, string>> = {
    entities: new Map(),
    links: new Map(),
    contributions: new Map(),
    state: new Map(),
  };
  rounds = 0;
  read = 0;
  written = 0;
  /** What reading and writing have taken, in milliseconds. */
  ms = 0;

  async get<Table extends keyof JoinRows>(
    table: Table,
    keys: readonly string[],
  ): Promise<(JoinRows[Table] | undefined)[]> {
    this.rounds++;
    this.read += keys.length;
    const begun = performance.now();
    const rows = keys.map((key) => {
      const row = this.tables[table].get(key);
      return row === undefined ? undefined : JSON.parse(row);
    });
    this.ms += performance.now() - begun;
    return rows;
  }

  put<Table extends keyof JoinRows>(table: Table, key: string, row: JoinRows[Table] | null): void {
    this.written++;
    const begun = performance.now();
    if (row === null) this.tables[table].delete(key);
    else this.tables[table].set(key, JSON.stringify(row));
    this.ms += performance.now() - begun;
  }

  all<Table extends keyof JoinRows>(table: Table): Record<string, JoinRows[Table]> {
    return Object.fromEntries([...this.tables[table]].sort().map(([key, row]) => [key, JSON.parse(row)]));
  }
}
