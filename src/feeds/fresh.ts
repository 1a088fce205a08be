import { hostOfAddress } from './address';
import { type Feed, type FeedItem, LIMITS } from './types';

/** What a turn has to do with a feed's items. */
export interface Plan {
  /** To be taken now, in the feed's order; at most `LIMITS.turn`. */
  take: FeedItem[];
  /** On hosts that the reader has not allowed, with no article of their own in the feed: by host, how many. */
  waiting: { host: string; count: number }[];
}

/** What is new in a feed: neither taken nor given up before. One that comes twice is one. */
export function planOf(items: readonly FeedItem[], feed: Pick<Feed, 'seen' | 'hosts'>): Plan {
  const known = new Set(feed.seen);
  const take: FeedItem[] = [];
  const waiting = new Map<string, number>();
  for (const item of items) {
    if (known.has(item.key)) continue;
    known.add(item.key);
    const host = item.url && hostOfAddress(item.url);
    if (host && !item.content && !feed.hosts.includes(host)) waiting.set(host, (waiting.get(host) ?? 0) + 1);
    else if (take.length < LIMITS.turn) take.push(item);
  }
  return { take, waiting: [...waiting].map(([host, count]) => ({ host, count })) };
}

/** After an item was taken, or given up. */
export function noteSeen<Kept extends Pick<Feed, 'seen' | 'tries'>>(feed: Kept, key: string): Kept {
  const { [key]: _, ...tries } = feed.tries;
  return { ...feed, seen: [key, ...feed.seen.filter((one) => one !== key)].slice(0, LIMITS.seen), tries };
}

/** After an item could not be taken: after `LIMITS.tries` times it is given up. */
export function noteTried<Kept extends Pick<Feed, 'seen' | 'tries'>>(feed: Kept, key: string): Kept {
  const tries = (Object.hasOwn(feed.tries, key) ? feed.tries[key]! : 0) + 1;
  if (tries >= LIMITS.tries) return noteSeen(feed, key);
  return { ...feed, tries: { ...feed.tries, [key]: tries } };
}
