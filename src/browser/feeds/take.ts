import { excessOf, tidyArticle } from '../../corpus/limits';
import { readArticle } from '../../extract/read';
import { decode } from '../../feeds/decode';
import { noteSeen } from '../../feeds/fresh';
import { type FeedItem, LIMITS, type ParsedFeed } from '../../feeds/types';
import { readingModel } from '../assets';
import { takeArticles } from '../library/take';
import type { PageArticle } from '../messages';
import { articleOfPage } from '../page-article';
import { askReader } from './reader';
import { type Asked, RequestFailure, request } from './request';

const PAGES = 'text/html,application/xhtml+xml;q=0.9';
const IS_PAGE = /^\s*(?:text\/html|application\/xhtml\+xml)\b|^\s*$/i;

/**
 * Takes an item's article into the library, and notes it with its feed in the same turn; gives its id. Null where there is
 * none, or none that is fit to be kept. Rejects where it cannot be asked for, or the feed (`id`) is followed no more.
 */
export async function takeItem(
  id: string,
  item: FeedItem,
  feed: ParsedFeed,
  how: Pick<Asked, 'hosts' | 'signal'>,
): Promise<{ id: string; isNew: boolean } | null> {
  const page = await articleOf(item, feed, how);
  if (!page) return null;
  const [given, model] = await Promise.all([articleOfPage(page, 'feed'), readingModel()]);
  const article = tidyArticle(given);
  if (excessOf(article)) return null;
  const incoming = { article, ...(page.address === null ? {} : { address: page.address }) };
  const { taken } = await takeArticles([incoming], (one) => readArticle(one, model), {
    feed: {
      id,
      note: (known, added) => ({
        ...noteSeen(known, item.key),
        articles: [...new Set([...known.articles, ...added])],
      }),
    },
  });
  const [{ articleId, was } = { articleId: article.id, was: 'same' }] = taken;
  return { id: articleId, isNew: was === 'new' };
}

/** From its page, else from what the feed has of it. */
async function articleOf(
  item: FeedItem,
  feed: ParsedFeed,
  how: Pick<Asked, 'hosts' | 'signal'>,
): Promise<PageArticle | null> {
  const outlet = { title: feed.title, language: feed.language };
  const own = () => (item.content ? askReader('readFeedItem', { item, feed: outlet }) : null);
  if (!item.url) return own();
  try {
    const { bytes, type, address } = await request({
      ...how,
      address: item.url,
      accept: PAGES,
      most: LIMITS.page,
    });
    if (!IS_PAGE.test(type ?? '')) return own();
    const html = decode(bytes, type);
    return (await askReader('readFeedPage', { html, address, item, feed: outlet })) ?? own();
  } catch (error) {
    const page = error instanceof RequestFailure ? await own() : null;
    if (!page) throw error;
    return page;
  }
}
