import type { Links } from '../../corpus/join/types';
import type { LibraryChange } from '../../link/delta';
import { ENOUGH, type SpottedArticle, type SpottedEntity, sampleOf, spottedEntity } from '../../link/rows';
import { reading, together } from './database';
import type { EntityRow, PostingKey, PostingRow, ReadTurn } from './schema';

/** Entities, and articles, that are read in one turn: others may come between two of them. */
const BATCH = 200;

/**
 * What spotting is to know of entities and articles as they stand in the library's tables; null for those that are no
 * more. Other changes may come between; whatever they change is noted for spotting anew.
 */
export async function spottedChange(
  entities: Iterable<string>,
  articles: Iterable<string>,
): Promise<LibraryChange> {
  const change = { entities: new Map(), articles: new Map() };
  for (const ids of batches(entities))
    for (const [id, row] of await rowsOf(ids)) change.entities.set(id, row);
  for (const ids of batches(articles))
    for (const [id, row] of await articlesOf(ids)) change.articles.set(id, row);
  return change;
}

function* batches(ids: Iterable<string>): Generator<string[]> {
  const all = [...ids];
  for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH);
}

const rowsOf = (ids: readonly string[]): Promise<[id: string, row: SpottedEntity | null][]> =>
  reading(['entities', 'postings'], async (turn) => {
    const found = await together(ids, (id) => turn.objectStore('entities').get(id));
    const rows = found.filter((row) => row !== undefined);
    const spotted = await together(rows, (row) => spottedRow(turn, row));
    const known = new Map(spotted.map((row) => [row.id, row]));
    return ids.map((id) => [id, known.get(id) ?? null]);
  });

const articlesOf = (ids: readonly string[]): Promise<[id: string, row: SpottedArticle | null][]> =>
  reading(['links'], async (turn) => {
    const links = await together(ids, (id) => turn.objectStore('links').get(id));
    return ids.map((id, i) => [id, links[i] ? spottedArticle(id, links[i]) : null]);
  });

/** What spotting is to know of an article. */
export const spottedArticle = (id: string, links: Links): SpottedArticle => ({
  id,
  entities: [...new Set(Object.values(links))],
});

/** Postings of an entity by the articles' ids, with the days. */
type Postings = Map<string, { date: string; said: string }>;

/** What spotting is to know of an entity. Of one in many articles only so many postings are read as of any other. */
export async function spottedRow(turn: ReadTurn, entity: EntityRow): Promise<SpottedEntity> {
  const range = IDBKeyRange.bound([entity.id], [entity.id, []]);
  const read = entity.articles > ENOUGH ? few(turn, range) : postingsIn(turn, range);
  return rowBy(entity, (await read).get(entity.id) ?? new Map());
}

/** The row of an entity by its postings, of which those of its sample are needed. */
export function rowBy(
  { id, kind, name, aliases, curated, weight, articles }: EntityRow,
  postings: Postings,
): SpottedEntity {
  const known = { id, kind, name, aliases, salience: weight, articles, ...(curated ? { curated } : {}) };
  const sample = sampleOf([...postings].map(([article, { date }]) => ({ id: article, date })));
  return spottedEntity(
    known,
    sample.map((article) => ({ id: article, ...(JSON.parse(postings.get(article)!.said) as PostingRow) })),
  );
}

/** The postings in a range, by entity. */
export async function postingsIn(
  turn: ReadTurn,
  range: IDBKeyRange,
  most?: number,
): Promise<Map<string, Postings>> {
  const store = turn.objectStore('postings');
  return byEntity(await Promise.all([store.getAllKeys(range, most), store.getAll(range, most)]));
}

/** Of an entity that is in many articles, postings with the same sample as all of them: they are as many in any library. */
async function few(turn: ReadTurn, range: IDBKeyRange): Promise<Map<string, Postings>> {
  const store = turn.objectStore('postings');
  const index = store.index('lot');
  const last = await (await store.openKeyCursor(range, 'prev'))?.advance(ENOUGH / 2 - 1);
  const [id, day] = [range.lower[0] as string, last?.key[1] ?? ''];
  const found = await Promise.all([
    postingsIn(turn, IDBKeyRange.bound([id, day, []], range.upper)),
    // of the day on which the newest half begins those with the least ids are in it
    postingsIn(turn, IDBKeyRange.bound([id, day], [id, day, []]), ENOUGH / 2),
    Promise.all([index.getAllKeys(range, ENOUGH + 1), index.getAll(range, ENOUGH + 1)]).then(byEntity),
  ]);
  return new Map([[id, new Map(found.flatMap((some) => [...(some.get(id) ?? [])]))]]);
}

function byEntity([keys, rows]: [PostingKey[], { said: string }[]]): Map<string, Postings> {
  const found = new Map<string, Postings>();
  keys.forEach(([entity, date, article], i) => {
    const known = found.get(entity) ?? new Map();
    found.set(entity, known.set(article, { date, said: rows[i]!.said }));
  });
  return found;
}
