import { browser } from 'wxt/browser';
import { feedAddress, hostOfAddress } from '../../feeds/address';
import type { Feed, FeedLink, FeedView } from '../../feeds/types';
import { feedLinksOf } from '../../page/feed-links';
import { tellChanged } from '../changes';
import type { Handlers } from '../listen';
import { Failure } from '../problem';
import { giveBack } from './allowed';
import { setClock } from './clock';
import type { FeedRequests } from './messages';
import { isBusy, soon } from './queue';
import { withReader } from './reader';
import { allFeeds, changeFeed, dropFeed, feedOf, putFeed } from './rows';
import { type Opened, openFeed } from './turn';

/** The background's answers about feeds. */
export function feedAnswers(refresh: () => Promise<null>): Handlers<FeedRequests> {
  const goOn = async (id: string, change: (feed: Feed) => Feed): Promise<null> => {
    if (!(await changeFeed(id, change))) throw new Failure('feedUnknown');
    await setClock();
    tellChanged('feeds');
    soon(id, refresh);
    return null;
  };
  return {
    async feedsOfTab({ tabId }) {
      const tab = await browser.tabs.get(tabId);
      if (tab.incognito) return [];
      const known = new Set((await allFeeds()).flatMap(({ id, url }) => [id, url]));
      const links = await linksIn(tabId);
      return links.map((link) => ({ ...link, followed: known.has(link.url) }));
    },
    feeds: async () => (await allFeeds()).map(viewOf),
    async follow({ typed }) {
      const address = feedAddress(typed);
      if (!address) throw new Failure('feedNoAddress', [typed.trim()]);
      const { feed, opened } = await withReader(() => found(address));
      await putFeed(feed);
      tellChanged('feeds');
      soon(feed.id, refresh, opened);
      return viewOf(feed);
    },
    async unfollow({ id }) {
      const feed = await feedOf(id);
      if (!feed) throw new Failure('feedUnknown');
      await dropFeed(id);
      await giveBack(feed, await allFeeds());
      await setClock();
      tellChanged('feeds');
      return feed;
    },
    async refollow({ feed }) {
      await putFeed(feed);
      await setClock();
      tellChanged('feeds');
      return null;
    },
    async pauseFeed({ id, paused }) {
      if (!paused) return goOn(id, followed);
      await changeFeed(id, (feed) => ({ ...feed, is: 'paused', next: null }));
      await setClock();
      tellChanged('feeds');
      return null;
    },
    checkFeed: ({ id }) => goOn(id, followed),
    allowForFeed: ({ id, host }) =>
      goOn(id, (feed) => ({
        ...followed(feed),
        hosts: [...new Set([...feed.hosts, host])],
        etag: null,
        modified: null,
      })),
  };
}

/** Asked for as soon as may be, also after the background was stopped before it could. */
const followed = (feed: Feed): Feed => ({ ...feed, is: 'followed', next: Date.now() });

/** The feed at an address, or the first on the same host that the page at the address names. */
async function found(address: string): Promise<{ feed: Feed; opened: Opened }> {
  const hosts = [hostOfAddress(address)];
  await checkNew(address);
  try {
    return await open(address, hosts);
  } catch (error) {
    const links = (error as { links?: FeedLink[] }).links ?? [];
    const link = links.find(({ url }) => hosts.includes(hostOfAddress(url)));
    if (!link) throw error;
    await checkNew(link.url);
    return open(link.url, hosts);
  }
}

async function checkNew(address: string): Promise<void> {
  const known = (await allFeeds()).find(({ id, url }) => id === address || url === address);
  if (known) throw new Failure('feedKnown', [known.title]);
}

async function open(id: string, hosts: string[]): Promise<{ feed: Feed; opened: Opened }> {
  const opened = await openFeed({ address: id, hosts });
  if (!opened) throw new Failure('feedNone', hosts);
  const { answer, parsed } = opened;
  const now = Date.now();
  const feed: Feed = {
    id,
    url: answer.lasting,
    title: parsed.title,
    home: parsed.home,
    hosts,
    is: 'followed',
    added: now,
    tried: now,
    worked: null,
    next: now,
    failures: 0,
    problem: null,
    etag: null,
    modified: null,
    articles: [],
    seen: [],
    tries: {},
    waiting: [],
    elsewhere: null,
  };
  return { feed, opened };
}

async function linksIn(tabId: number): Promise<FeedLink[]> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: feedLinksOf });
    return (answer?.result as FeedLink[] | null | undefined) ?? [];
  } catch {
    return [];
  }
}

function viewOf(feed: Feed): FeedView {
  const { id, url, title, home, hosts, is, tried, worked, next, problem, waiting, elsewhere, articles } =
    feed;
  const shown = { id, url, title, home, hosts, is, tried, worked, next, problem, waiting, elsewhere };
  return { ...shown, brought: articles.length, busy: isBusy(id) };
}
