import { openDB, unwrap } from 'idb';
import { Failure } from '../problem';
import {
  type Database,
  EMPTY,
  type MetaRows,
  NAME,
  type ReadTurn,
  type Schema,
  type StateRow,
  TABLES,
  type Table,
  type Turn,
  VERSION,
} from './schema';
import { upgrade } from './upgrade';

/** How long an older connection may keep the database from being opened, in milliseconds. */
const PATIENCE = 5_000;

let opened: Promise<Database> | null = null;

/** The library's database, opened at the first call. Rejects with a `Failure` where it cannot be. */
export function database(): Promise<Database> {
  const opening = opened ?? open();
  opened = opening;
  opening.catch(() => {
    if (opened === opening) opened = null;
  });
  return opening;
}

async function open(): Promise<Database> {
  let held: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Database>((resolve, reject) => {
      openDB<Schema>(NAME, VERSION, {
        upgrade(db, from, _, turn) {
          // Whoever waits for the database is told of a failure.
          turn.done.catch(() => {});
          upgrade(db, from, turn).catch((error) => {
            reject(error);
            abort(turn);
          });
        },
        blocked: () => {
          held ??= setTimeout(() => reject(new Failure('libraryBusy')), PATIENCE);
        },
        // Another window wants a newer version, or to delete it: this connection gives way and is opened anew.
        blocking: (_from, _to, event) => {
          opened = null;
          (event.target as IDBDatabase).close();
        },
        terminated: () => {
          opened = null;
        },
      }).then(resolve, reject);
    });
  } catch (error) {
    if (error instanceof Failure) throw error;
    // It stays as it is, and can be opened when the newer version is back.
    if ((error as Error | null)?.name === 'VersionError') throw new Failure('libraryNewer');
    const why = error instanceof Error ? error.message || error.name : String(error);
    throw new Failure('libraryClosed', [why], `The library cannot be opened: ${why}`);
  } finally {
    clearTimeout(held);
  }
}

/** Closes the connection, for whoever is about to delete the database. */
export async function closeLibrary(): Promise<void> {
  const closing = opened;
  opened = null;
  (await closing?.catch(() => null))?.close();
}

/** Reads from the library as it stands at one moment; `work` awaits nothing but the turn's own requests. */
export async function reading<T>(tables: Table[], work: (turn: ReadTurn) => Promise<T>): Promise<T> {
  const turn = await begun((db) => db.transaction(tables, 'readonly'));
  // A read that is cut off rejects at the request that waits for it.
  turn.done.catch(() => {});
  return work(turn);
}

/**
 * Changes the library, all or nothing: if `work` rejects, if it is cut off or if there is no room, the library stays as
 * it was. Changes of two windows come one after the other. `work` awaits nothing but the turn's own requests. With `tables`
 * it touches only those, and whoever reads others need not wait for it.
 */
export async function changing<T>(
  work: (turn: Turn) => Promise<T>,
  tables: readonly Table[] = TABLES,
): Promise<T> {
  const turn = await begun((db) => db.transaction([...tables], 'readwrite'));
  turn.done.catch(() => {});
  try {
    const result = await work(turn);
    await turn.done;
    return result;
  } catch (error) {
    abort(turn);
    await turn.done.catch(() => {});
    throw isFull(error) || isFull(turn.error)
      ? new Failure('diskFull', [], 'There is no room left for the library')
      : error;
  }
}

/**
 * Requests made one after the other and answered together. Where the transaction ends before all are made, those made
 * already fail with it, and nobody is told twice.
 */
export async function together<One, T>(all: Iterable<One>, request: (one: One) => Promise<T>): Promise<T[]> {
  const asked: Promise<T>[] = [];
  for (const one of all) {
    const answer = request(one);
    answer.catch(() => {});
    asked.push(answer);
  }
  return Promise.all(asked);
}

/** Writes to a table that nobody waits for one by one. */
export interface Writer<Name extends Table> {
  put(row: Schema[Name]['value'], key?: Schema[Name]['key']): void;
  delete(key: Schema[Name]['key'] | IDBKeyRange): void;
}

/**
 * Writes to a table of a change without waiting: what is read later sees them, and work goes on meanwhile. One that fails
 * ends the whole change, which then rejects with its error (`changing`).
 */
export function writerOf<Name extends Table>(turn: Turn, table: Name): Writer<Name> {
  const store: IDBObjectStore = unwrap(turn.objectStore(table));
  return {
    put(row, key) {
      store.put(row, key as IDBValidKey | undefined);
    },
    delete(key) {
      store.delete(key as IDBValidKey | IDBKeyRange);
    },
  };
}

/** A connection that was closed between two answers is opened anew, once. */
async function begun<T>(begin: (db: Database) => T): Promise<T> {
  try {
    return begin(await database());
  } catch (error) {
    if ((error as DOMException).name !== 'InvalidStateError') throw error;
    opened = null;
    return begin(await database());
  }
}

function abort(turn: { abort(): void }): void {
  try {
    turn.abort();
  } catch {
    // It has ended by itself.
  }
}

const isFull = (error: unknown): boolean => (error as Error | null)?.name === 'QuotaExceededError';

/** A row beside the articles; undefined where there is none. */
export const metaOf = async <Key extends keyof MetaRows>(
  turn: ReadTurn | Turn,
  key: Key,
): Promise<MetaRows[Key] | undefined> =>
  (await (turn as ReadTurn).objectStore('meta').get(key)) as MetaRows[Key] | undefined;

/** How the library stands. */
export const stateOf = async (turn: ReadTurn | Turn): Promise<StateRow> =>
  (await metaOf(turn, 'state')) ?? EMPTY;
