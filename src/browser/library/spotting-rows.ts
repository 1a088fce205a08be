import {
  ENOUGH,
  ROWS_VERSION,
  type SpottedArticle,
  type SpottedEntity,
  sampleOf,
  spottedEntity,
} from '../../link/rows';
import type { Changed, Derive } from './changed';
import type { EntityRow, PostingKey, PostingRow, Turn } from './schema';

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
  const entity = await turn.objectStore('entities').get(id);
  if (!entity) return null;
  const range = IDBKeyRange.bound([id], [id, []]);
  const store = turn.objectStore('postings');
  const few = await store.getAllKeys(range, ENOUGH + 1);
  if (few.length <= ENOUGH) {
    const rows = await store.getAll(range);
    return spottedRow(entity, few, new Map(few.map(([, , article], i) => [article, rows[i]!])));
  }
  const keys = await keysOfMany(turn, id, range);
  const wanted = new Set(sampleOf(keys.map(([, date, article]) => ({ id: article, date }))));
  const sampled = keys.filter(([, , article]) => wanted.has(article));
  // a turn that is cut off throws at once: none of these may be left that nobody awaits
  const rows = await Promise.all(sampled.map(async (key) => store.get(key)));
  return spottedRow(entity, keys, new Map(sampled.map(([, , article], i) => [article, rows[i]!])));
}

/** Of an entity that is in many articles, postings with the same sample as all of them: they are as many in any library. */
async function keysOfMany(turn: Turn, id: string, range: IDBKeyRange): Promise<PostingKey[]> {
  const store = turn.objectStore('postings');
  const last = await (await store.openKeyCursor(range, 'prev'))?.advance(ENOUGH / 2 - 1);
  const day = last?.key[1] ?? '';
  const newest = await store.getAllKeys(IDBKeyRange.bound([id, day], range.upper));
  const drawn = await store.index('lot').getAllKeys(range, ENOUGH + 1);
  return [...new Map([...newest, ...drawn].map((key) => [key[2], key])).values()];
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
