import { changing, reading, together } from './database';
import { SINCE, type Table, type Turn } from './schema';
import { type LogRow, logKey } from './spotting-rows';

/** An image as it is kept. */
export interface ImageRow {
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

/** What is kept; null where nothing is. */
export async function readImages(): Promise<Kept | null> {
  const [base, delta, log] = await reading(['images'], async (turn) => {
    const store = turn.objectStore('images');
    return (await Promise.all([store.get('base'), store.get('delta'), store.getAll(LOG)])) as [
      ImageRow | undefined,
      ImageRow | undefined,
      LogRow[],
    ];
  });
  if (!base && !delta && log.length === 0) return null;
  return { base: base ?? null, delta: delta ?? null, log };
}

/**
 * Keeps an image that lies over the base, in the place of the changes that are in it; unless the base is another by now.
 * Gives whether it is kept. Rejects where there is no room.
 */
export async function keepDelta(
  over: number,
  through: number,
  image: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const row: ImageRow = { through, over, image: new Blob([image]) };
  return changing(async (turn) => {
    const store = turn.objectStore('images');
    const [base, delta] = await standing(turn);
    if ((base?.through ?? 0) !== over || (delta?.through ?? 0) > through) return false;
    if (through < (await since(turn))) return false;
    await store.put(row, 'delta');
    await store.delete(upTo(through));
    return true;
  }, ONLY);
}

/**
 * Keeps an image of the whole library in the place of all that is in it; unless what is kept is newer, which may be all
 * that tells of some changes. Rejects where there is no room.
 */
export async function keepBase(through: number, image: Uint8Array<ArrayBuffer>): Promise<void> {
  const row: ImageRow = { through, over: null, image: new Blob([image]) };
  await changing(async (turn) => {
    const store = turn.objectStore('images');
    const kept = await standing(turn);
    if (kept.some((one) => one && one.through > through)) return;
    if (through < (await since(turn))) return;
    await store.put(row, 'base');
    await store.delete('delta');
    await store.delete(upTo(through));
  }, ONLY);
}

const ONLY: Table[] = ['images'];

const standing = (turn: Turn): Promise<(ImageRow | undefined)[]> =>
  together(['base', 'delta'], (key) => turn.objectStore('images').get(key) as Promise<ImageRow | undefined>);

/** The generation with which the library began anew: what was made of one that was erased is not kept. */
const since = async (turn: Turn): Promise<number> =>
  ((await turn.objectStore('images').get(SINCE)) as number | undefined) ?? 0;

const upTo = (generation: number): IDBKeyRange => IDBKeyRange.bound('log:', logKey(generation));
