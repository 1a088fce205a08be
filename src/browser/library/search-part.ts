import { withLinks } from '../../corpus/compile';
import { openLeaf } from '../../corpus/search/leaf';
import { KEYS, type LeafRow, type ReadRows } from '../../corpus/search/rows';
import { type Corpus, type CorpusEntity, SCHEMA_VERSION } from '../../corpus/types';
import type { Article, Reading } from '../../extract/types';
import { together } from './database';
import { newestPostings } from './last-keys';
import type { Part } from './part';
import type { EntityRow, ReadTurn } from './schema';

/** What a search has found. */
export interface FoundRows {
  articles: readonly string[];
  entities: readonly EntityRow[];
  /** How many of an entity's newest articles its role is looked for in. */
  newest: number;
}

/**
 * The part of the library that the answer to a search is made from. Its Readings hold only what search shows of them, which
 * is read much faster; who is named beside those found is named as the articles do.
 */
export async function foundPart(
  turn: ReadTurn,
  rows: ReadRows,
  { articles, entities, newest }: FoundRows,
): Promise<Part> {
  const first = together(articles, (id) => leafOf(turn, rows, id));
  first.catch(() => {});
  const keys = (await together(entities, ({ id }) => newestPostings(turn, id, newest))).flat();
  const ids = new Set(keys.map(([, , article]) => article));
  for (const id of articles) ids.delete(id);
  const rest = await together(ids, (id) => leafOf(turn, rows, id));
  const found = [...(await first), ...rest];
  const leaves = found.filter((leaf) => leaf !== null && typeof leaf !== 'string');
  const corpus: Corpus = {
    schemaVersion: SCHEMA_VERSION,
    articles: leaves.map(({ article }) => article),
    readings: leaves.map(({ reading }) => reading),
    entities: entitiesIn(leaves, entities),
    index: {},
    gazetteer: '',
    covers: { from: null, to: null },
  };
  return { corpus, broken: found.filter((leaf) => typeof leaf === 'string') };
}

interface Leaf {
  article: Article;
  /** With the library's ids. */
  reading: Reading;
}

/** An article with what search shows of its Reading; its id alone where that cannot be read, null where there is none. */
async function leafOf(turn: ReadTurn, rows: ReadRows, id: string): Promise<Leaf | string | null> {
  const [row, packed, links = {}] = await Promise.all([
    turn.objectStore('articles').get(id),
    rows.get(KEYS.leaf(id)) as Promise<LeafRow | undefined>,
    turn.objectStore('links').get(id),
  ]);
  if (!row && !packed) return null;
  const article = row?.article as Partial<Article> | undefined;
  const isWhole =
    article?.id === id && typeof article.text === 'string' && typeof article.published === 'object';
  if (!isWhole || !packed) return id;
  try {
    return {
      article: article as Article,
      reading: withLinks(openLeaf(packed.leaf, article as Article), links),
    };
  } catch {
    return id;
  }
}

/** Those found as the library knows them, the others as the articles name them. */
function entitiesIn(leaves: readonly Leaf[], found: readonly EntityRow[]): CorpusEntity[] {
  const entities = new Map<string, CorpusEntity>();
  for (const { reading } of leaves)
    for (const entity of reading.entities) entities.set(entity.id, { ...entity, salience: 0 });
  for (const { weight: _, articles: __, words: ___, ...entity } of found)
    entities.set(entity.id, { ...entity, salience: 0 });
  return [...entities.values()];
}
