const METHODS = [
  'get',
  'getKey',
  'getAll',
  'getAllKeys',
  'put',
  'add',
  'delete',
  'clear',
  'count',
  'openCursor',
] as const;
const originals = new Map(METHODS.map((name) => [name, IDBObjectStore.prototype[name]]));

/** Lets transactions be again. */
export const unwatch = (): void => {
  for (const [name, original] of originals) IDBObjectStore.prototype[name] = original as never;
};

/** Ends the transaction at its request of this number, from 0, among those of a mode; tells whether it came to that. */
export function cutAt(mode: IDBTransactionMode, at: number): () => boolean {
  let requests = 0;
  for (const [name, original] of originals)
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...given: never[]) {
      if (this.transaction.mode === mode && requests++ === at) this.transaction.abort();
      return (original as (...all: never[]) => never).apply(this, given);
    };
  return () => requests > at;
}
