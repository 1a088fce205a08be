import { signal } from '@preact/signals';
import { feedAddress, hostOfAddress } from '../../feeds/address';
import type { Feed, FeedView } from '../../feeds/types';
import { acting, type Done } from '../acting';
import { whenChanged } from '../changes';
import { ask } from '../client';
import { Failure } from '../problem';
import { allow } from './allowed';

/** What has been done, in the reader's language. */
export interface FeedWords {
  failed(problem: string): string;
  followed(title: string): string;
  unfollowed(title: string): string;
  again(title: string): string;
  deleted(): string;
}

/**
 * The list of feeds' state, as signals, and what can be done with it. `changed` is called when the library may hold other
 * articles than before.
 */
export function createFeeds(words: FeedWords, changed: () => void) {
  const feeds = signal<FeedView[] | null>(null);
  const { news, busy, act: actAt } = acting<'feeds'>(words.failed, load);
  const act = (work: () => Promise<Done<'feeds'> | null>) => actAt('feeds', work);
  /** The feed that was stopped last, as it was. */
  const left = signal<Feed | null>(null);

  async function load(): Promise<void> {
    feeds.value = await ask('feeds', {}).catch(() => feeds.value);
  }

  const quietly = (work: () => Promise<unknown>) =>
    act(async () => {
      await work();
      return null;
    });

  const again = (feed: Feed): Promise<boolean> =>
    act(async () => {
      await allow(feed.hosts);
      left.value = null;
      await ask('refollow', { feed });
      return { lines: [words.again(feed.title)] };
    });

  return {
    feeds,
    news,
    busy,
    load,
    /** Shows what others, the background above all, do about the feeds. */
    watch(): void {
      whenChanged('feeds', load);
    },
    follow: (typed: string) =>
      act(async () => {
        const { title } = await follow(typed);
        return { lines: [words.followed(title)] };
      }),
    left,
    unfollow: (id: string, title: string) =>
      act(async () => {
        const feed = await ask('unfollow', { id });
        left.value = feed.articles.length > 0 ? feed : null;
        return { lines: [words.unfollowed(title)], undo: () => void again(feed) };
      }),
    deleteLeft: () =>
      act(async () => {
        const articleIds = left.value?.articles ?? [];
        left.value = null;
        if (articleIds.length === 0) return null;
        const { undo } = await ask('remove', { articleIds });
        changed();
        const back = () => quietly(() => ask('restore', { undo }).then(changed));
        return { lines: [words.deleted()], undo: () => void back() };
      }),
    pause: (id: string, paused: boolean) => quietly(() => ask('pauseFeed', { id, paused })),
    check: (id: string) => quietly(() => ask('checkFeed', { id })),
    allowHost: (id: string, host: string) =>
      quietly(async () => {
        await allow([host]);
        await ask('allowForFeed', { id, host });
      }),
  };
}

/** Asks the browser for the host of what was typed, and the background to follow it; within a click. */
export async function follow(typed: string): Promise<FeedView> {
  const address = feedAddress(typed);
  if (!address) throw new Failure('feedNoAddress', [typed.trim()]);
  await allow([hostOfAddress(address)]);
  return ask('follow', { typed: address });
}
