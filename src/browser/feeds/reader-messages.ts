import type { FeedItem, FeedLink, ParsedFeed } from '../../feeds/types';
import type { PageArticle } from '../messages';

type Outlet = Pick<ParsedFeed, 'title' | 'language'>;

/** What the background asks of the page that takes other people's markup to pieces. */
export interface ReaderRequests {
  /** A feed's text; null where it is none, with the feeds that it links to where it is a page. */
  readFeed: {
    request: { text: string; address: string };
    answer: { feed: ParsedFeed | null; links: FeedLink[] };
  };
  /** An item's page; null where it has no article. */
  readFeedPage: {
    request: { html: string; address: string; item: FeedItem; feed: Outlet };
    answer: PageArticle | null;
  };
  /** The article that a feed carries itself; null where it is none. */
  readFeedItem: { request: { item: FeedItem; feed: Outlet }; answer: PageArticle | null };
}
