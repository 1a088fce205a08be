import type { Feed } from '../../feeds/types';
import { database } from '../library/database';

/** Every feed that is followed, the one that came first first. */
export const allFeeds = async (): Promise<Feed[]> =>
  ((await (await database()).getAll('feeds')) as Feed[]).sort((a, b) => a.added - b.added);

export const feedOf = async (id: string): Promise<Feed | undefined> =>
  (await (await database()).get('feeds', id)) as Feed | undefined;

export const putFeed = async (feed: Feed): Promise<void> => {
  await (await database()).put('feeds', feed, feed.id);
};

export const dropFeed = async (id: string): Promise<void> => (await database()).delete('feeds', id);

/** Changes a feed as it stands; null, and nothing changed, where it is followed no more. */
export async function changeFeed(id: string, change: (feed: Feed) => Feed): Promise<Feed | null> {
  const turn = (await database()).transaction('feeds', 'readwrite');
  const known = (await turn.store.get(id)) as Feed | undefined;
  const changed = known ? change(known) : null;
  if (changed) await turn.store.put(changed, id);
  await turn.done;
  return changed;
}
