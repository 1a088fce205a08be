import type { Changed, Derive } from './changed';
import { together, writerOf } from './database';

/**
 * What a change of the library changed for spotting, by ids alone: their rows are read when the images come up to date, once
 * for all changes since.
 */
export interface LogRow {
  generation: number;
  entities: string[];
  articles: string[];
}

/** The key of a change in `images`: they come in the order of their generations. */
export const logKey = (generation: number): string => `log:${String(generation).padStart(12, '0')}`;

/** Notes for spotting what a change of the library has changed. */
export const deriveSpotting: Derive = async (changed) => {
  const { turn, delta, generation } = changed;
  const articles = new Set([...changed.put, ...changed.gone].map(({ article }) => article.id));
  for (const id of delta.links.keys()) articles.add(id);
  const entities = new Set(delta.entities.keys());
  // what stands around an entity may be other than before though nothing else of it is
  for (const id of await entitiesIn(changed, articles)) entities.add(id);
  const row: LogRow = {
    generation,
    entities: [...entities],
    articles: [...articles],
  };
  writerOf(turn, 'images').put(row, logKey(generation));
};

/** The entities that articles have now. */
async function entitiesIn({ turn, delta }: Changed, articles: Iterable<string>): Promise<string[]> {
  const ids = [...articles];
  const unread = ids.filter((id) => !delta.links.has(id));
  const links = await together(unread, (id) => turn.objectStore('links').get(id));
  return [...ids.map((id) => delta.links.get(id)), ...links].flatMap((one) => Object.values(one ?? {}));
}
