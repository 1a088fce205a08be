import type { FeedView } from '../../feeds/types';
import type { News } from '../parts/told';

/** What has just been done, or has failed, about the feeds. */
export type FeedNews = News<'feeds'>;

/** Everything that the list of feeds renders. */
export interface FeedsProps {
  /** Null while they are being opened. */
  feeds: FeedView[] | null;
  news: FeedNews | null;
  /** One is being followed, or let go. */
  busy: boolean;
  /** Articles of the feed that was stopped last, still in the library; null where there are none. */
  left: { title: string; count: number } | null;
  onFollow(typed: string): Promise<boolean>;
  onDeleteLeft(): void;
  onUnfollow(id: string, title: string): void;
  onPause(id: string, paused: boolean): void;
  onCheck(id: string): void;
  onAllow(id: string, host: string): void;
}

/** What the popup has to say of the page's feed. */
export type FeedOffer =
  | { is: 'none' }
  | { is: 'offered'; url: string; host: string }
  | { is: 'busy' }
  | { is: 'followed' }
  | { is: 'failed'; url: string; host: string; error: string };
