import type { Feed, FeedLink, FeedView } from '../../feeds/types';

/** What the extension's own pages ask of the feeds; a part of `Requests`. */
export interface FeedRequests {
  /** Popup: the feeds that a tab's page names; none in a private window, where nothing is kept. */
  feedsOfTab: { request: { tabId: number }; answer: (FeedLink & { followed: boolean })[] };
  /** Settings page: all that are followed. */
  feeds: { request: Record<never, never>; answer: FeedView[] };
  /**
   * Follows the feed at an address, as typed, whose host the reader has just allowed; asks for it at once and rejects where
   * it is none. The articles come later.
   */
  follow: { request: { typed: string }; answer: FeedView };
  /** Follows no longer; gives what it takes to go on, for the undo. Its articles stay. */
  unfollow: { request: { id: string }; answer: Feed };
  /** Takes an `unfollow` back. */
  refollow: { request: { feed: Feed }; answer: null };
  /** Stops for a while, or goes on. */
  pauseFeed: { request: { id: string; paused: boolean }; answer: null };
  /** Asks for it now. */
  checkFeed: { request: { id: string }; answer: null };
  /** The reader has just allowed one more host for it. */
  allowForFeed: { request: { id: string; host: string }; answer: null };
}
