import {
  ROWS_VERSION,
  type SpottedArticle,
  type SpottedEntity,
  sampleOf,
  spottedEntity,
} from '../../link/rows';
import type { Changed, Derive } from './changed';
import type { EntityRow, PostingKey, PostingRow, ReadTurn, Turn } from './schema';

/** What a change of the library changed for spotting, in full, so that nothing else is read when the images come up to date. */
export interface LogRow {
  /** `ROWS_VERSION` of who wrote it. */
  version: number;
  generation: number;
  /** By id, null: it is no more. */
  entities: [id: string, row: SpottedEntity | null][];
  articles: [id: string, row: SpottedArticle | null][];
}

/** The key of a change in `images`: they come in the order of their generations. */
export const logKey = (generation: number): string => `log:${String(generation).padStart(12, '0')}`;

/** Notes for spotting what a change of the library has changed. */
export const deriveSpotting: Derive = async (changed) => {
  const { turn, delta, generation } = changed;
  const articles = await articlesIn(changed);
  const ids = new Set(delta.entities.keys());
  for (const [, article] of articles) for (const id of article?.entities ?? []) ids.add(id);
  const entities = await Promise.all(
    [...ids].map(async (id): Promise<LogRow['entities'][number]> => [id, await rowIn(turn, id)]),
  );
  const row: LogRow = { version: ROWS_VERSION, generation, entities, articles };
  await turn.objectStore('images').put(row, logKey(generation));
};

/** The articles that have come, gone or have other entities now. */
async function articlesIn({ turn, put, gone, delta }: Changed): Promise<LogRow['articles']> {
  const ids = new Set([...put, ...gone].map(({ article }) => article.id));
  for (const id of delta.links.keys()) ids.add(id);
  return Promise.all(
    [...ids].map(async (id): Promise<LogRow['articles'][number]> => {
      const links = await turn.objectStore('links').get(id);
      return [id, links ? { id, entities: [...new Set(Object.values(links))] } : null];
    }),
  );
}

/** What spotting is to know of an entity as it stands in the tables; null if it is no more. */
async function rowIn(turn: Turn, id: string): Promise<SpottedEntity | null> {
  const range = IDBKeyRange.bound([id], [id, []]);
  const entity = await turn.objectStore('entities').get(id);
  const keys = entity ? await turn.objectStore('postings').getAllKeys(range) : [];
  return entity ? spottedRow(entity, keys, await sampleIn(turn, range, keys)) : null;
}

/** The postings that a sample is made of, by their articles: all of them at once where they are few. */
async function sampleIn(
  turn: ReadTurn | Turn,
  range: IDBKeyRange,
  keys: readonly PostingKey[],
): Promise<Map<string, PostingRow>> {
  const store = (turn as ReadTurn).objectStore('postings');
  const wanted = new Set(sampleOf(keys.map(([, date, id]) => ({ id, date }))));
  if (wanted.size === keys.length) {
    const rows = await store.getAll(range);
    return new Map(keys.map(([, , id], i) => [id, rows[i]!]));
  }
  const sampled = keys.filter(([, , id]) => wanted.has(id));
  // a turn that is cut off throws at once: none of these may be left that nobody awaits
  const rows = await Promise.all(sampled.map(async (key) => store.get(key)));
  return new Map(sampled.map(([, , id], i) => [id, rows[i]!]));
}

/** The row of an entity by its postings, of which those of its sample are needed. */
export function spottedRow(
  { id, kind, name, aliases, curated, weight, articles }: EntityRow,
  keys: readonly PostingKey[],
  postings: ReadonlyMap<string, PostingRow>,
): SpottedEntity {
  const known = { id, kind, name, aliases, salience: weight, articles, ...(curated ? { curated } : {}) };
  const sample = sampleOf(keys.map(([, date, article]) => ({ id: article, date })));
  return spottedEntity(
    known,
    sample.map((article) => ({ id: article, terms: [], roleWords: [], ...postings.get(article) })),
  );
}
