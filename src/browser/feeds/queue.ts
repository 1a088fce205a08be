import { tellChanged } from '../changes';
import { allFeeds } from './rows';
import { type Opened, takeTurn } from './turn';

/** Feeds that wait for their turn or have it; turns are taken one after the other. */
const waiting = new Set<string>();
let last: Promise<unknown> = Promise.resolve();

export const isBusy = (id: string): boolean => waiting.has(id);

/** Takes a feed's turn once those before it are over. `refresh` is called where it has brought anything. */
export function soon(id: string, refresh: () => Promise<unknown>, opened?: Opened): Promise<unknown> {
  if (waiting.has(id)) return last;
  waiting.add(id);
  last = last
    .then(() => takeTurn(id, opened))
    .then((brought) => brought && refresh())
    .catch(() => {})
    .then(() => {
      waiting.delete(id);
      tellChanged('feeds');
    });
  return last;
}

/** Takes the turn of every feed that is due. */
export async function takeDue(refresh: () => Promise<unknown>): Promise<void> {
  const now = Date.now();
  const due = (await allFeeds()).filter(({ is, next }) => is === 'followed' && next !== null && next <= now);
  await Promise.all(due.map(({ id }) => soon(id, refresh)));
}
