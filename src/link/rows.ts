import type { Named } from '../corpus/aliases';
import { FIXED, termsOf } from '../corpus/terms';
import { hashWord } from '../text/hash';

/** What linking must know of an entity itself. */
export interface KnownEntity extends Named {
  id: string;
  /** How much of the corpus is about it; only the order and the proportions count. */
  salience: number;
}

/** All that an image to spot with holds of an entity. */
export interface SpottedEntity extends KnownEntity {
  /** In how many articles it is. */
  articles: number;
  /** The subject of the passages that name it: a vector of length 1 but for its lightest terms, the heaviest first. */
  terms: [term: string, weight: number][];
  /** Words of its roles and of the titles before its name, folded. */
  roleWords: string[];
  /** The articles that stand for all it is in, by their ids. */
  sample: string[];
}

/** Which entities are in an article, by their ids. */
export interface SpottedArticle {
  id: string;
  entities: readonly string[];
}

/** What an article says around an entity. */
export interface Surroundings {
  terms: readonly (readonly [term: string, count: number])[];
  roleWords: readonly string[];
}

/** Articles that are looked at for one entity. */
export const ENOUGH = 24;
/** Terms that are kept of an entity's subject. */
const TERMS = 64;

/** By this an article is drawn, the least first. */
export const lotOf = (articleId: string): number => hashWord(articleId);

/**
 * The articles that stand for all that an entity is in: half of them the newest, half drawn by a hash of their ids. It
 * hangs on nothing but which articles there are, and another article changes little of it. A day is "" where none is known.
 * Where they are more, the newest half with all of their days and the `ENOUGH` + 1 with the least lots have the same sample.
 */
export function sampleOf(articles: readonly { id: string; date: string }[]): string[] {
  const byDay = [...articles].sort((a, b) => compare(b.date, a.date) || compare(a.id, b.id));
  if (byDay.length <= ENOUGH) return byDay.map(({ id }) => id);
  const drawn = byDay
    .slice(ENOUGH / 2)
    .map(({ id }) => ({ id, hash: lotOf(id) }))
    .sort((a, b) => a.hash - b.hash || compare(a.id, b.id));
  return [...byDay.slice(0, ENOUGH / 2), ...drawn.slice(0, ENOUGH / 2)].map(({ id }) => id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What an image holds of an entity whose sample of articles says this around it. */
export function spottedEntity(
  entity: KnownEntity & { articles: number },
  sample: readonly (Surroundings & { id: string })[],
): SpottedEntity {
  const { id, kind, name, aliases, curated, salience, articles } = entity;
  // its own names are what was found, not what speaks for it
  const own = new Set(termsOf([name, ...aliases].join(' ')));
  const vector = FIXED.vector(termsAround(sample, own));
  const terms = [...vector].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).slice(0, TERMS);
  return {
    ...{ id, kind, name, aliases, salience, articles, terms },
    ...(curated ? { curated } : {}),
    roleWords: [...new Set(sample.flatMap(({ roleWords }) => roleWords))].sort(),
    sample: sample.map((article) => article.id),
  };
}

function* termsAround(sample: readonly Surroundings[], own: ReadonlySet<string>): Generator<string> {
  for (const { terms } of sample)
    for (const [term, count] of terms) if (!own.has(term)) for (let i = 0; i < count; i++) yield term;
}
