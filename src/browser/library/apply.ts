import type { Correction } from '../../corpus/join/types';
import type { Bundle } from './bundle';
import { stateOf, together, writerOf } from './database';
import { DERIVED } from './derived';
import { contributionOf, join } from './join';
import { TurnStore } from './join-store';
import { sourceRow } from './rows';
import { EMPTY, SINCE, type StateRow, type Stored, TABLES, type Table, type Turn } from './schema';
import { isWhole, keptOf } from './stored';
import { keepWarm, warmRows } from './warm';

/** What a change does to the articles. */
export interface Plan {
  put?: readonly Stored[];
  /** What stands in the tables for those that are put, where that is known. */
  there?: ReadonlyMap<string, Stored>;
  remove?: readonly string[];
}

/** What came of it. */
export interface Applied {
  /** The library's generation now. */
  generation: number;
  /** The articles that were touched, as they stood before. */
  before: ReadonlyMap<string, Stored>;
  /** Of those the reader's own that others were put in the place of. */
  replaced: readonly Stored[];
}

/** Tables that outlive the erasure of the library; what was followed then was taken out of its table at once. */
const STAYING: readonly Table[] = ['meta', 'feeds'];

/** How the library stands at the begin of a change. What has been erased is gone for good from here on. */
export async function begin(turn: Turn): Promise<StateRow> {
  return begun(turn, await stateOf(turn));
}

/** The same where it is known how the library stands. */
export const begun = async (turn: Turn, state: StateRow): Promise<StateRow> =>
  state.erased ? purge(turn, state) : state;

/** Deletes everything that was erased. */
export async function purge(turn: Turn, { generation }: StateRow): Promise<StateRow> {
  const state = { ...EMPTY, generation: generation + 1, since: generation };
  const going = TABLES.filter((table) => !STAYING.includes(table));
  await together(going, (table) => turn.objectStore(table).clear());
  await turn.objectStore('images').put(state.generation, SINCE);
  await turn.objectStore('meta').clear();
  await turn.objectStore('meta').put(state, 'state');
  return state;
}

/** What stands in the tables for these articles. */
export async function storedIn(turn: Turn, ids: Iterable<string>): Promise<Map<string, Stored>> {
  const found = new Map<string, Stored>();
  const distinct = [...new Set(ids)];
  const [articles, readings] = await Promise.all([
    together(distinct, (id) => turn.objectStore('articles').get(id)),
    together(distinct, (id) => turn.objectStore('readings').get(id)),
  ]);
  distinct.forEach((id, i) => {
    const [article, reading] = [articles[i], readings[i]];
    // a damaged database may have only one of them
    if (article || reading) found.set(id, { article: article!, reading: reading! });
  });
  return found;
}

/**
 * Makes a change of the library: articles, list, contributions, who is who, postings, all that is derived, and the state.
 * The bundled articles come with the first change, and anew with the first after they have become others.
 */
export async function apply(
  turn: Turn,
  state: StateRow,
  { put = [], remove = [], there }: Plan,
  shipped: Bundle,
): Promise<Applied> {
  const known = new Set(state.bundled?.ids);
  const renewed = state.bundled?.of !== shipped.of;
  const puts = renewed ? [...shipped.stored, ...put] : put;
  const gone = renewed ? [...remove, ...[...known].filter((id) => !shipped.ids.has(id))] : remove;
  const own = (there ? puts.slice(0, puts.length - put.length) : puts).map(
    ({ article }) => article.article.id,
  );
  const [found, corrections] = await Promise.all([storedIn(turn, [...own, ...gone]), correctionsOf(turn)]);
  const before = new Map([...(there ?? []), ...found]);

  const store = new TurnStore(turn, warmRows(state.generation));
  const contributions = puts.map(({ article, reading }) =>
    contributionOf({ article: article.article, reading: reading.reading }),
  );
  const delta = await join(store, {
    put: contributions,
    remove: gone,
    curated: shipped.curated,
    corrections,
  });
  await store.flush();
  for (const one of puts) write(turn, one);
  for (const id of gone) erase(turn, id);

  const generation = state.generation + 1;
  const changed = {
    turn,
    put: puts.map(keptOf),
    gone: [...before].filter(([id, row]) => isWhole(id, row)).map(([, row]) => keptOf(row)),
    removed: gone,
    delta,
    generation,
  };
  await Promise.all(DERIVED.map((derive) => derive(changed)));

  const ownBefore = [...before.keys()].filter((id) => !known.has(id)).length;
  const ownNow = new Set(put.map(({ article }) => article.article.id)).size;
  const now: StateRow = {
    generation,
    own: state.own + ownNow - ownBefore,
    corrected: corrections.length,
    bundled: { of: shipped.of, ids: [...shipped.ids] },
    erased: false,
    ...(state.since !== undefined && { since: state.since }),
  };
  writerOf(turn, 'meta').put(now, 'state');
  turn.done.then(
    () => keepWarm(state.generation, generation, store.used()),
    () => {},
  );
  const replaced = put.flatMap(({ article: { article } }) => {
    const row = before.get(article.id);
    return row && isWhole(article.id, row) ? [row] : [];
  });
  return { generation, before, replaced };
}

/** Rejects, and does not throw, where the turn has ended. */
const correctionsOf = async (turn: Turn): Promise<Correction[]> => turn.objectStore('corrections').getAll();

function write(turn: Turn, { article, reading }: Stored): void {
  const { id } = article.article;
  const row = sourceRow({ article: article.article, reading: reading.reading }, article.added);
  writerOf(turn, 'articles').put(article, id);
  writerOf(turn, 'readings').put(reading, id);
  writerOf(turn, 'sources').put(row);
}

function erase(turn: Turn, id: string): void {
  for (const table of ['articles', 'readings', 'sources'] as const) writerOf(turn, table).delete(id);
}
