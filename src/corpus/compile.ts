import type { Day, Entity, Kind, Reading } from '../extract/types';
import { KINDS } from '../extract/types';
import { gazetteerOf } from './aliases';
import { clusterEntities } from './cluster';
import { cleanAlias, nameKey, trimOrdinary } from './forms';
import { articleVectors, collectLocals, type LocalEntity, type ReadArticle } from './locals';
import { indexPassages } from './passages';
import { type Corpus, type CorpusEntity, type CuratedEntity, SCHEMA_VERSION } from './types';

export type { ReadArticle } from './locals';

/**
 * Joins what articles say into a corpus: entities of several articles that are one, their aliases, their salience, the
 * passage index and the gazetteer. Pure and deterministic. Ids of the curated list are kept; its entities need not be in
 * any article. The readings' entity ids become the corpus's. An article id that comes twice: the later one counts.
 */
export function compile(read: readonly ReadArticle[], curated: readonly CuratedEntity[] = []): Corpus {
  const pairs = [...new Map(read.map((pair) => [pair.article.id, pair])).values()];
  const locals = [...curatedLocals(curated), ...collectLocals(pairs)];
  const groups = clusterEntities(locals, articleVectors(pairs));
  const entities: CorpusEntity[] = [];
  const ids: Map<string, string>[] = pairs.map(() => new Map());
  const taken = new Set(curated.map((entry) => entry.id));
  for (const group of groups) {
    const entity = entityOf(group, taken, curated);
    taken.add(entity.id);
    for (const local of group) if (local.article >= 0) ids[local.article]!.set(local.entity.id, entity.id);
    entities.push(entity);
  }
  const readings = pairs.map(({ reading }, i) => withIds(reading, ids[i]!));
  const ranked = ranking(entities, readings);
  const articles = pairs.map(({ article }) => article);
  const days = articles
    .map((a) => a.published.date)
    .filter((day): day is Day => day !== null)
    .sort();
  return {
    schemaVersion: SCHEMA_VERSION,
    articles,
    entities: ranked,
    readings,
    index: indexPassages(articles, readings, ranked),
    gazetteer: gazetteerOf(ranked),
    covers: { from: days[0] ?? null, to: days.at(-1) ?? null },
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

function curatedLocals(curated: readonly CuratedEntity[]): LocalEntity[] {
  return curated.map(({ id, kind, name, aliases }) => ({
    article: -1,
    entity: { id, kind, name, aliases },
    kind,
    forms: new Map([name, ...aliases].map((form) => [form.trim(), 1])),
    named: 0,
    curated: true,
  }));
}

/** The joined entity: kind by most mentions, name the fullest form used most, or the curated list's. */
function entityOf(
  group: readonly LocalEntity[],
  taken: ReadonlySet<string>,
  curated: readonly CuratedEntity[],
): CorpusEntity {
  const listed = group.find((local) => local.curated);
  const votes = new Map<Kind, number>(KINDS.map((kind) => [kind, 0]));
  const forms = new Map<string, number>();
  for (const local of group) {
    votes.set(local.kind, votes.get(local.kind)! + local.named + 0.5);
    for (const [form, count] of local.forms) forms.set(form, (forms.get(form) ?? 0) + count);
  }
  const kind = listed?.kind ?? [...votes].sort((a, b) => b[1] - a[1])[0]![0];
  const name = listed?.entity.name ?? fullest(group, forms);
  const entry = curated.find(({ id }) => id === listed?.entity.id);
  return {
    id: listed?.entity.id ?? freeId(kind, name, taken),
    kind,
    name,
    aliases: [...forms.keys()].filter((form) => form !== name && !forms.has(trimOrdinary(form) ?? '')),
    ...(entry?.wikidata ? { wikidata: entry.wikidata } : {}),
    salience: 0,
    ...(listed ? { curated: true as const } : {}),
  };
}

/** Of the articles' fullest forms of several words the one most used; among equals the longest. */
function fullest(group: readonly LocalEntity[], forms: ReadonlyMap<string, number>): string {
  const words = (form: string) => Math.min(2, form.split(/\s+/).length);
  const names = [...new Set(group.map((local) => cleanAlias(local.entity.name) ?? local.entity.name))];
  return names.sort(
    (a, b) =>
      words(b) - words(a) ||
      (forms.get(b) ?? 0) - (forms.get(a) ?? 0) ||
      b.length - a.length ||
      (a < b ? -1 : 1),
  )[0]!;
}

function freeId(kind: Kind, name: string, taken: ReadonlySet<string>): string {
  const base = `${kind}:${
    nameKey(name)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'unnamed'
  }`;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  return id;
}

/** The Reading with the corpus's ids; entities of it that are one in the corpus become one. */
function withIds(reading: Reading, ids: ReadonlyMap<string, string>): Reading {
  const to = (id: string) => ids.get(id)!;
  const orNull = (id: string | null) => (id === null ? null : (ids.get(id) ?? null));
  const entities = new Map<string, Entity>();
  for (const entity of reading.entities) {
    const id = to(entity.id);
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
    roles: reading.roles.filter((r) => ids.has(r.entity)).map((r) => ({ ...r, entity: to(r.entity) })),
    quotes: reading.quotes.map((q) => ({ ...q, entity: orNull(q.entity) })),
    events: reading.events.map((e) => ({
      ...e,
      entities: [...new Set(e.entities.filter((id) => ids.has(id)).map(to))],
    })),
  };
}

/** Salience over the corpus: the sum over articles of 1 / (rank in the article), the highest made 1; in that order. */
function ranking(entities: readonly CorpusEntity[], readings: readonly Reading[]): CorpusEntity[] {
  const sums = new Map<string, number>();
  for (const reading of readings)
    reading.entities.forEach(({ id }, rank) => {
      sums.set(id, (sums.get(id) ?? 0) + 1 / (rank + 1));
    });
  const most = Math.max(1e-9, ...sums.values());
  return entities
    .map((entity) => ({ ...entity, salience: Math.round((1000 * (sums.get(entity.id) ?? 0)) / most) / 1000 }))
    .sort((a, b) => b.salience - a.salience || (a.id < b.id ? -1 : 1));
}
