import { localsOf } from '../corpus/join/contribution';
import type { Corpus } from '../corpus/types';
import { type SpottedArticle, type SpottedEntity, type Surroundings, sampleOf, spottedEntity } from './rows';

const NOTHING: Surroundings = { terms: [], roleWords: [] };

/** The rows of a corpus to make an image of, in the order of its entities. */
export function* corpusEntities({ articles, readings, entities }: Corpus): Generator<SpottedEntity> {
  const at = new Map(articles.map(({ id }, i) => [id, i]));
  const articlesOf = new Map<string, { id: string; date: string }[]>();
  for (const { id: article, published, entities: named } of readings)
    for (const { id } of named) {
      const one = { id: article, date: published.date ?? '' };
      const known = articlesOf.get(id);
      if (known) known.push(one);
      else articlesOf.set(id, [one]);
    }
  const told = new Map<string, Map<string, Surroundings>>();
  const toldIn = (article: string): Map<string, Surroundings> => {
    let known = told.get(article);
    if (!known) {
      const pair = { article: articles[at.get(article)!]!, reading: readings[at.get(article)!]! };
      known = new Map(localsOf(pair).map(({ id, terms, roleWords }) => [id, { terms, roleWords }]));
      told.set(article, known);
    }
    return known;
  };
  for (const entity of entities) {
    const own = articlesOf.get(entity.id) ?? [];
    const sample = sampleOf(own).map((id) => ({ id, ...(toldIn(id).get(entity.id) ?? NOTHING) }));
    yield spottedEntity({ ...entity, articles: own.length }, sample);
  }
}

export function* corpusArticles({ readings }: Corpus): Generator<SpottedArticle> {
  for (const { id, entities } of readings) yield { id, entities: entities.map((entity) => entity.id) };
}
