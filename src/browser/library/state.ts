import { type Problem, problemOf } from '../problem';
import { bundle } from './bundle';
import { metaOf, reading, stateOf } from './database';
import { daysOf, outletsOf } from './list';
import type { LibraryState } from './messages';
import { EMPTY, type StateRow, type Table } from './schema';

/** How the library stands, for whoever answers from it. */
export interface Standing extends Pick<StateRow, 'generation' | 'own' | 'bundled'> {
  /** Whether anything of it is the reader's, so that answers are made from its tables; else from the bundled corpus. */
  joined: boolean;
  /** Why it cannot be opened, so that it counts as empty; null where it can. */
  problem: Problem | null;
}

/** How the library stands now: erased is empty, and so is one that cannot be opened. Never rejects. */
export async function standing(): Promise<Standing> {
  try {
    const state = await reading(['meta'], stateOf);
    return { ...state, own: state.erased ? 0 : state.own, joined: isJoined(state), problem: null };
  } catch (error) {
    return { ...EMPTY, joined: false, problem: problemOf(error) };
  }
}

/** Whether answers are made from the library's tables. */
export const isJoined = ({ erased, own, corrected = 0 }: StateRow): boolean => !erased && own + corrected > 0;

/** All that a page shows of the library as a whole. */
export async function libraryState(): Promise<LibraryState> {
  const [counts, { usage, quota }, persisted, { ids }] = await Promise.all([
    countsOf(),
    navigator.storage.estimate().catch((): StorageEstimate => ({})),
    navigator.storage.persisted().catch(() => false),
    bundle(),
  ]);
  return {
    ...counts,
    bundled: ids.size,
    storage: usage === undefined || quota === undefined ? null : { used: usage, quota },
    persisted,
  };
}

const EMPTIED = { mine: false, own: 0, aside: 0, incoming: 0 };

const COUNTED: Table[] = ['meta', 'sources', 'entities', 'aside', 'incoming', 'corrections', 'feeds'];

type Counts = Omit<LibraryState, 'bundled' | 'storage' | 'persisted'>;

async function countsOf(): Promise<Counts> {
  try {
    return await reading(COUNTED, async (turn) => {
      const [{ generation, own, erased }, feeds = [], aside, incoming, right, followed] = await Promise.all([
        stateOf(turn),
        metaOf(turn, 'feeds'),
        turn.objectStore('aside').count(),
        turn.objectStore('incoming').count(),
        turn.objectStore('corrections').count(),
        turn.objectStore('feeds').count(),
      ]);
      const hosts = [...new Set(feeds.flatMap(({ hosts: some }) => some))];
      const told = { generation, problem: null };
      if (erased)
        return { ...told, ...EMPTIED, mine: followed > 0, erased: hosts, ...(await bundledCounts()) };
      const mine = own + aside + incoming + right + followed > 0;
      const there = { ...told, mine, aside, incoming, erased: null };
      if (own === 0) return { ...there, own, ...(await bundledCounts()) };
      const [entities, covers, outlets] = await Promise.all([
        turn.objectStore('entities').count(),
        daysOf(turn),
        outletsOf(turn),
      ]);
      return { ...there, own, entities, covers, outlets };
    });
  } catch (error) {
    const none = { generation: 0, ...EMPTIED, erased: null };
    return { ...none, ...(await bundledCounts()), problem: problemOf(error) };
  }
}

async function bundledCounts(): Promise<Pick<Counts, 'entities' | 'covers' | 'outlets'>> {
  const { corpus } = await bundle();
  const outlets = new Set(corpus.articles.flatMap(({ publisher }) => publisher ?? []));
  return { entities: corpus.entities.length, covers: corpus.covers, outlets: [...outlets].sort() };
}
