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

  async get<Table extends keyof JoinRows>(
    table: Table,
    keys: readonly string[],
  ): Promise<(JoinRows[Table] | undefined)[]> {
    this.rounds++;
    this.read += keys.length;
    return keys.map((key) => {
      const row = this.tables[table].get(key);
      return row === undefined ? undefined : JSON.parse(row);
    });
  }

  put<Table extends keyof JoinRows>(table: Table, key: string, row: JoinRows[Table] | null): void {
    this.written++;
    if (row === null) this.tables[table].delete(key);
    else this.tables[table].set(key, JSON.stringify(row));
  }

  all<Table extends keyof JoinRows>(table: Table): Record<string, JoinRows[Table]> {
    return Object.fromEntries([...this.tables[table]].sort().map(([key, row]) => [key, JSON.parse(row)]));
  }
}
