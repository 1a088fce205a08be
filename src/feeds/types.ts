/** Why a feed could not be read when it was asked for. */
export type FeedFault =
  /** No answer: no connection, no such host, a certificate that is none; the host. */
  | 'feedUnreachable'
  /** No whole answer in time; the host. */
  | 'feedSlow'
  /** An answer that is none; the host and its number. */
  | 'feedStatus'
  /** 410: there is no such feed any more; the host. */
  | 'feedGone'
  /** More than is taken; the host and how many megabytes are. */
  | 'feedLarge'
  /** No feed; the host. */
  | 'feedNone'
  /** Sent on to a host that is not allowed; that host. */
  | 'feedElsewhere'
  /** Sent on in a circle, or to no address of the web; the host. */
  | 'feedCircle'
  /** The browser no longer lets Nameplate ask this host; the host. */
  | 'feedForbidden'
  /** What was pasted is no address of the web; what was pasted. */
  | 'feedNoAddress'
  /** It is followed already; its title. */
  | 'feedKnown'
  /** The reader did not allow it; the host. */
  | 'feedRefused'
  /** Nothing of this kind is followed. */
  | 'feedUnknown';

/** What a feed says of one article. */
export interface FeedItem {
  /** What tells it from the feed's others: its guid or id, else its address, else its title. */
  key: string;
  /** Where the article is; null where the item tells no address of the web. */
  url: string | null;
  title: string;
  /** The day that the feed says it is of, as it is written there; null where it says none. */
  published: string | null;
  author: string | null;
  /** The article's own markup where the feed carries it, not a summary; at most `LIMITS.content` long. */
  content: string | null;
}

/** A feed as it was read. */
export interface ParsedFeed {
  title: string;
  /** The outlet's page. */
  home: string | null;
  language: string | null;
  /** How long the feed asks to be left alone, in minutes; null where it does not say. */
  rest: number | null;
  /** As the feed has them, the newest first in most; at most `LIMITS.items`. */
  items: FeedItem[];
}

/** A feed that a page names. */
export interface FeedLink {
  url: string;
  title: string;
}

/** A feed that the reader follows, as it is kept. Times are milliseconds since 1970. */
export interface Feed {
  /** The address that it was followed by; it stays when the feed moves. */
  id: string;
  /** Where it is asked for now. */
  url: string;
  title: string;
  home: string | null;
  /** The hosts that the reader has allowed for it, its own first. */
  hosts: string[];
  /** `gone`: its server has said that it is no more (410). */
  is: 'followed' | 'paused' | 'gone';
  added: number;
  tried: number | null;
  worked: number | null;
  /** When it is asked for next; null where it is not. */
  next: number | null;
  /** How often in a row it has not worked. */
  failures: number;
  /** Why it did not work when it was last asked for. */
  problem: { code: FeedFault | 'diskFull' | 'other'; values: string[] } | null;
  /** What its server knows the last answer by. */
  etag: string | null;
  modified: string | null;
  /** The articles that it has brought, by id. */
  articles: string[];
  /** Items that were taken or given up, by key, the latest first; at most `LIMITS.seen`. */
  seen: string[];
  /** Items that could not be taken, by key, with how often that was tried. */
  tries: Record<string, number>;
  /** Hosts that articles are on without being allowed, with how many wait for each. */
  waiting: { host: string; count: number }[];
  /** The address that it is sent on to, on a host that is not allowed. */
  elsewhere: string | null;
}

/** A feed as the settings page shows it. */
export interface FeedView
  extends Pick<
    Feed,
    | 'id'
    | 'url'
    | 'title'
    | 'home'
    | 'hosts'
    | 'is'
    | 'tried'
    | 'worked'
    | 'next'
    | 'problem'
    | 'waiting'
    | 'elsewhere'
  > {
  /** How many articles it has brought. */
  brought: number;
  /** It is being asked for just now. */
  busy: boolean;
}

/** What is taken of a feed at most. */
export const LIMITS = {
  /** Of a feed's file, in bytes. */
  feed: 5_000_000,
  /** Of an article's page, in bytes. */
  page: 5_000_000,
  items: 300,
  /** Of one item's own markup, in UTF-16 units. */
  content: 1_000_000,
  /** Of a title or a key. */
  short: 500,
  seen: 2_000,
  /** Articles taken in one turn. */
  turn: 10,
  /** How often an article that cannot be taken is tried. */
  tries: 3,
} as const;
