import { decode } from '../../feeds/decode';
import { noteSeen, noteTried, planOf } from '../../feeds/fresh';
import { maxAgeOf, nextTry, type Outcome } from '../../feeds/schedule';
import { type Feed, type FeedItem, LIMITS, type ParsedFeed } from '../../feeds/types';
import { problemOf } from '../problem';
import { setClock } from './clock';
import { askReader, withReader } from './reader';
import { type Answer, type Asked, RequestFailure, request } from './request';
import { changeFeed } from './rows';
import { takeItem } from './take';

const FEEDS =
  'application/feed+json,application/atom+xml,application/rss+xml,application/rdf+xml;q=0.9,application/xml;q=0.8,text/xml;q=0.8,*/*;q=0.1';
const NO_TEXT = /^\s*(?:image|audio|video|font)\//i;
/** Between two articles of one feed, in milliseconds. */
const PAUSE = 500;

/** A feed as its server has just given it. */
export interface Opened {
  answer: Answer;
  parsed: ParsedFeed;
}

/** Asks for a feed. Null where it has not changed (304); rejects where it cannot be read. Needs `withReader`. */
export async function openFeed(
  asked: Pick<Asked, 'address' | 'hosts' | 'etag' | 'modified'>,
): Promise<Opened | null> {
  const answer = await request({ ...asked, accept: FEEDS, most: LIMITS.feed });
  if (answer.status === 304) return null;
  const host = new URL(answer.address).hostname;
  if (NO_TEXT.test(answer.type ?? '')) throw new RequestFailure('feedNone', [host]);
  const text = decode(answer.bytes, answer.type);
  const { feed, links } = await askReader('readFeed', { text, address: answer.address });
  if (feed) return { answer, parsed: feed };
  throw Object.assign(new RequestFailure('feedNone', [host]), { links });
}

/** One feed's turn: asks for it, takes what is new, notes how it went and when it is asked for next. True if it brought anything. */
export async function takeTurn(id: string, opened?: Opened): Promise<boolean> {
  const now = Date.now();
  const feed = await changeFeed(id, (known) => ({ ...known, tried: now }));
  if (feed?.is !== 'followed') return false;
  await setClock(true);
  try {
    return await withReader(async () => {
      const { url: address, hosts, etag, modified } = feed;
      const found = opened ?? (await openFeed({ address, hosts, etag, modified }));
      const took = found ? await takeNew(feed, found) : null;
      await changeFeed(id, (known) => worked(known, found, took));
      return (took?.brought ?? 0) > 0;
    });
  } catch (error) {
    await changeFeed(id, (known) => failed(known, error));
    return false;
  } finally {
    await setClock();
  }
}

interface Took {
  brought: number;
  /** Everything in the feed was taken, given up, or waits for a host. */
  all: boolean;
  waiting: Feed['waiting'];
}

async function takeNew(feed: Feed, { parsed }: Opened): Promise<Took> {
  const { take, waiting } = planOf(parsed.items, feed);
  const took: Took = { brought: 0, all: take.length < LIMITS.turn, waiting };
  for (const [i, item] of take.entries()) {
    if (i > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const still = await changeFeed(feed.id, (known) => known);
    if (still?.is !== 'followed') break;
    await takeOne(still, item, parsed, took);
  }
  return took;
}

/** Takes one item; what goes wrong with its page is its own affair, what goes wrong with the library ends the turn. */
async function takeOne(feed: Feed, item: FeedItem, parsed: ParsedFeed, took: Took): Promise<void> {
  try {
    const taken = await takeItem(feed.id, item, parsed, { hosts: feed.hosts });
    await changeFeed(feed.id, (known) => {
      if (!taken) return noteTried(known, item.key);
      const articles = taken.isNew ? [...new Set([...known.articles, taken.id])] : known.articles;
      return { ...noteSeen(known, item.key), articles };
    });
    if (taken?.isNew) took.brought++;
    if (!taken) took.all = false;
  } catch (error) {
    if (!(error instanceof RequestFailure)) throw error;
    took.all = false;
    const host = error.elsewhere && new URL(error.elsewhere).hostname;
    const known = took.waiting.find((one) => one.host === host);
    if (known) known.count++;
    else if (host) took.waiting.push({ host, count: 1 });
    await changeFeed(feed.id, (row) => noteTried(row, item.key));
  }
}

function worked(feed: Feed, found: Opened | null, took: Took | null): Feed {
  const now = Date.now();
  const header = (name: string) => found?.answer.header(name) ?? null;
  const outcome: Outcome = {
    is: 'worked',
    rest: found?.parsed.rest ?? null,
    maxAge: maxAgeOf(header('cache-control')),
  };
  return {
    ...feed,
    ...(found && { url: found.answer.lasting, title: found.parsed.title, home: found.parsed.home }),
    ...(took && {
      // Asked for whole again as long as there is something in it to take.
      etag: took.all ? header('etag') : null,
      modified: took.all ? header('last-modified') : null,
      waiting: took.waiting,
    }),
    worked: now,
    failures: 0,
    problem: null,
    elsewhere: null,
    next: feed.is === 'followed' ? nextTry(outcome, 0, now, Math.random()) : null,
  };
}

function failed(feed: Feed, error: unknown): Feed {
  const { code, values } = problemOf(error);
  const failures = feed.failures + 1;
  const gone = code === 'feedGone';
  const outcome: Outcome = gone
    ? { is: 'gone' }
    : { is: 'failed', retryAfter: error instanceof RequestFailure ? error.retryAfter : null };
  const is = gone ? 'gone' : feed.is;
  return {
    ...feed,
    is,
    failures,
    problem: { code: /^feed|^diskFull$/.test(code) ? (code as 'other') : 'other', values },
    elsewhere: error instanceof RequestFailure ? error.elsewhere : null,
    next: is === 'followed' ? nextTry(outcome, failures, Date.now(), Math.random()) : null,
  };
}
