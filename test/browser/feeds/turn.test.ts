import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../../src/browser/feeds/request';
import { PACE } from '../../../src/feeds/schedule';
import { type Feed, type FeedItem, LIMITS, type ParsedFeed } from '../../../src/feeds/types';

const alarms = { create: vi.fn(async () => {}), clear: vi.fn(async () => true) };
vi.mock('wxt/browser', () => ({ browser: { alarms } }));
/** What the server answers: items, 304, or an error. */
let server: () => FeedItem[] | 304 = () => [];
const asked: { etag?: string | null }[] = [];
vi.mock('../../../src/browser/feeds/request', async (original) => ({
  ...(await original<object>()),
  request: async (how: { etag?: string | null }): Promise<Answer> => {
    asked.push({ etag: how.etag });
    const said = server();
    items = said === 304 ? [] : said;
    const header = (name: string) => (name === 'etag' ? '"now"' : null);
    const address = 'https://courier.example/feed';
    return {
      address,
      lasting: address,
      status: said === 304 ? 304 : 200,
      bytes: new Uint8Array(),
      type: null,
      header,
    };
  },
}));
let items: FeedItem[] = [];
vi.mock('../../../src/browser/feeds/reader', () => ({
  withReader: (work: () => Promise<unknown>) => work(),
  askReader: async () => ({
    feed: { title: 'The Courier', home: null, rest: null, language: null, items } satisfies ParsedFeed,
    links: [],
  }),
}));
let take: (item: FeedItem) => Promise<{ id: string; isNew: boolean } | null>;
const taken: string[] = [];
vi.mock('../../../src/browser/feeds/take', () => ({
  takeItem: (_: string, item: FeedItem) => {
    taken.push(item.key);
    return take(item);
  },
}));

const { RequestFailure } = await import('../../../src/browser/feeds/request');
const { takeTurn } = await import('../../../src/browser/feeds/turn');
const { takeDue } = await import('../../../src/browser/feeds/queue');
const { setClock } = await import('../../../src/browser/feeds/clock');
const { dropFeed, feedOf, putFeed } = await import('../../../src/browser/feeds/rows');
const { closeLibrary } = await import('../../../src/browser/library/database');

const NOW = Date.UTC(2025, 3, 22, 12);
const ID = 'https://courier.example/feed';
const item = (key: string): FeedItem => ({
  key,
  url: `https://courier.example/${key}`,
  title: key,
  published: null,
  author: null,
  content: null,
});
const feed = (more: Partial<Feed> = {}): Feed => ({
  id: ID,
  url: ID,
  title: 'The Courier',
  home: null,
  hosts: ['courier.example'],
  is: 'followed',
  added: 1,
  tried: null,
  worked: null,
  next: NOW,
  failures: 0,
  problem: null,
  etag: null,
  modified: null,
  articles: [],
  seen: [],
  tries: {},
  waiting: [],
  elsewhere: null,
  ...more,
});
const minutes = (time: number | null | undefined) => ((time ?? Number.NaN) - NOW) / 60_000;

beforeEach(async () => {
  await closeLibrary();
  globalThis.indexedDB = new IDBFactory();
  vi.spyOn(Date, 'now').mockReturnValue(NOW);
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const soon = (then: () => void) => setImmediate(then) as unknown as ReturnType<typeof setTimeout>;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(soon as typeof setTimeout);
  taken.length = asked.length = 0;
  alarms.create.mockClear();
  take = async ({ key }) => ({ id: `a-${key}`, isNew: true });
});

