import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadModel } from '../../src/extract/model';
import { readArticle } from '../../src/extract/read';
import type { Feed } from '../../src/feeds/types';
import { everything, fresh, madeBundle, madePairs } from './library';

const model = loadModel(readFileSync(new URL('../../src/extract/model/reader.bin', import.meta.url)));
const permissions = { remove: vi.fn(async () => true) };
const alarms = { create: vi.fn(async () => {}), clear: vi.fn(async () => true) };
vi.mock('wxt/browser', () => ({ browser: { permissions, alarms } }));
vi.mock('../../src/browser/assets', () => ({ readingModel: async () => model }));
vi.mock('../../src/browser/library/join', () => import('./toy-join'));
const shipped = madeBundle(madePairs(1, 2));
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { addArticles, correct, eraseAll, forgetRemoved, restore, uncorrect } = await import(
  '../../src/browser/library/change'
);
const { takeInEarlier } = await import('../../src/browser/library/take-in');
const { editArticle } = await import('../../src/browser/library/edit');
const { keptCorrections, setAsideRows } = await import('../../src/browser/library/kept');
const { libraryState } = await import('../../src/browser/library/state');
const { takeArticles } = await import('../../src/browser/library/take');
const { gatherAnswers } = await import('../../src/browser/saving');
const { importFiles } = await import('../../src/browser/import/run');
const { libraryAnswers } = await import('../../src/browser/library-answers');
const { allFeeds, putFeed } = await import('../../src/browser/feeds/rows');
const { closeLibrary, database } = await import('../../src/browser/library/database');

const pairs = madePairs(4);
const [first, second] = pairs.map(({ article }) => article) as [
  (typeof pairs)[0]['article'],
  (typeof pairs)[0]['article'],
];
const feed = (host: string, more: Partial<Feed> = {}) =>
  ({
    id: `https://${host}/feed`,
    hosts: [host],
    added: 1,
    is: 'followed',
    next: 5,
    articles: [],
    ...more,
  }) as Feed;
const called = { say: 'called', a: { kind: 'person', name: 'A' }, name: 'B' } as const;
const answers = libraryAnswers(async () => null);
const gathering = gatherAnswers(
  async () => null,
  async () => {},
);

beforeEach(async () => {
  await fresh(closeLibrary);
  vi.spyOn(Date, 'now').mockReturnValue(1_000);
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      postMessage() {}
      close() {}
    },
  );
  vi.stubGlobal('navigator', {
    storage: { estimate: async () => ({}), persisted: async () => false },
  });
  permissions.remove.mockClear();
  await addArticles(pairs.slice(0, 2));
  await correct(called);
  await putFeed(feed('courier.example'));
  await putFeed(feed('herald.example', { added: 2, is: 'paused', next: null }));
  await (await database()).put('aside', { id: 'x', record: {}, reason: 'broken', found: 1 });
});

describe('erasing everything', () => {
  it('takes the articles, what was put right, what was set aside and the feeds, and gives permissions back', async () => {
    expect(await libraryState()).toMatchObject({ mine: true, own: 2, erased: null });
    const { undo } = await answers.erase({}, {});
    expect(await libraryState()).toMatchObject({
      mine: false,
      own: 0,
      aside: 0,
      erased: ['courier.example', 'herald.example'],
    });
    expect([await allFeeds(), await keptCorrections(), await setAsideRows()]).toEqual([[], [], []]);
    expect(alarms.clear).toHaveBeenCalled();
    const asked = permissions.remove.mock.calls as unknown as [
      { origins?: string[]; permissions?: string[] },
    ][];
    expect(asked.flatMap(([{ origins = [] }]) => origins)).toContain('https://herald.example/*');
    expect(asked.flatMap(([{ permissions: named = [] }]) => named)).toContain('webRequest');
    expect(undo).toBe('erasure');
  });

  it('is taken back whole by one undo, the feeds too', async () => {
    const before = await everything(['meta']);
    const { undo } = await answers.erase({}, {});
    await answers.restore({ undo }, {});
    expect(await everything(['meta'])).toEqual(before);
    expect(await libraryState()).toMatchObject({ mine: true, own: 2, erased: null });
  });

  it('twice is still one erasure, and a feed that is followed meanwhile stays as it is now', async () => {
    const before = await everything(['meta']);
    await eraseAll();
    await eraseAll();
    await restore('erasure');
    expect(await everything(['meta'])).toEqual(before);
    await eraseAll();
    await putFeed(feed('courier.example', { added: 9 }));
    await restore('erasure');
    expect((await allFeeds()).map(({ hosts, added }) => [hosts[0], added])).toEqual([
      ['herald.example', 2],
      ['courier.example', 9],
    ]);
  });

  it('leaves nothing of the former feeds once something else has come in', async () => {
    await eraseAll();
    await putFeed(feed('lantern.example'));
    await addArticles(pairs.slice(2, 3));
    await expect(restore('erasure')).rejects.toMatchObject({ problem: { code: 'undoGone' } });
    expect(JSON.stringify(await everything())).not.toContain('herald.example');
    expect((await allFeeds()).map(({ hosts }) => hosts[0])).toEqual(['lantern.example']);
  });

  it('is not undone by what was under way: a feed’s article, an earlier version’s, an edit, a correction', async () => {
    const db = await database();
    await db.put('incoming', pairs[3]!, pairs[3]!.article.id);
    const { key } = (await keptCorrections())[0]!;
    const before = await everything(['meta']);
    await eraseAll();
    const note = (known: Feed) => known;
    await expect(
      takeArticles([{ article: second }], (one) => readArticle(one, model), {
        feed: { id: feed('courier.example').id, note },
      }),
    ).rejects.toMatchObject({ problem: { code: 'feedUnknown' } });
    await takeInEarlier();
    await expect(editArticle({ articleId: first.id, publisher: 'X' })).rejects.toMatchObject({
      problem: { code: 'notKept' },
    });
    await uncorrect(key);
    expect(await libraryState()).toMatchObject({ own: 0, mine: false });
    await restore('erasure');
    expect(await everything(['meta'])).toEqual(before);
  });
});

