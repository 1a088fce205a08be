import { addArticles, addIncoming } from './change';
import { reading } from './database';
import type { Kept } from './schema';

/** Articles in one transaction: enough to be quick, few enough that nobody waits long for the next turn. */
const BATCH = 25;

/** How far the taking in of many articles has come. */
export interface Taken {
  added: number;
  replaced: number;
}

/**
 * Adds many articles, a batch in a transaction, each all or none: whatever stops it leaves whole batches. `progress` is
 * told after each batch; where it gives false no other begins. Rejects with the first batch that fails; what came before
 * it stays, as `progress` was told.
 */
export async function takeIn(
  pairs: Iterable<Kept> | AsyncIterable<Kept>,
  progress: (taken: Taken) => boolean = () => true,
): Promise<Taken> {
  const taken: Taken = { added: 0, replaced: 0 };
  let batch: Kept[] = [];
  const add = async (): Promise<boolean> => {
    const { added, replaced } = await addArticles(batch);
    batch = [];
    taken.added += added;
    taken.replaced += replaced;
    return progress({ ...taken });
  };
  for await (const pair of pairs) {
    batch.push(pair);
    if (batch.length === BATCH && !(await add())) return taken;
  }
  if (batch.length > 0) await add();
  return taken;
}

let waiting: Promise<boolean> | null = null;

/** Takes in all that an earlier version of the extension kept, once at a time. Gives whether there was anything. */
export function takeInEarlier(): Promise<boolean> {
  waiting ??= earlier().finally(() => {
    waiting = null;
  });
  return waiting;
}

async function earlier(): Promise<boolean> {
  const there = await reading(['incoming'], (turn) => turn.objectStore('incoming').count());
  for (let left = there; left > 0; ) left = await addIncoming(BATCH);
  return there > 0;
}
