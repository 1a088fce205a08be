import { ImageBuilder } from '../../link/base';
import { reading, stateOf } from './database';
import type { PostingKey, PostingRow } from './schema';
import { spottedRow } from './spotting-rows';

/** Entities, and articles, that are read at once. */
const BATCH = 200;

/**
 * All that spotting needs, read from the library's tables, and the generation from which on changes are not sure to be in
 * it. Other changes may come between: what they change is noted for spotting in full.
 */
export async function rowsOfLibrary(): Promise<{ builder: ImageBuilder; through: number }> {
  const builder = new ImageBuilder();
  const { generation } = await reading(['meta'], stateOf);
  for (let after = ''; ; ) {
    const last = await addEntities(builder, after);
    if (last === null) break;
    after = last;
  }
  for (let after = ''; ; ) {
    const last = await addArticles(builder, after);
    if (last === null) break;
    after = last;
  }
  return { builder, through: generation };
}

/** Adds the next entities in the order of their ids. Gives the last of them, null where there was none. */
const addEntities = (builder: ImageBuilder, after: string): Promise<string | null> =>
  reading(['entities', 'postings'], async (turn) => {
    const entities = await turn.objectStore('entities').getAll(IDBKeyRange.lowerBound(after, true), BATCH);
    const [first, last] = [entities[0], entities.at(-1)];
    if (!first || !last) return null;
    const range = IDBKeyRange.bound([first.id], [last.id, []]);
    const store = turn.objectStore('postings');
    const [keys, rows] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
    const keysOf = new Map<string, PostingKey[]>(entities.map(({ id }) => [id, []]));
    const rowsOf = new Map<string, Map<string, PostingRow>>(entities.map(({ id }) => [id, new Map()]));
    keys.forEach((key, i) => {
      keysOf.get(key[0])?.push(key);
      rowsOf.get(key[0])?.set(key[2], rows[i]!);
    });
    for (const entity of entities)
      builder.add(spottedRow(entity, keysOf.get(entity.id)!, rowsOf.get(entity.id)!));
    return last.id;
  });

const addArticles = (builder: ImageBuilder, after: string): Promise<string | null> =>
  reading(['links'], async (turn) => {
    const range = IDBKeyRange.lowerBound(after, true);
    const store = turn.objectStore('links');
    const [ids, links] = await Promise.all([store.getAllKeys(range, BATCH), store.getAll(range, BATCH)]);
    ids.forEach((id, i) => {
      builder.addArticle({ id, entities: [...new Set(Object.values(links[i]!))] });
    });
    return ids.at(-1) ?? null;
  });
