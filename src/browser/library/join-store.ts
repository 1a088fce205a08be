import type { Contribution, JoinRows, JoinStore, Links } from '../../corpus/join/types';
import { lotOf } from '../../link/rows';
import { together } from './database';
import { entityRow, postingsOf } from './rows';
import type { PostingKey, Turn } from './schema';

const TABLE_OF = {
  entities: 'entities',
  links: 'links',
  contributions: 'contributions',
  state: 'joins',
} as const;

type Row = JoinRows[keyof JoinRows];
/** A row as it stood when it was first asked for, and as it is to be. */
interface Held {
  before: Row | undefined;
  now: Row | undefined;
  put: boolean;
}

/**
 * The join's tables in a transaction of the library. What was read is read once; what is put is written at the end, all
 * together, and the postings with it.
 */
export class TurnStore implements JoinStore {
  private readonly held: Record<keyof JoinRows, Map<string, Held>> = {
    entities: new Map(),
    links: new Map(),
    contributions: new Map(),
    state: new Map(),
  };
  /** Rows that were put before anybody read what stood there. */
  private readonly unread: [keyof JoinRows, string][] = [];

  /** @param warm rows that are known to stand so, by `warmKey` */
  constructor(
    private readonly turn: Turn,
    private readonly warm: ReadonlyMap<string, Row | undefined> = new Map(),
  ) {}

  async get<Table extends keyof JoinRows>(
    table: Table,
    keys: readonly string[],
  ): Promise<(JoinRows[Table] | undefined)[]> {
    const held = this.held[table];
    const missing = keys.filter((key) => !held.has(key) && !this.isWarm(table, key));
    if (missing.length > 0) await this.read(table, missing);
    return keys.map((key) => held.get(key)!.now as JoinRows[Table] | undefined);
  }

  put<Table extends keyof JoinRows>(table: Table, key: string, row: JoinRows[Table] | null): void {
    const held = this.held[table].get(key);
    if (!held) this.unread.push([table, key]);
    this.held[table].set(key, { before: held?.before, now: row ?? undefined, put: true });
  }

  /** Whether a row need not be read; it is then held as if it had been. */
  private isWarm(table: keyof JoinRows, key: string): boolean {
    const full = warmKey(table, key);
    if (full === null || !this.warm.has(full)) return false;
    const row = this.warm.get(full);
    this.held[table].set(key, { before: row, now: row, put: false });
    return true;
  }

  /** The rows that were read or put, as they stand when all is written. */
  *used(): Generator<[key: string, row: Row | undefined]> {
    // entities last: they are the smallest and asked for most often
    for (const table of ['state', 'entities'] as const)
      for (const [key, { now }] of this.held[table]) {
        const full = warmKey(table, key);
        if (full !== null) yield [full, now];
      }
  }

  private async read(table: keyof JoinRows, keys: readonly string[]): Promise<void> {
    const store = this.turn.objectStore(TABLE_OF[table]);
    const rows = await together(keys, (key) => store.get(key) as Promise<unknown>);
    keys.forEach((key, i) => {
      const row = plain(table, rows[i]);
      this.held[table].set(key, { before: row, now: row, put: false });
    });
  }

  /** Writes all that was put, and the postings of the articles whose links or contributions are other than before. */
  async flush(): Promise<void> {
    for (const table of ['links', 'contributions'] as const) {
      const keys = this.unread.filter(([of]) => of === table).map(([, key]) => key);
      const rows = await together(keys, (key) => this.turn.objectStore(table).get(key));
      keys.forEach((key, i) => {
        this.held[table].get(key)!.before = rows[i];
      });
    }
    const changed = new Set([...this.putIn('links'), ...this.putIn('contributions')]);
    // what was only linked otherwise has its contribution read now
    await this.get('contributions', [...changed]);
    await this.get('links', [...changed]);
    await together(changed, (id) => this.writePostings(id));
    for (const table of Object.keys(TABLE_OF) as (keyof JoinRows)[])
      await together(this.putIn(table), (key) => this.write(table, key));
  }

  private putIn(table: keyof JoinRows): string[] {
    return [...this.held[table]].filter(([, { put }]) => put).map(([key]) => key);
  }

  private write(table: keyof JoinRows, key: string): Promise<unknown> {
    const { now } = this.held[table].get(key)!;
    const { turn } = this;
    if (now === undefined) return turn.objectStore(TABLE_OF[table]).delete(key);
    switch (table) {
      case 'entities':
        return turn.objectStore('entities').put(entityRow(now as JoinRows['entities']));
      case 'links':
        return turn.objectStore('links').put(now as Links, key);
      case 'contributions':
        return turn.objectStore('contributions').put(now as Contribution, key);
      default:
        return turn.objectStore('joins').put(now, key);
    }
  }

  private async writePostings(id: string): Promise<void> {
    const store = this.turn.objectStore('postings');
    const contribution = this.held.contributions.get(id) as Held &
      Record<'before' | 'now', Contribution | undefined>;
    const links = this.held.links.get(id) as Held & Record<'before' | 'now', Links | undefined>;
    const before = postingsOf(contribution.before, links.before);
    const now = postingsOf(contribution.now, links.now);
    const stays = contribution.before?.date === contribution.now?.date;
    const keyOf = (entity: string, of: Contribution | undefined): PostingKey => [entity, of?.date ?? '', id];
    const gone = [...before.keys()].filter((entity) => !stays || !now.has(entity));
    const put = [...now].filter(
      ([entity, row]) => !stays || JSON.stringify(row) !== JSON.stringify(before.get(entity)),
    );
    await together(gone, (entity) => store.delete(keyOf(entity, contribution.before)));
    const lot = lotOf(id);
    await together(put, ([entity, row]) =>
      store.put({ ...row, lot: [entity, lot] }, keyOf(entity, contribution.now)),
    );
  }
}

/** What a row is held by from one change to the next; null for those that are large, or hardly asked for again. */
const warmKey = (table: keyof JoinRows, key: string): string | null =>
  table === 'entities' || (table === 'state' && !key.startsWith('s:')) ? `${table}:${key}` : null;

/** An entity's row without what only the table needs. */
function plain(table: keyof JoinRows, row: unknown): Row | undefined {
  if (table !== 'entities' || row === undefined) return row as Row | undefined;
  const { words: _, ...entity } = row as JoinRows['entities'] & { words: string[] };
  return entity;
}
