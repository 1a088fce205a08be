import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageArticle } from '../../../src/browser/messages';
import { loadModel } from '../../../src/extract/model';
import type { Feed, FeedItem } from '../../../src/feeds/types';
import { everything, fresh, madeBundle } from '../library';

const model = loadModel(readFileSync(new URL('../../../src/extract/model/reader.bin', import.meta.url)));
vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../../src/browser/assets', () => ({ readingModel: async () => model }));
const shipped = madeBundle([]);
vi.mock('../../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));
vi.mock('../../../src/browser/library/join', () => import('../toy-join'));
let page: PageArticle;
vi.mock('../../../src/browser/feeds/reader', () => ({ askReader: async () => page }));

const { takeItem } = await import('../../../src/browser/feeds/take');
const { dropFeed, feedOf, putFeed } = await import('../../../src/browser/feeds/rows');
const { closeLibrary } = await import('../../../src/browser/library/database');

const ID = 'https://courier.example/feed';
const item: FeedItem = { key: 'one', url: null, title: '', published: null, author: null, content: 'x' };
const outlet = { title: 'The Courier', home: null, rest: null, language: null, items: [] };
const good: PageArticle = {
  title: 'Lamps of the pier',
  text: 'Odalys Brannigan, the lamplighter of the pier, said on Tuesday that the board would pay.',
  url: 'https://courier.example/one',
  address: 'https://courier.example/one',
  published: '2025-05-07',
  publisher: 'The Courier',
  author: null,
  lang: 'en',
  from: {},
};
const take = () => takeItem(ID, item, outlet, { hosts: ['courier.example'] });
const articles = async () =>
  (await everything()).articles!.map(([, row]) => (row as { article: object }).article);

beforeEach(async () => {
  await fresh(closeLibrary);
  page = good;
  await putFeed({
    id: ID,
    hosts: ['courier.example'],
    articles: [],
    seen: [],
    tries: {},
    added: 1,
  } as unknown as Feed);
});

describe('what a feed brings', () => {
  it('is noted with the feed in the same turn, once', async () => {
    const taken = await take();
    expect(taken).toMatchObject({ isNew: true });
    expect(await feedOf(ID)).toMatchObject({ articles: [taken!.id], seen: ['one'] });
    expect(await take()).toMatchObject({ id: taken!.id, isNew: false });
    expect((await feedOf(ID))!.articles).toHaveLength(1);
  });

  it.each<[string, Partial<PageArticle>]>([
    ['a text without end', { text: 'x '.repeat(1_500_000) }],
    ['a title without end', { title: 'x'.repeat(5_000) }],
    ['an outlet’s name without end', { publisher: 'x'.repeat(5_000) }],
    ['an address that is a script', { url: 'javascript:alert(1)' }],
    ['no word', { text: '\u202e \0 !' }],
  ])('and is not fit to be kept (%s) is left', async (_, spoilt) => {
    page = { ...good, ...spoilt };
    const before = await everything();
    expect(await take()).toBeNull();
    expect(await everything()).toEqual(before);
  });

  it('has one line where there is room for one', async () => {
    page = { ...good, title: 'Lamps\n\u202eof the\0 pier ', author: ' Mina\tSato ' };
    await take();
    expect(await articles()).toMatchObject([{ title: 'Lamps of the pier', author: 'Mina Sato' }]);
  });

  it('comes in no more once the feed is followed no more', async () => {
    await dropFeed(ID);
    await expect(take()).rejects.toMatchObject({ problem: { code: 'feedUnknown' } });
    expect(await articles()).toEqual([]);
  });
});
