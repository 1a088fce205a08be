import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { ALL_TABLES, type Database, EMPTY, type Schema, SINCE, type StateRow, type Table } from './schema';

type Upgrading = IDBPTransaction<Schema, Table[], 'versionchange'>;
/** The same where tables may have any name. */
type AnyUpgrading = IDBPTransaction<unknown, string[], 'versionchange'>;

/** What the reader gave and stays where it is. */
const STAYING: readonly Table[] = ['corrections', 'aside', 'feeds', 'meta'];
/** Articles, and what was read in them, and where they wait until they are taken in. All other tables are derived from them. */
const WAITING = [
  ['articles', 'incoming'],
  ['readings', 'incomingReadings'],
] as const satisfies [Table, Table][];

/**
 * Makes the tables, whatever version stood there before. What an earlier one kept of the reader's stays, its articles wait
 * to be taken in as if they came now, in batches (`addIncoming`); everything derived goes, and is made anew with them. All of
 * it happens in the one transaction that raises the version: if it is cut off, the old version still stands whole. Tables are
 * renamed and not copied: with 10,000 articles that takes a few seconds, most of them for deleting.
 */
export async function upgrade(db: Database, from: number, turn: Upgrading): Promise<void> {
  const any = turn as unknown as AnyUpgrading;
  if (from > 0)
    for (const [table, waiting] of WAITING)
      await haveWait(db as unknown as IDBPDatabase, any, table, waiting);
  const kept: readonly string[] = [...STAYING, ...WAITING.map(([, waiting]) => waiting)];
  for (const name of [...db.objectStoreNames]) if (!kept.includes(name)) db.deleteObjectStore(name);
  for (const table of ALL_TABLES) if (!db.objectStoreNames.contains(table)) make(db, table);
  if (from > 0) await beginAnew(turn);
}

/** Has the rows of a table wait, with those that were waiting already: of two with one key the one from the table is newer. */
async function haveWait(db: IDBPDatabase, turn: AnyUpgrading, table: string, waiting: string): Promise<void> {
  const former = `former ${waiting}`;
  if (db.objectStoreNames.contains(waiting)) rename(turn, waiting, former);
  if (db.objectStoreNames.contains(table)) rename(turn, table, waiting);
  else db.createObjectStore(waiting);
  if (!db.objectStoreNames.contains(former)) return;
  const now = turn.objectStore(waiting);
  for (let row = await turn.objectStore(former).openCursor(); row; row = await row.continue())
    if ((await now.getKey(row.key)) === undefined) await now.put(row.value, row.key);
  db.deleteObjectStore(former);
}

function rename(turn: AnyUpgrading, from: string, to: string): void {
  (turn.objectStore(from) as { name: string }).name = to;
}

/**
 * Notes that nothing has come in yet. What was erased stays so, and can still be brought back; of single removals and imports
 * only pages could that were open then.
 */
async function beginAnew(turn: Upgrading): Promise<void> {
  const meta = turn.objectStore('meta');
  const state = (await meta.get('state')) as StateRow | undefined;
  const feeds = await meta.get('feeds');
  await meta.clear();
  if (!state) return;
  const generation = state.generation + 1;
  await meta.put({ ...EMPTY, generation, erased: state.erased }, 'state');
  if (feeds) await meta.put(feeds, 'feeds');
  await turn.objectStore('images').put(generation, SINCE);
  for (const id of state.bundled?.ids ?? [])
    for (const [, waiting] of WAITING) await turn.objectStore(waiting).delete(id);
}

function make(db: Database, table: Table): void {
  switch (table) {
    case 'corrections':
      db.createObjectStore(table, { autoIncrement: true });
      break;
    case 'aside':
      db.createObjectStore(table, { keyPath: 'id' });
      break;
    case 'postings':
      db.createObjectStore(table).createIndex('lot', 'lot');
      break;
    case 'entities': {
      const entities = db.createObjectStore(table, { keyPath: 'id' });
      entities.createIndex('words', 'words', { multiEntry: true });
      entities.createIndex('weight', 'weight');
      break;
    }
    case 'sources': {
      const sources = db.createObjectStore(table, { keyPath: 'articleId' });
      sources.createIndex('date', ['by.date', 'articleId']);
      sources.createIndex('title', ['by.title', 'articleId']);
      sources.createIndex('outlet', ['by.outlet', 'articleId']);
      for (const field of ['size', 'origin', 'added'] as const)
        sources.createIndex(field, [field, 'articleId']);
      sources.createIndex('url', 'url');
      sources.createIndex('bands', 'bands', { multiEntry: true });
      break;
    }
    default:
      db.createObjectStore(table);
  }
}
