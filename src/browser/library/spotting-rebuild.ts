import { ImageBuilder } from '../../link/base';
import { ENOUGH } from '../../link/rows';
import { reading, stateOf, together } from './database';
import type { EntityRow } from './schema';
import { postingsIn, rowBy, spottedArticle, spottedRow } from './spotting-read';

/** Entities, and articles, that are read at once. */
const BATCH = 200;

/**
 * All that spotting needs, read from the library's tables, and the generation from which on changes are not sure to be in
 * it. Other changes may come between: what they change is noted for spotting.
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
    const rows = await together(runsIn(entities), async (run) => {
      if (run[0]!.articles > ENOUGH) return [await spottedRow(turn, run[0]!)];
      const postings = await postingsIn(turn, IDBKeyRange.bound([run[0]!.id], [run.at(-1)!.id, []]));
      return run.map((entity) => rowBy(entity, postings.get(entity.id) ?? new Map()));
    });
    for (const row of rows.flat()) builder.add(row);
    return entities.at(-1)?.id ?? null;
  });

/** Entities one after the other whose postings are read together; who is in many articles stands alone. */
function runsIn(entities: readonly EntityRow[]): EntityRow[][] {
  const runs: EntityRow[][] = [];
  let open: EntityRow[] | null = null;
  for (const entity of entities) {
    if (entity.articles > ENOUGH) {
      runs.push([entity]);
      open = null;
    } else if (open) open.push(entity);
    else {
      open = [entity];
      runs.push(open);
    }
  }
  return runs;
}

const addArticles = (builder: ImageBuilder, after: string): Promise<string | null> =>
  reading(['links'], async (turn) => {
    const range = IDBKeyRange.lowerBound(after, true);
    const store = turn.objectStore('links');
    const [ids, links] = await Promise.all([store.getAllKeys(range, BATCH), store.getAll(range, BATCH)]);
    ids.forEach((id, i) => {
      builder.addArticle(spottedArticle(id, links[i]!));
    });
    return ids.at(-1) ?? null;
  });
