import { apply, begin, storedIn } from './apply';
import { setAside, whatIsWrong } from './aside';
import { bundle } from './bundle';
import { changing, reading, stateOf, together } from './database';
import type { ArticleRow, Kept, ReadingRow, ReadTurn, Stored, Turn } from './schema';
import { isWhole, storedOf } from './stored';

/** Articles in one transaction: enough to be quick, few enough that nobody waits long for the next turn. */
const BATCH = 25;

let waiting: Promise<boolean> | null = null;

/** Takes in all that an earlier version of the extension kept, once at a time. Gives whether there was anything. */
export function takeInEarlier(): Promise<boolean> {
  waiting ??= earlier().finally(() => {
    waiting = null;
  });
  return waiting;
}

async function earlier(): Promise<boolean> {
  const there = await reading(['incoming', 'incomingReadings', 'meta', 'corrections'], leftIn);
  for (let left = there; left > 0; ) left = await addIncoming(BATCH);
  return there > 0;
}

/**
 * Takes in articles that an earlier version of the extension kept: so many, or those among these ids; a broken one is set
 * aside. Gives how many are left: none where everything has been erased, for they are part of that.
 */
export async function addIncoming(which: number | readonly string[]): Promise<number> {
  const shipped = await bundle();
  return changing(async (turn) => {
    if ((await leftIn(turn)) === 0) return 0;
    const state = await begin(turn);
    const ids = typeof which === 'number' ? await nextIn(turn, which) : await waitingAmong(turn, which);
    const [there, found] = [await storedIn(turn, ids), await waitingIn(turn, ids)];
    const now = Date.now();
    const put: Stored[] = [];
    for (const { id, record, version, added } of found) {
      const known = there.get(id);
      // what has come in again meanwhile is newer
      if (shipped.ids.has(id) || (known && isWhole(id, known))) continue;
      const reason = whatIsWrong(id, record);
      if (reason !== null) await setAside(turn, id, record, reason);
      else put.push(storedOf({ ...(record as Kept), version }, version, added ?? now));
    }
    for (const table of ['incoming', 'incomingReadings'] as const)
      await together(ids, (id) => turn.objectStore(table).delete(id));
    await apply(turn, state, { put }, shipped);
    return leftIn(turn);
  });
}

/**
 * How much there is to be taken in: articles, then what was read in articles that are no more, then what was put right, which
 * holds from the first change on.
 */
async function leftIn(turn: ReadTurn | Turn): Promise<number> {
  const { erased, bundled } = await stateOf(turn);
  if (erased) return 0;
  const countOf = (table: 'incoming' | 'incomingReadings' | 'corrections') =>
    (turn as ReadTurn).objectStore(table).count();
  const articles = (await countOf('incoming')) || (await countOf('incomingReadings'));
  return articles || bundled !== null ? articles : countOf('corrections');
}

/** Those of these ids under which an article waits. */
export async function waitingAmong(turn: ReadTurn | Turn, ids: readonly string[]): Promise<string[]> {
  const table = (turn as ReadTurn).objectStore('incoming');
  if ((await table.count()) === 0) return [];
  const keys = await together(ids, (id) => table.getKey(id));
  return keys.filter((key) => key !== undefined);
}

async function nextIn(turn: Turn, most: number): Promise<string[]> {
  const ids = await turn.objectStore('incoming').getAllKeys(undefined, most);
  return ids.length > 0 ? ids : turn.objectStore('incomingReadings').getAllKeys(undefined, most);
}

/** A record that waits: a pair, if it is none that is broken. */
interface Waiting {
  id: string;
  record: unknown;
  /** `READER_VERSION` of the reader, 0 where that is not known: it is read anew. */
  version: number;
  /** When it came into the library, where that is known. */
  added: number | undefined;
}

/** What waits under these ids. */
async function waitingIn(turn: Turn, ids: readonly string[]): Promise<Waiting[]> {
  const rows = await together(ids, (id) => turn.objectStore('incoming').get(id));
  const readings = await together(ids, (id) => turn.objectStore('incomingReadings').get(id));
  return ids.map((id, i): Waiting => {
    const row = rows[i] as Partial<Kept & ArticleRow> | undefined;
    const read = readings[i] as Partial<ReadingRow> | undefined;
    const [version, added] = [numberIn(read?.version) ?? 0, numberIn(row?.added)];
    // version 1 kept the Reading with the article
    const record = read === undefined ? row : { article: row?.article, reading: read.reading };
    return { id, record, version, added };
  });
}

const numberIn = (value: unknown): number | undefined =>
  Number.isFinite(value) ? (value as number) : undefined;
