import { LIMITS } from './limits';
import { placeOf } from './subject';
import type { List, Tables } from './tables';

/** A list with nothing in it: its first things are in the row itself, so that a row does not grow with the library. */
export const emptyList = <Value>(): List<Value> => ({ count: 0, bits: 0, few: new Map() });

/** The place of a key, which is an article's id, with or without a local entity's after a zero. */
const keyPlace = (key: string): number => placeOf(key.split('\0')[0]!);

const shardOf = (place: number, bits: number): number => (bits === 0 ? 0 : place >>> (32 - bits));

const shardKey = (of: string, bits: number, shard: number): string => `${of}\0${bits}\0${shard}`;

/** A change of one list: what is put in or changed, and what is taken out (null). */
export interface ListChange<Value> {
  of: string;
  list: List<Value>;
  changes: ReadonlyMap<string, Value | null>;
}

/** Changes lists; the caller touches the rows that hold them. */
export async function changeLists<Value>(tables: Tables, all: readonly ListChange<Value>[]): Promise<void> {
  await tables.load(
    all.flatMap(({ of, list, changes }) =>
      list.bits === 0
        ? []
        : [...changes.keys()].map(
            (key) => ['s', shardKey(of, list.bits, shardOf(keyPlace(key), list.bits))] as const,
          ),
    ),
  );
  for (const { of, list, changes } of all)
    for (const [key, value] of changes) {
      const shard = shardFor(tables, of, list, key);
      list.count += Number(value !== null) - Number(shard.has(key));
      if (value === null) shard.delete(key);
      else shard.set(key, value);
    }
  for (const { of, list } of all)
    if (list.count > LIMITS.row * 2 ** list.bits || (list.count === 0 && list.bits > 0))
      await split(tables, of, list);
}

function shardFor<Value>(tables: Tables, of: string, list: List<Value>, key: string): Map<string, Value> {
  if (list.bits === 0) return list.few;
  const at = shardKey(of, list.bits, shardOf(keyPlace(key), list.bits));
  let shard = tables.get('s', at) as Map<string, Value> | undefined;
  if (!shard) {
    shard = new Map();
    tables.set('s', at, shard);
  }
  tables.touch('s', at);
  return shard;
}

/** Puts a list into twice as many shards as it takes. */
async function split<Value>(tables: Tables, of: string, list: List<Value>): Promise<void> {
  const all = await allIn(tables, of, list);
  for (let shard = 0; list.bits > 0 && shard < 2 ** list.bits; shard++)
    tables.set('s', shardKey(of, list.bits, shard), null);
  list.few = new Map();
  list.bits = list.count === 0 ? 0 : Math.ceil(Math.log2((2 * list.count) / LIMITS.row));
  if (list.bits > 0)
    await tables.load(
      Array.from({ length: 2 ** list.bits }, (_, i) => ['s', shardKey(of, list.bits, i)] as const),
    );
  for (const [key, value] of all) shardFor(tables, of, list, key).set(key, value);
}

/** Everything in a list. */
export async function allIn<Value>(
  tables: Tables,
  of: string,
  list: List<Value>,
): Promise<Map<string, Value>> {
  if (list.bits === 0) return new Map(list.few);
  const keys = Array.from({ length: 2 ** list.bits }, (_, i) => shardKey(of, list.bits, i));
  await tables.load(keys.map((key) => ['s', key] as const));
  return new Map(
    keys.flatMap((key) => [...((tables.get('s', key) as Map<string, Value> | undefined) ?? [])]),
  );
}

/** The first keys by place, by shards as far as it takes. */
export async function firstIn(
  tables: Tables,
  of: string,
  list: List<unknown>,
  count: number,
): Promise<string[]> {
  const keys: string[] = [];
  if (list.bits === 0) keys.push(...list.few.keys());
  for (let shard = 0; list.bits > 0 && shard < 2 ** list.bits && keys.length < count; shard++) {
    const at = shardKey(of, list.bits, shard);
    await tables.load([['s', at]]);
    keys.push(...(tables.get('s', at)?.keys() ?? []));
  }
  return firstByPlace(keys, count);
}

/** The first of article ids by place, and by id where two share one. */
export function firstByPlace(ids: Iterable<string>, count: number): string[] {
  const placed = [...ids].map((id): [number, string] => [keyPlace(id), id]);
  return placed
    .sort(([a, x], [b, y]) => a - b || (x < y ? -1 : 1))
    .slice(0, count)
    .map(([, id]) => id);
}
