import { besides } from '../../brief/beside';
import { withLinks } from '../../corpus/compile';
import { type Corpus, type CorpusEntity, SCHEMA_VERSION } from '../../corpus/types';
import type { Article, Day, Reading } from '../../extract/types';
import { stateOf, together } from './database';
import { newestPostings } from './last-keys';
import { daysOf } from './list';
import type { EntityRow, PostingKey, ReadTurn, Table } from './schema';
import { isWhole } from './stored';

/** What a part of the library is wanted for. */
export interface Asked {
  entities: readonly AskedEntity[];
  /** Articles that are wanted by their ids. */
  articles?: readonly string[];
  /** How many of the newest articles, whoever is in them. */
  newest?: number;
  /** Everyone that the articles name is wanted, not only those beside the entities asked for. */
  everyone?: boolean;
}

export interface AskedEntity {
  id: string;
  /** How many of its newest articles. */
  newest: number;
  /** How many of its articles next to a day, on either side of it. */
  around?: { day: Day; each: number };
}

/** A part, and the ids of articles that belong to it and cannot be read. */
export interface Part {
  corpus: Corpus;
  broken: string[];
}

/** What a part is read and found from. */
export const PART_TABLES: Table[] = [
  'meta',
  'articles',
  'readings',
  'sources',
  'links',
  'entities',
  'postings',
  'search',
];

/**
 * A part of the library as a corpus: the articles asked for, the newest first, the entities named in them, and the days
 * that the whole library covers. It has no index and no gazetteer.
 */
export async function assemblePart(turn: ReadTurn, asked: Asked): Promise<Part> {
  const about = asked.everyone ? null : new Set(asked.entities.map(({ id }) => id));
  // what is known to be wanted is read while the rest is found out
  const known = [...new Set(asked.articles)];
  const first = together(known, (id) => leafOf(turn, id, about));
  first.catch(() => {});
  const [state, own, keys, newest, covers, most] = await Promise.all([
    stateOf(turn),
    entitiesOf(
      turn,
      asked.entities.map(({ id }) => id),
    ),
    Promise.all(asked.entities.map((one) => postingsOf(turn, one))),
    newestOf(turn, asked.newest ?? 0),
    daysOf(turn),
    heaviest(turn),
  ]);
  const ids = new Set([...newest, ...keys.flat().map(([, , article]) => article)]);
  for (const id of known) ids.delete(id);
  const rest = await together(ids, (id) => leafOf(turn, id, about));
  const found = [...(await first), ...rest];
  const leaves = found.filter((leaf) => leaf !== null && typeof leaf !== 'string').sort(newestFirst);
  const named = new Set(leaves.flatMap(({ named: some }) => [...some]));
  for (const { id } of own) named.delete(id);
  const others = await entitiesOf(turn, [...named]);
  const entities = [...own, ...others];
  return {
    corpus: {
      schemaVersion: SCHEMA_VERSION,
      articles: leaves.map(({ article }) => article),
      readings: leaves.map(({ reading }) => reading),
      entities: entities.map((row) => entityOf(row, most)),
      index: {},
      gazetteer: '',
      covers,
      inAll: {
        articles: state.own + (state.bundled?.ids.length ?? 0),
        naming: Object.fromEntries(own.map((row) => [row.id, row.articles])),
      },
    },
    broken: found.filter((leaf) => typeof leaf === 'string'),
  };
}

interface Leaf {
  id: string;
  article: Article;
  /** With the library's ids. */
  reading: Reading;
  /** The entities that may be shown from it. */
  named: Iterable<string>;
}

/** An article with its Reading; its id alone where it cannot be read, null where there is none. */
async function leafOf(
  turn: ReadTurn,
  id: string,
  about: ReadonlySet<string> | null,
): Promise<Leaf | string | null> {
  const [article, reading, links = {}] = await Promise.all([
    turn.objectStore('articles').get(id),
    turn.objectStore('readings').get(id),
    turn.objectStore('links').get(id),
  ]);
  if (!article && !reading) return null;
  if (!article || !reading || !isWhole(id, { article, reading })) return id;
  try {
    const leaf = { article: article.article, reading: withLinks(reading.reading, links) };
    return { id, ...leaf, named: about ? besides(leaf, about) : Object.values(links) };
  } catch {
    return id;
  }
}

/** As the keys of postings have it: by day, then by id, the last first. */
function newestFirst(a: Leaf, b: Leaf): number {
  const [x, y] = [a.article.published.date ?? '', b.article.published.date ?? ''];
  if (x !== y) return x < y ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

async function entitiesOf(turn: ReadTurn, ids: readonly string[]): Promise<EntityRow[]> {
  const store = turn.objectStore('entities');
  const rows = await Promise.all(ids.map((id) => store.get(id)));
  return rows.filter((row) => row !== undefined);
}

async function postingsOf(turn: ReadTurn, { id, newest, around }: AskedEntity): Promise<PostingKey[]> {
  const lists = [newestPostings(turn, id, newest)];
  if (around) {
    const { day, each } = around;
    const after = IDBKeyRange.bound([id, day], [id, []]);
    lists.push(turn.objectStore('postings').getAllKeys(after, each), newestPostings(turn, id, each, day));
  }
  return (await Promise.all(lists)).flat();
}

/** The articles that name all of these entities, the newest first. */
export async function articlesNaming(turn: ReadTurn, entities: readonly string[]): Promise<string[]> {
  const store = turn.objectStore('postings');
  const [first = [], ...others] = await Promise.all(
    entities.map((id) => store.getAllKeys(IDBKeyRange.bound([id], [id, []]))),
  );
  const rest = others.map((keys) => new Set(keys.map(([, , article]) => article)));
  return first
    .map(([, , article]) => article)
    .filter((article) => rest.every((other) => other.has(article)))
    .reverse();
}

async function newestOf(turn: ReadTurn, count: number): Promise<string[]> {
  if (count <= 0) return [];
  const index = turn.objectStore('sources').index('date');
  const last = await index.openKeyCursor(null, 'prev');
  const first = last && count > 1 ? await last.advance(count - 1) : last;
  // the oldest of them comes first
  return (await index.getAllKeys(first && IDBKeyRange.lowerBound(first.key))).reverse();
}

/** The greatest weight of an entity, which salience is measured by. */
async function heaviest(turn: ReadTurn): Promise<number> {
  const cursor = await turn.objectStore('entities').index('weight').openKeyCursor(null, 'prev');
  return Math.max(1e-9, cursor?.key ?? 0);
}

/** An entity as a corpus has it. */
export function entityOf(
  { weight, articles: _, words: __, ...entity }: EntityRow,
  most: number,
): CorpusEntity {
  return { ...entity, salience: Math.round((1000 * weight) / most) / 1000 };
}
