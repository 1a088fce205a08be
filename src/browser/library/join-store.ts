import type { Contribution, JoinedEntity, JoinRows, JoinStore, Links } from '../../corpus/join/types';
import { lotOf } from '../../link/rows';
import { together, writerOf } from './database';
import { JoinRecords } from './join-records';
import { entityRow, postingsOf } from './rows';
import type { JoinRecord, PostingKey, Turn } from './schema';
import { type Warm, warmKey } from './warm';

/** Tables of their own; the state stands in records. */
const TABLES = ['entities', 'links', 'contributions'] as const;
type Table = (typeof TABLES)[number];
type Row = JoinRows[Table];

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
  private readonly held: Record<Table, Map<string, Held>> = {
    entities: new Map(),
    links: new Map(),
    contributions: new Map(),
  };
  /** Rows that were put before anybody read what stood there. */
  private readonly unread: [Table, string][] = [];
  private readonly state: JoinRecords;

  constructor(
    private readonly turn: Turn,
    private readonly warm: Warm = new Map(),
  ) {
    this.state = new JoinRecords(turn, (key) => {
      const full = warmKey('state', key);
      return full !== null && warm.has(full) ? { row: warm.get(full) as JoinRecord | undefined } : null;
    });
  }

  async get<Of extends keyof JoinRows>(
    table: Of,
    keys: readonly string[],
  ): Promise<(JoinRows[Of] | undefined)[]> {
    if (isState(table)) return (await this.state.get(keys)) as (JoinRows[Of] | undefined)[];
    const held = this.held[table as Table];
    const missing = keys.filter((key) => !held.has(key) && !this.isWarm(table, key));
    if (missing.length > 0) await this.read(table as Table, missing);
    return keys.map((key) => held.get(key)!.now as JoinRows[Of] | undefined);
  }

  put<Of extends keyof JoinRows>(table: Of, key: string, row: JoinRows[Of] | null): void {
    if (isState(table)) {
      this.state.set(key, row as string | null);
      return;
    }
    const held = this.held[table as Table].get(key);
    if (!held) this.unread.push([table as Table, key]);
    this.held[table as Table].set(key, {
      before: held?.before,
      now: (row ?? undefined) as Row | undefined,
      put: true,
    });
  }

  /** Whether a row need not be read; it is then held as if it had been. */
  private isWarm(table: keyof JoinRows, key: string): boolean {
    const full = warmKey(table, key);
    if (full === null || !this.warm.has(full)) return false;
    const row = this.warm.get(full) as Row | undefined;
    this.held[table as Table].set(key, { before: row, now: row, put: false });
    return true;
  }

  /** The rows that were read or put, as they stand when all is written. */
  *used(): Generator<[key: string, row: JoinedEntity | JoinRecord | undefined]> {
    for (const [key, row] of this.state) {
      const full = warmKey('state', key);
      if (full !== null) yield [full, row];
    }
    // last: they are the smallest and asked for most often
    for (const [key, { now }] of this.held.entities)
      yield [warmKey('entities', key)!, now as JoinedEntity | undefined];
  }

  private async read(table: Table, keys: readonly string[]): Promise<void> {
    const store = this.turn.objectStore(table);
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
      const rows = await together(keys, (key) => this.turn.objectStore(table).get(key) as Promise<unknown>);
      keys.forEach((key, i) => {
        this.held[table].get(key)!.before = plain(table, rows[i]);
      });
    }
    const changed = new Set([...this.putIn('links'), ...this.putIn('contributions')]);
    // what was only linked otherwise has its contribution read now
    await this.get('contributions', [...changed]);
    await this.get('links', [...changed]);
    for (const id of changed) this.writePostings(id);
    await this.state.flush();
    for (const table of TABLES) for (const key of this.putIn(table)) this.write(table, key);
  }

  private putIn(table: Table): string[] {
    return [...this.held[table]].filter(([, { put }]) => put).map(([key]) => key);
  }

  private write(table: Table, key: string): void {
    const { now } = this.held[table].get(key)!;
    const { turn } = this;
    if (now === undefined) writerOf(turn, table).delete(key);
    else if (table === 'entities') writerOf(turn, table).put(entityRow(now as JoinRows['entities']));
    else if (table === 'links') writerOf(turn, table).put(now as Links, key);
    else writerOf(turn, table).put(JSON.stringify(now), key);
  }

  private writePostings(id: string): void {
    const writer = writerOf(this.turn, 'postings');
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
    for (const entity of gone) writer.delete(keyOf(entity, contribution.before));
    const lot = lotOf(id);
    for (const [entity, row] of put)
      writer.put({ said: JSON.stringify(row), lot: [entity, lot] }, keyOf(entity, contribution.now));
  }
}

const isState = (table: keyof JoinRows): boolean => table === 'state';

/** A row as the join knows it: an entity's without what only the table needs, a contribution's unpacked. */
function plain(table: Table, row: unknown): Row | undefined {
  if (row === undefined) return undefined;
  if (table === 'contributions') return JSON.parse(row as string) as Contribution;
  if (table !== 'entities') return row as Row;
  const { words: _, ...entity } = row as JoinRows['entities'] & { words: string[] };
  return entity;
}