describe('a feed’s turn', () => {
  it('takes so many, the rest the next times, and only then asks for what has changed alone', async () => {
    const keys = Array.from({ length: LIMITS.turn + 3 }, (_, i) => `i${i}`);
    server = () => keys.map(item);
    await putFeed(feed());
    expect(await takeTurn(ID)).toBe(true);
    expect(taken).toEqual(keys.slice(0, LIMITS.turn));
    expect(await takeTurn(ID)).toBe(true);
    expect(taken).toEqual(keys);
    expect(await takeTurn(ID)).toBe(false);
    expect(asked.map(({ etag }) => etag)).toEqual([null, null, '"now"']);
    const known = await feedOf(ID);
    expect(known?.articles).toEqual(keys.map((key) => `a-${key}`));
    expect([known?.problem, known?.worked, minutes(known?.next)]).toEqual([null, NOW, PACE.usual]);
  });

  it('goes on where it was cut off, and loses and repeats nothing', async () => {
    server = () => ['a', 'b', 'c', 'd'].map(item);
    await putFeed(feed());
    take = async ({ key }) => (key === 'c' ? new Promise(() => {}) : { id: key, isNew: true });
    void takeTurn(ID);
    await vi.waitFor(() => expect(taken).toEqual(['a', 'b', 'c']));
    // Meanwhile an alarm stands in case nobody comes back, and the feed is still due.
    expect(alarms.create).toHaveBeenCalledWith('feeds', { when: NOW + 5 * 60_000 });
    expect((await feedOf(ID))?.next).toBe(NOW);
    take = async ({ key }) => ({ id: key, isNew: true });
    await takeTurn(ID);
    expect(taken).toEqual(['a', 'b', 'c', 'c', 'd']);
    expect((await feedOf(ID))?.articles).toEqual(['a', 'b', 'c', 'd']);
  });

  it('takes nothing more once the reader has stopped it, and does not bring it back', async () => {
    server = () => ['a', 'b', 'c'].map(item);
    await putFeed(feed());
    take = async ({ key }) => {
      await dropFeed(ID);
      return { id: key, isNew: true };
    };
    await takeTurn(ID);
    expect(taken).toEqual(['a']);
    expect(await feedOf(ID)).toBeUndefined();
  });

  it('gives up an article after some tries, and one that cannot be taken is in nobody’s way', async () => {
    server = () => ['bad', 'none', 'good'].map(item);
    await putFeed(feed());
    take = async ({ key }) => {
      if (key === 'bad') throw new RequestFailure('feedStatus', ['courier.example', '500']);
      return key === 'none' ? null : { id: key, isNew: true };
    };
    for (let turn = 0; turn < LIMITS.tries + 2; turn++) await takeTurn(ID);
    expect(taken.filter((key) => key === 'bad')).toHaveLength(LIMITS.tries);
    expect(taken.filter((key) => key === 'none')).toHaveLength(LIMITS.tries);
    expect(taken.filter((key) => key === 'good')).toHaveLength(1);
    expect((await feedOf(ID))?.problem).toBeNull();
  });

  it('ends where the library has no room, tells so, and tries the article again', async () => {
    server = () => ['a', 'b'].map(item);
    await putFeed(feed());
    const { Failure } = await import('../../../src/browser/problem');
    take = async () => {
      throw new Failure('diskFull');
    };
    await takeTurn(ID);
    expect(await feedOf(ID)).toMatchObject({
      problem: { code: 'diskFull' },
      seen: [],
      tries: {},
      failures: 1,
    });
  });

  it('backs off where it does not work, and forgets that when it does', async () => {
    server = () => {
      throw new RequestFailure('feedStatus', ['courier.example', '500']);
    };
    await putFeed(feed());
    const waits: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      await takeTurn(ID);
      waits.push(minutes((await feedOf(ID))?.next));
    }
    expect(waits).toEqual([60, 120, 240]);
    expect((await feedOf(ID))?.problem).toEqual({ code: 'feedStatus', values: ['courier.example', '500'] });
    server = () => 304;
    await takeTurn(ID);
    expect(await feedOf(ID)).toMatchObject({ problem: null, failures: 0, worked: NOW });
  });

  it('is the last where the feed is no more', async () => {
    server = () => {
      throw new RequestFailure('feedGone', ['courier.example']);
    };
    await putFeed(feed());
    await takeTurn(ID);
    expect(await feedOf(ID)).toMatchObject({ is: 'gone', next: null });
    expect(await takeTurn(ID)).toBe(false);
    expect(asked).toHaveLength(1);
  });
});

describe('the clock', () => {
  it('asks for feeds that are due, and for no others', async () => {
    server = () => [];
    await putFeed(feed());
    await putFeed(feed({ id: 'later', next: NOW + 1 }));
    await putFeed(feed({ id: 'paused', is: 'paused', next: null }));
    await takeDue(async () => {});
    expect(asked).toHaveLength(1);
  });

  it('is set for the next that is due, and not set where none is', async () => {
    await setClock();
    expect(alarms.create).not.toHaveBeenCalled();
    expect(alarms.clear).toHaveBeenCalledWith('feeds');
    await putFeed(feed({ next: NOW + 3_600_000 }));
    await putFeed(feed({ id: 'sooner', next: NOW + 1_800_000 }));
    await putFeed(feed({ id: 'paused', is: 'paused', next: null }));
    await setClock();
    expect(alarms.create).toHaveBeenLastCalledWith('feeds', { when: NOW + 1_800_000 });
  });
});
