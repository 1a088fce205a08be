import { joinAll } from '../../corpus/join/batch';
import type {
  Contribution,
  Correction,
  JoinDelta,
  JoinedEntity,
  JoinStore,
  Links,
} from '../../corpus/join/types';
import type { CuratedEntity } from '../../corpus/types';

export { contributionOf } from '../../corpus/join/contribution';

/** What the join is told of a change. */
export interface JoinChange {
  put: readonly Contribution[];
  remove: readonly string[];
  curated: readonly CuratedEntity[];
  corrections: readonly Correction[];
}

/** Brings the join's tables to where they would stand had all articles been joined at once. */
export type Join = (store: JoinStore, change: JoinChange) => Promise<JoinDelta>;

/** Under these the ids of all articles and of all entities are kept. */
const [ARTICLES, ENTITIES] = ['articles', 'entities'];

/** Joins all articles anew and tells what has become another; stands in until the join itself grows with what changes. */
export const join: Join = async (store, { put, remove, curated, corrections }) => {
  const [known = [], stood = []] = (await store.get('state', [ARTICLES!, ENTITIES!])) as (
    | string[]
    | undefined
  )[];
  for (const id of remove) {
    store.put('contributions', id, null);
    store.put('links', id, null);
  }
  for (const one of put) store.put('contributions', one.articleId, one);
  const gone = new Set(remove);
  const ids = [...new Set([...known, ...put.map(({ articleId }) => articleId)])]
    .filter((id) => !gone.has(id))
    .sort();
  const contributions = (await store.get('contributions', ids)).filter((one) => one !== undefined);
  const { entities, links } = joinAll(contributions, curated, corrections);
  const delta: JoinDelta = { entities: new Map(), links: new Map(remove.map((id) => [id, null])) };
  await tell('entities', [...new Set([...stood, ...entities.keys()])], entities, delta.entities);
  await tell('links', ids, links, delta.links);
  store.put('state', ARTICLES!, ids);
  store.put('state', ENTITIES!, [...entities.keys()].sort());
  return delta;

  async function tell<Table extends 'entities' | 'links'>(
    table: Table,
    keys: readonly string[],
    now: ReadonlyMap<string, JoinedEntity | Links>,
    told: Map<string, unknown>,
  ) {
    const before = await store.get(table, keys);
    keys.forEach((key, i) => {
      const row = now.get(key) ?? null;
      if (JSON.stringify(row) === JSON.stringify(before[i] ?? null)) return;
      store.put(table, key, row as never);
      told.set(key, row);
    });
  }
};
