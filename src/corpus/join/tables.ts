import type { Kind } from '../../extract/types';
import type { CuratedEntity } from '../types';
import type { Claim, Counted, Tally } from './entity';
import type { Name } from './names';
import type { Correction, JoinStore } from './types';

/** Things by key in the order of their articles' places: few in the row itself, many in shards by the place's first bits. */
export interface List<Value> {
  count: number;
  bits: number;
  few: Map<string, Value>;
}

/** What all local entities say of a name, counted, so that it can be taken back (`Facts` where more than 0). */
export interface NameRow {
  /** 1 for a curated entry. */
  listed: number;
  said: number;
  person: number;
  other: number;
  body: number;
  acronym: number;
  initials: Map<string, number>;
  shorts: Map<string, number>;
  /** Of those that are counted under it. */
  tally: Tally;
  named: Map<Kind, number>;
  /** The articles of those, and the first of them by place. */
  articles: List<1>;
  first: string[];
  /** Names that one local entity has beside this one, under which it is counted; and listed ones that it is taken for. */
  read: Map<Name, number>;
  taken: Map<Name, number>;
  /** Names under which such a local entity is counted. */
  beside: Map<Name, number>;
  /** Decisions of the second and the third sieve, and the names that have decided for this one. */
  variant: Name | null;
  variantOf: Set<Name>;
  story: Name | null;
  storyOf: Set<Name>;
  /** The clusters after the first, second and third sieve. */
  one: Name;
  two: Name;
  three: Name;
}

/** A cluster after the second sieve. */
export interface GroupRow {
  names: Name[];
  named: Map<Kind, number>;
  standing: [articleId: string, subject: string][];
}

/** A cluster after the third sieve, with those that are attached to it by one word. */
export interface ClusterRow {
  names: Name[];
  groups: Name[];
  tally: Tally;
  attached: Tally;
  /** By word row, how many are attached. */
  words: Map<string, number>;
  plain: string | null;
  id: string | null;
}

/** Who is found under a key, who looks there, and how many local entities of one word do. */
export interface KeyRow {
  found: Set<Name>;
  seek: Set<Name>;
  lone: number;
}

/** A local entity that is known by one word. */
export interface Lone {
  local: Counted;
  subject: string;
  /** The cluster that it is attached to; null for none. */
  to: Name | null;
  /** Its group of those that are attached to none. */
  group: string | null;
}

/** The local entities known by one word, and the groups of those that belong to nobody. */
export interface WordRow {
  lone: List<Lone>;
  groups: string[];
  /** What they have seen of the clusters when they were decided. */
  seen: string;
}

/** A group of those. */
export interface LooseRow {
  word: string;
  plain: string;
  id: string;
}

interface Rows {
  n: NameRow;
  g: GroupRow;
  c: ClusterRow;
  k: KeyRow;
  w: WordRow;
  l: LooseRow;
  /** By plain id, who claims it. */
  b: Claim[];
  /** Shards of lists. */
  s: Map<string, unknown>;
  /** Article ids by the first six bits of their places. */
  d: Set<string>;
  r: { curated: CuratedEntity[]; corrections: Correction[] };
}

/** A row's table and its key there. */
export type RowKey = readonly [keyof Rows, string];

/** The rows of the state, loaded in batches, changed in place, and written at the end. */
export class Tables {
  private readonly rows = new Map<string, unknown>();
  private readonly touched = new Set<string>();

  constructor(private readonly store: JoinStore) {}

  /** Loads the rows of these keys that are not yet loaded. */
  async load(...wanted: Iterable<RowKey>[]): Promise<void> {
    const keys = new Set<string>();
    for (const list of wanted)
      for (const [table, key] of list) if (!this.rows.has(`${table}:${key}`)) keys.add(`${table}:${key}`);
    if (keys.size === 0) return;
    const all = [...keys];
    const rows = await this.store.get('state', all);
    for (const [i, key] of all.entries())
      this.rows.set(key, rows[i] === undefined ? undefined : decode(JSON.parse(rows[i])));
  }

  /** A row that is loaded; to be changed in place, and then told by `touch`. */
  get<Table extends keyof Rows>(table: Table, key: string): Rows[Table] | undefined {
    const full = `${table}:${key}`;
    if (!this.rows.has(full)) throw new Error(`the row ${full} is not loaded`);
    return this.rows.get(full) as Rows[Table] | undefined;
  }

  has(table: keyof Rows, key: string): boolean {
    return this.rows.has(`${table}:${key}`);
  }

  touch(table: keyof Rows, key: string): void {
    this.touched.add(`${table}:${key}`);
  }

  set<Table extends keyof Rows>(table: Table, key: string, row: Rows[Table] | null): void {
    this.rows.set(`${table}:${key}`, row ?? undefined);
    this.touch(table, key);
  }

  flush(): void {
    for (const key of this.touched) {
      const row = this.rows.get(key);
      const empty = row === undefined || ((row instanceof Map || row instanceof Set) && row.size === 0);
      this.store.put('state', key, empty ? null : JSON.stringify(encode(row)));
    }
    this.touched.clear();
  }
}

/** Rows are kept as plain JSON: a map as {map: […]}, a set as {set: […]}. */
function encode(value: unknown): unknown {
  if (value instanceof Map) return { map: [...value].map(([key, one]) => [key, encode(one)]) };
  if (value instanceof Set) return { set: [...value] };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, encode(one)]));
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  if ('map' in value)
    return new Map((value.map as [unknown, unknown][]).map(([key, one]) => [key, decode(one)]));
  if ('set' in value) return new Set(value.set as unknown[]);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, decode(one)]));
}
