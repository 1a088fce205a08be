import { FeedError, readFeed } from '../../feeds/parse';
import type { FeedItem } from '../../feeds/types';
import { articleOfDocument } from '../../page/article';
import { feedLinksOf } from '../../page/feed-links';
import type { Handlers } from '../listen';
import type { PageArticle } from '../messages';
import type { ReaderRequests } from './reader-messages';

/** A document of somebody's markup that never loads nor runs anything: it has no window. */
const inert = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** The answers of the page that takes feeds and their articles to pieces. */
export const readerAnswers: Handlers<ReaderRequests> = {
  async readFeed({ text, address }) {
    try {
      return { feed: readFeed(text, address), links: [] };
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      return { feed: null, links: feedLinksOf(inert(text), address) };
    }
  },
  async readFeedPage({ html, address, item, feed }) {
    const found = articleOfDocument(inert(html), address);
    return found && withItem(found, item, feed.title);
  },
  async readFeedItem({ item, feed }) {
    const page = inert(`<article>${item.content ?? ''}</article>`);
    if (feed.language) page.documentElement.lang = feed.language;
    const found = articleOfDocument(page, item.url);
    // What a fragment says of itself is chance: an address in it, a title.
    const bare = found && { ...found, title: '', published: null, publisher: null, author: null, from: {} };
    return bare && withItem({ ...bare, url: item.url }, item, feed.title);
  },
};

/** What the page itself does not say is filled in from the feed. */
function withItem(found: PageArticle, item: FeedItem, outlet: string): PageArticle {
  const filled = { ...found, from: { ...found.from } };
  const told = { title: item.title, published: item.published, author: item.author, publisher: outlet };
  // a feed names its outlet better than the host does
  for (const key of ['title', 'published', 'author', 'publisher'] as const)
    if ((!filled[key] || (key === 'publisher' && filled.from[key] === 'address')) && told[key]) {
      filled[key] = told[key];
      filled.from[key] = 'feed';
    }
  if (filled.title) return filled;
  return { ...filled, title: filled.text.slice(0, 80), from: { ...filled.from, title: 'text' } };
}
