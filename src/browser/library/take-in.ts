import { addIncoming } from './change';
import { reading } from './database';

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
  const there = await reading(['incoming'], (turn) => turn.objectStore('incoming').count());
  for (let left = there; left > 0; ) left = await addIncoming(BATCH);
  return there > 0;
}
