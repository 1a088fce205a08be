import type { Join } from '../../src/browser/library/join';
import type { Contribution, JoinDelta, JoinedEntity, JoinStore, Links } from '../../src/corpus/join/types';
import type { ReadArticle } from '../../src/corpus/types';

/** By article, what its entity of a name brings. */
type Told = Record<string, { forms: string[]; rank: number; named: number }>;

export function contributionOf({ article, reading }: ReadArticle): Contribution {
  const named = (id: string) => reading.mentions.filter((m) => m.entity === id && m.form === 'name').length;
  return {
    articleId: article.id,
    date: article.published.date,
    subject: [],
    locals: reading.entities
      .map(({ id, kind, name, aliases }, rank) => ({
        id,
        kind,
        name,
        forms: [name, ...aliases].map((form): [string, number] => [form, 1]),
        named: named(id),
        rank,
        terms: [[`t${rank}`, rank + 1] as [string, number]],
        roleWords: reading.roles.filter((role) => role.entity === id).map(({ text }) => text),
      }))
      .filter((local) => local.named > 0),
  };
}

/** The same in whatever order the articles have come. */
const textOf = (told: Told): string => JSON.stringify(Object.fromEntries(Object.entries(told).sort()));

async function toldIn(store: JoinStore, entity: string): Promise<Told> {
  const [told] = await store.get('state', [entity]);
  return told === undefined ? {} : JSON.parse(told);
}

/** Joins what has the same kind and name, and nothing else: simple enough to be seen to be right, in any order. */
export const join: Join = async (store, { put, remove, corrections }) => {
  const delta: JoinDelta = { entities: new Map(), links: new Map() };
  const called = new Map(corrections.flatMap((c) => (c.say === 'called' ? [[c.a.name, c.name]] : [])));
  const ids = new Set([...remove, ...put.map(({ articleId }) => articleId)]);
  const touched = new Set<string>();
  for (const id of ids) {
    const [links] = await store.get('links', [id]);
    for (const entity of Object.values(links ?? {})) {
      touched.add(entity);
      const told = await toldIn(store, entity);
      const { [id]: _, ...rest } = told;
      store.put('state', entity, textOf(rest));
    }
    store.put('links', id, null);
    store.put('contributions', id, null);
    delta.links.set(id, null);
  }
  for (const contribution of put) {
    const links: Links = {};
    for (const { id, kind, name, forms, rank, named } of contribution.locals) {
      const entity = `${kind}:${name.toLowerCase().replaceAll(' ', '-')}`;
      links[id] = entity;
      touched.add(entity);
      const told = await toldIn(store, entity);
      const now: Told = {
        ...told,
        [contribution.articleId]: { forms: [name, ...forms.map(([form]) => form)], rank, named },
      };
      store.put('state', entity, textOf(now));
    }
    store.put('links', contribution.articleId, links);
    store.put('contributions', contribution.articleId, contribution);
    delta.links.set(contribution.articleId, links);
  }
  for (const id of touched) {
    const told = await toldIn(store, id);
    const articles = Object.entries(told).sort(([a], [b]) => (a < b ? -1 : 1));
    if (articles.length === 0) {
      store.put('state', id, null);
      store.put('entities', id, null);
      delta.entities.set(id, null);
      continue;
    }
    const forms = [...new Set(articles.flatMap(([, one]) => one.forms))].sort();
    const own = articles[0]![1].forms[0]!;
    const name = called.get(own) ?? own;
    const entity: JoinedEntity = {
      id,
      kind: id.split(':')[0] as JoinedEntity['kind'],
      name,
      aliases: forms.filter((form) => form !== name),
      weight: articles.reduce((sum, [, { rank }]) => sum + 1 / (rank + 1), 0),
      articles: articles.length,
    };
    store.put('entities', id, entity);
    delta.entities.set(id, entity);
  }
  return delta;
};