describe('an import', () => {
  const many = madePairs(90, 3).map(({ article }) => article);
  const file = () => new File([many.map((article) => `${JSON.stringify(article)}\n`).join('')], 'many.jsonl');
  const begin = async () => (await libraryState()).generation;
  const never = new AbortController().signal;

  it('that was running is stopped by the erasure, whose undo stays whole', async () => {
    const asked: Promise<unknown>[] = [];
    let own = 0;
    const report = await importFiles(
      [file()],
      async (request) => {
        if (asked.length === 2) {
          await Promise.all(asked);
          own = (await libraryState()).own;
          await answers.erase({}, {});
        }
        const answer = gathering.take(request, {});
        asked.push(answer);
        return answer;
      },
      () => {},
      never,
      begin,
    );
    expect(report).toMatchObject({ is: 'erased', added: 0, undo: [] });
    expect(await libraryState()).toMatchObject({ own: 0, mine: false });
    await answers.restore({ undo: 'erasure' }, {});
    expect(await libraryState()).toMatchObject({ own });
    expect(own).toBe(66);
    expect(await allFeeds()).toHaveLength(2);
  });

  it('that was running stays stopped when something new has come in, and when all is gone for good', async () => {
    const batch = { run: 'one', number: 3, since: await begin() };
    const next = { articles: [{ article: many[0]! }], corrections: [], batch, last: false };
    const stopped = { problem: { code: 'importErased' } };
    await answers.erase({}, {});
    await addArticles(pairs.slice(2, 3));
    await expect(gathering.take(next, {})).rejects.toMatchObject(stopped);
    await addArticles(pairs.slice(3, 4));
    await expect(gathering.take(next, {})).rejects.toMatchObject(stopped);
    await answers.erase({}, {});
    await forgetRemoved();
    await expect(gathering.take(next, {})).rejects.toMatchObject(stopped);
    expect((await everything()).articles).toEqual([]);
  });

  it('goes on where the erasure was taken back before it came to that, and one that begins after it is taken in', async () => {
    const batch = { run: 'one', number: 0, since: await begin() };
    const next = { articles: [{ article: many[0]! }], corrections: [], batch, last: false };
    await answers.erase({}, {});
    await answers.restore({ undo: 'erasure' }, {});
    expect((await gathering.take(next, {})).taken).toMatchObject([{ was: 'new' }]);
    await answers.erase({}, {});
    const report = await importFiles(
      [file()],
      (one) => gathering.take(one, {}),
      () => {},
      never,
      begin,
    );
    expect(report).toMatchObject({ is: 'done', added: 90 });
    expect(await libraryState()).toMatchObject({ own: 90, erased: null });
  });
});

describe('an edit', () => {
  it('does not bring back what another window has just removed, nor lose what it has just changed', async () => {
    const { removeArticles } = await import('../../src/browser/library/change');
    const editing = editArticle({ articleId: first.id, publisher: 'The Courier' });
    const removing = removeArticles([first.id]);
    await Promise.allSettled([editing, removing]);
    expect((await everything()).articles!.map(([id]) => id)).not.toContain(first.id);
    await Promise.all([
      editArticle({ articleId: second.id, publisher: 'The Courier' }),
      editArticle({ articleId: second.id, date: '2024-02-29' }),
    ]);
    const row = (await everything()).articles!.find(([id]) => id === second.id)![1];
    expect(row).toMatchObject({
      article: { publisher: 'The Courier', published: { date: '2024-02-29', basis: 'editor' } },
    });
  });

  it('is taken back to what stood there, and how that was known', async () => {
    const before = await everything(['meta', 'images', 'trash']);
    const { undo } = await answers.edit({ articleId: first.id, publisher: null, date: null }, {});
    expect(await everything(['meta', 'images', 'trash'])).not.toEqual(before);
    await answers.untake({ undo }, {});
    expect(await everything(['meta', 'images', 'trash'])).toEqual(before);
  });
});
