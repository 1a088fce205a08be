import type { Corpus, CorpusEntity } from '../corpus/types';
import type { Article, Reading } from '../extract/types';

/** One article of the corpus with what was read in it. */
export interface Leaf {
  article: Article;
  reading: Reading;
}

/** A corpus with the look-ups that a card needs, made once for each corpus. */
export interface CorpusView {
  corpus: Corpus;
  entities: ReadonlyMap<string, CorpusEntity>;
  leaves: ReadonlyMap<string, Leaf>;
  /** For each entity the articles that mention it, the newest first, those without a date last. */
  leavesOf: ReadonlyMap<string, readonly Leaf[]>;
  /** Every article, the newest first. */
  newest: readonly Leaf[];
  /** How many articles there are, and how many of them mention the entity; of a part, in the whole that it is a part of. */
  inAll(entity: string): { articles: number; naming: number };
}

const views = new WeakMap<Corpus, CorpusView>();

/**
 * The view of a corpus. The first call walks every mention of the corpus; later calls with the same object are a
 * look-up. A corpus is a value: one that changes is a new object.
 */
export function viewOf(corpus: Corpus): CorpusView {
  const known = views.get(corpus);
  if (known) return known;
  const readings = new Map(corpus.readings.map((reading) => [reading.id, reading]));
  const leaves = new Map<string, Leaf>();
  for (const article of corpus.articles) {
    const reading = readings.get(article.id);
    if (reading) leaves.set(article.id, { article, reading });
  }
  const newest = [...leaves.values()].sort((a, b) => byDay(dayOf(b), dayOf(a)));
  const leavesOf = new Map<string, Leaf[]>();
  for (const leaf of newest) {
    for (const id of entitiesIn(leaf.reading)) {
      const list = leavesOf.get(id);
      if (list) list.push(leaf);
      else leavesOf.set(id, [leaf]);
    }
  }
  const entities = new Map(corpus.entities.map((entity) => [entity.id, entity]));
  const inAll: CorpusView['inAll'] = (entity) => ({
    articles: corpus.inAll?.articles ?? newest.length,
    naming: corpus.inAll?.naming[entity] ?? leavesOf.get(entity)?.length ?? 0,
  });
  const view = { corpus, entities, leaves, leavesOf, newest, inAll };
  views.set(corpus, view);
  return view;
}

function entitiesIn(reading: Reading): Set<string> {
  const ids = new Set<string>();
  for (const { entity } of reading.mentions) if (entity !== null) ids.add(entity);
  for (const { entity } of reading.roles) ids.add(entity);
  for (const { entity } of reading.quotes) if (entity !== null) ids.add(entity);
  for (const { entities } of reading.events) for (const id of entities) ids.add(id);
  return ids;
}

const dayOf = ({ article }: Leaf): string => article.published.date ?? '';

/** Orders ISO 8601 days, the earlier first; an empty string (no day) comes before all. */
export const byDay = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
