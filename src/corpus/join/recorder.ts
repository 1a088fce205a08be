import type { JoinDelta, JoinedEntity, JoinRows, JoinStore, Links } from './types';

type Results = 'entities' | 'links' | 'contributions';

/** Stands before a store: results are read once and written at the end, where they are other than they were. */
export class Recorder implements JoinStore {
  private readonly before = new Map<string, unknown>();
  private readonly now = new Map<string, unknown>();

  constructor(private readonly store: JoinStore) {}

  async get<Table extends keyof JoinRows>(
    table: Table,
    keys: readonly string[],
  ): Promise<(JoinRows[Table] | undefined)[]> {
    if (table === 'state') return this.store.get(table, keys);
    const missing = [...new Set(keys)].filter((key) => !this.now.has(`${table}:${key}`));
    if (missing.length > 0) {
      const rows = await this.store.get(table, missing);
      missing.forEach((key, i) => {
        this.before.set(`${table}:${key}`, rows[i]);
        this.now.set(`${table}:${key}`, rows[i]);
      });
    }
    return keys.map((key) => this.now.get(`${table}:${key}`) as JoinRows[Table] | undefined);
  }

  put<Table extends keyof JoinRows>(table: Table, key: string, row: JoinRows[Table] | null): void {
    if (table === 'state') this.store.put(table, key, row);
    else this.now.set(`${table}:${key}`, row ?? undefined);
  }

  /** Writes the results that have changed, and tells them. */
  finish(): JoinDelta {
    const delta: JoinDelta = { entities: new Map(), links: new Map() };
    for (const [full, row] of this.now) {
      if (isSame(row, this.before.get(full))) continue;
      const table = full.slice(0, full.indexOf(':')) as Results;
      const key = full.slice(table.length + 1);
      this.store.put(table, key, (row ?? null) as JoinRows[typeof table] | null);
      if (table === 'entities') delta.entities.set(key, (row ?? null) as JoinedEntity | null);
      if (table === 'links') delta.links.set(key, (row ?? null) as Links | null);
    }
    return delta;
  }
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonical(a) === canonical(b));

/** Rows of results have one level of keys, whose order says nothing. */
const canonical = (row: unknown): string =>
  JSON.stringify(Object.entries(row as object).sort(([a], [b]) => (a < b ? -1 : 1)));
