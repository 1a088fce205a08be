import { ROWS_VERSION } from '../../link/rows';
import { changing, reading } from './database';
import { type LogRow, logKey } from './spotting-rows';

/** An image as it is kept. */
export interface ImageRow {
  /** `ROWS_VERSION` of who made it. */
  version: number;
  /** The last generation of the library that is in it. */
  through: number;
  /** What it lies over (`through` of that one); null for the base itself. */
  over: number | null;
  /** As a blob, which is read several times as fast as a buffer. */
  image: Blob;
}

/** All that is kept for spotting: an image, another that lies over it, and the changes since, in their order. */
export interface Kept {
  base: ImageRow | null;
  delta: ImageRow | null;
  log: LogRow[];
}

const LOG = IDBKeyRange.bound('log:', 'log:\uffff');

/** What is kept; null where something of it was made by another version, or nothing is there. */
export async function readImages(): Promise<Kept | null> {
  const [base, delta, log] = await reading(['images'], async (turn) => {
    const store = turn.objectStore('images');
    return (await Promise.all([store.get('base'), store.get('delta'), store.getAll(LOG)])) as [
      ImageRow | undefined,
      ImageRow | undefined,
      LogRow[],
    ];
  });
  const all = [...(base ? [base] : []), ...(delta ? [delta] : []), ...log];
  if (all.length === 0 || all.some(({ version }) => version !== ROWS_VERSION)) return null;
  return { base: base ?? null, delta: delta ?? null, log };
}

/** Keeps an image that lies over the base, in the place of the changes that are in it; unless the base is another by now. */
export async function keepDelta(
  over: number,
  through: number,
  image: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const row: ImageRow = { version: ROWS_VERSION, through, over, image: new Blob([image]) };
  await changing(async (turn) => {
    const store = turn.objectStore('images');
    const [base, delta] = (await Promise.all([store.get('base'), store.get('delta')])) as ImageRow[];
    if ((base?.through ?? 0) !== over || (delta && delta.through > through)) return;
    await Promise.all([store.put(row, 'delta'), store.delete(upTo(through))]);
  });
}

/** Keeps an image of the whole library in the place of all that is in it. */
export async function keepBase(through: number, image: Uint8Array<ArrayBuffer>): Promise<void> {
  const row: ImageRow = { version: ROWS_VERSION, through, over: null, image: new Blob([image]) };
  await changing(async (turn) => {
    const store = turn.objectStore('images');
    await Promise.all([store.put(row, 'base'), store.delete('delta'), store.delete(upTo(through))]);
  });
}

const upTo = (generation: number): IDBKeyRange => IDBKeyRange.bound('log:', logKey(generation));
