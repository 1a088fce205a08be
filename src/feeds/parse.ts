import { type AnyFeed, type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { writtenDay } from '../text/written-day';
import { webAddress } from './address';
import { markupOf, plain } from './plain';
import { type FeedItem, LIMITS, type ParsedFeed } from './types';

/** A text that is no feed. */
export class FeedError extends Error {
  override name = 'FeedError';
}

/** Less than this, in UTF-16 units of text, is a teaser and no article. */
const ARTICLE = 600;

/**
 * Reads a feed: RSS 0.9 to 2.0, Atom or JSON Feed. Addresses are resolved against `address`, where it was found. What is no
 * feed, or is damaged, is a `FeedError`. Entities that a document declares itself are not resolved, and none from
 * elsewhere are fetched.
 */
export function readFeed(text: string, address: string): ParsedFeed {
  const found = parsed(text);
  switch (found.format) {
    case 'rss':
      return fromRss(found.feed, address);
    case 'rdf':
      return fromRdf(found.feed, address);
    case 'atom':
      return fromAtom(found.feed, address);
    case 'json':
      return fromJson(found.feed, address);
  }
}

function parsed(text: string): AnyFeed {
  try {
    return parseFeed<string>(text, { maxItems: LIMITS.items });
  } catch (error) {
    throw new FeedError(error instanceof Error ? error.message : String(error));
  }
}

function fromRss(feed: RssFeed.Feed<string>, address: string): ParsedFeed {
  return {
    ...headOf(feed.title, feed.link, feed.language ?? feed.dc?.languages?.[0], address),
    rest: longest(feed.ttl, syndication(feed.sy)),
    items: itemsOf(feed.items, (item) => {
      const { value, isPermaLink } = item.guid ?? {};
      return {
        key: value,
        // A guid is an address unless it says that it is none.
        url: item.link ?? (isPermaLink !== false && /^https?:/.test(value ?? '') ? value : undefined),
        title: item.title,
        published: item.pubDate ?? item.dc?.dates?.[0],
        author: item.dc?.creators?.[0] ?? item.authors?.[0]?.name,
        content: item.content?.encoded ?? item.description,
        base: address,
      };
    }),
  };
}

function fromRdf(feed: RdfFeed.Feed<string>, address: string): ParsedFeed {
  return {
    ...headOf(feed.title, feed.link, feed.dc?.languages?.[0], address),
    rest: syndication(feed.sy),
    items: itemsOf(feed.items, (item) => ({
      key: item.rdf?.about,
      url: item.link,
      title: item.title,
      published: item.dc?.dates?.[0],
      author: item.dc?.creators?.[0],
      content: item.content?.encoded ?? item.description,
      base: address,
    })),
  };
}

function fromAtom(feed: AtomFeed.Feed<string>, address: string): ParsedFeed {
  const base = webAddress(feed.xml?.base ?? '', address) ?? address;
  return {
    ...headOf(feed.title?.value, alternate(feed.links), feed.xml?.lang, base),
    rest: syndication(feed.sy),
    items: itemsOf(feed.entries, (entry) => ({
      key: entry.id,
      url: alternate(entry.links),
      title: entry.title?.value,
      published: entry.published ?? entry.updated,
      author: entry.authors?.[0]?.name,
      content: entry.content?.src ? undefined : markup(entry.content ?? entry.summary),
      base: webAddress(entry.xml?.base ?? '', base) ?? base,
    })),
  };
}

function fromJson(feed: JsonFeed.Feed<string>, address: string): ParsedFeed {
  return {
    ...headOf(feed.title, feed.home_page_url, feed.language, address),
    rest: null,
    items: itemsOf(feed.items, (item) => ({
      key: item.id,
      url: item.url ?? item.external_url,
      title: item.title,
      published: item.date_published ?? item.date_modified,
      author: item.authors?.[0]?.name,
      content: item.content_html ?? (item.content_text ? markupOf(item.content_text) : undefined),
      base: address,
    })),
  };
}

interface Told {
  key: string | undefined;
  url: string | undefined;
  title: string | undefined;
  published: string | undefined;
  author: string | undefined;
  content: string | undefined;
  base: string;
}

/** The items that can be told apart from others and have an article, here or at an address. */
function itemsOf<Item>(items: readonly Item[] | undefined, tell: (item: Item) => Told): FeedItem[] {
  return (items ?? []).slice(0, LIMITS.items).flatMap((item) => {
    const told = tell(item);
    const url = told.url ? webAddress(told.url.trim(), told.base) : null;
    const title = short(plain(told.title ?? ''));
    const content = articleIn(told.content);
    const key = short((told.key ?? url ?? title).trim());
    if (!key || !(url || content)) return [];
    const author = short(plain(told.author ?? '')) || null;
    return [{ key, url, title, published: writtenDay(told.published ?? ''), author, content }];
  });
}

/** Markup long enough to be an article; null for a teaser, and for what is too long to be one. */
const articleIn = (content: string | undefined): string | null =>
  content && content.length <= LIMITS.content && plain(content).length >= ARTICLE ? content : null;

const headOf = (
  title: string | undefined,
  home: string | undefined,
  language: string | undefined,
  base: string,
) => ({
  title: short(plain(title ?? '')) || new URL(base).hostname,
  home: home ? webAddress(home.trim(), base) : null,
  language: language && /^[a-z]{2,3}(?:-[\w-]{1,20})?$/i.test(language) ? language : null,
});

const alternate = (links: { href?: string; rel?: string; type?: string }[] | undefined) =>
  links?.find(({ rel, type }) => (rel ?? 'alternate') === 'alternate' && /html|^$/.test(type ?? ''))?.href;

const markup = (text: { value?: string; type?: string } | undefined): string | undefined =>
  text?.value && (!text.type || text.type === 'text') ? markupOf(text.value) : text?.value;

const PERIODS: Record<string, number> = {
  hourly: 60,
  daily: 24 * 60,
  weekly: 7 * 24 * 60,
  monthly: 30 * 24 * 60,
  yearly: 365 * 24 * 60,
};

/** How often the feed says that it is written, in minutes. */
function syndication(sy: { updatePeriod?: string; updateFrequency?: number } | undefined): number | null {
  const period = PERIODS[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
  return period === undefined ? null : period / Math.max(1, sy?.updateFrequency ?? 1);
}

const longest = (a: number | undefined, b: number | null): number | null =>
  a === undefined ? b : Math.max(a, b ?? 0);

const short = (text: string): string => text.slice(0, LIMITS.short);
