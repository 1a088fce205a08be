import type { Day, Entity, Reading } from '../extract/types';
import { gazetteerOf } from './aliases';
import { joinAll } from './join/batch';
import { contributionOf } from './join/contribution';
import type { Correction, JoinedEntity, Links } from './join/types';
import { indexPassages } from './passages';
import {
  type Corpus,
  type CorpusEntity,
  type CuratedEntity,
  type ReadArticle,
  SCHEMA_VERSION,
} from './types';

export type { ReadArticle } from './types';

/**
 * Joins what articles say into a corpus: entities of several articles that are one, their aliases, their salience, the
 * passage index and the gazetteer. Pure and deterministic. Ids of the curated list are kept; its entities need not be in
 * any article. The readings' entity ids become the corpus's. An article id that comes twice: the later one counts.
 * Corrections are followed, and stay with the corpus.
 */
export function compile(
  read: readonly ReadArticle[],
  curated: readonly CuratedEntity[] = [],
  corrections: readonly Correction[] = [],
): Corpus {
  const pairs = [...new Map(read.map((pair) => [pair.article.id, pair])).values()];
  const { entities: joined, links } = joinAll(pairs.map(contributionOf), curated, corrections);
  const entities = corpusEntities(joined.values());
  const readings = pairs.map(({ article, reading }) => withLinks(reading, links.get(article.id)!));
  const articles = pairs.map(({ article }) => article);
  const days = articles
    .map((a) => a.published.date)
    .filter((day): day is Day => day !== null)
    .sort();
  return {
    schemaVersion: SCHEMA_VERSION,
    articles,
    entities,
    readings,
    index: indexPassages(articles, readings, entities),
    gazetteer: gazetteerOf(entities),
    covers: { from: days[0] ?? null, to: days.at(-1) ?? null },
    ...(corrections.length > 0 && { corrections: [...corrections] }),
  };
}

/**
 * Merges corpora (the bundled one and the reader's library): what they say is joined anew, so that an entity of both
 * becomes one. Where an article is in several, the last counts.
 */
export function mergeCorpora(corpora: readonly Corpus[]): Corpus {
  const pairs = corpora.flatMap(({ articles, readings }) =>
    articles.map((article, i) => ({ article, reading: readings[i]! })),
  );
  const curated = new Map<string, CuratedEntity>();
  for (const { entities } of corpora)
    for (const e of entities) if (e.curated && !curated.has(e.id)) curated.set(e.id, e);
  return compile(pairs, [...curated.values()]);
}

/** The Reading with the corpus's ids; entities of it that are one in the corpus become one, and those that nobody is are none. */
export function withLinks(reading: Reading, links: Links): Reading {
  const orNull = (id: string | null) => (id === null ? null : (links[id] ?? null));
  const entities = new Map<string, Entity>();
  for (const entity of reading.entities) {
    const id = links[entity.id];
    if (id === undefined) continue;
    const known = entities.get(id);
    const aliases = known
      ? [...new Set([...known.aliases, entity.name, ...entity.aliases])].filter((form) => form !== known.name)
      : entity.aliases;
    entities.set(id, { ...(known ?? entity), id, aliases });
  }
  return {
    ...reading,
    entities: [...entities.values()],
    mentions: reading.mentions.map((m) => ({ ...m, entity: orNull(m.entity) })),
    roles: reading.roles.flatMap((r) =>
      links[r.entity] === undefined ? [] : { ...r, entity: links[r.entity]! },
    ),
    quotes: reading.quotes.map((q) => ({ ...q, entity: orNull(q.entity) })),
    events: reading.events.map((e) => ({
      ...e,
      entities: [...new Set(e.entities.flatMap((id) => links[id] ?? []))],
    })),
  };
}

/** Joined entities as a corpus has them: salience is their weight, the highest made 1; in that order. */
export function corpusEntities(joined: Iterable<JoinedEntity>): CorpusEntity[] {
  const all = [...joined];
  const most = all.reduce((max, { weight }) => Math.max(max, weight), 1e-9);
  return all
    .map(({ weight, articles: _, ...entity }) => ({
      ...entity,
      salience: Math.round((1000 * weight) / most) / 1000,
    }))
    .sort((a, b) => b.salience - a.salience || (a.id < b.id ? -1 : 1));
}
