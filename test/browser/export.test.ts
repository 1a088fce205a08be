import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Incoming } from '../../src/browser/library/messages';
import type { With } from '../../src/browser/library/take';
import type { Correction } from '../../src/corpus/join/types';
import { loadModel } from '../../src/extract/model';
import { readArticle } from '../../src/extract/read';
import type { Article } from '../../src/extract/types';
import { madeArticles } from '../grammar/articles';
import { madeBundle, madePairs } from './library';

const model = loadModel(readFileSync(new URL('../../src/extract/model/reader.bin', import.meta.url)));
vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../src/browser/assets', () => ({ readingModel: async () => model }));
const bundled = madePairs(2, 2);
const shipped = madeBundle(bundled);
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { takeArticles, untake } = await import('../../src/browser/library/take');
const { correct, eraseAll } = await import('../../src/browser/library/change');
const { editArticle } = await import('../../src/browser/library/edit');
const { addedOf, keptAfter, keptCorrections } = await import('../../src/browser/library/kept');
const { closeLibrary, reading, stateOf } = await import('../../src/browser/library/database');
const { exportArticles } = await import('../../src/browser/export');
const { Failure } = await import('../../src/browser/problem');
const { importFiles } = await import('../../src/browser/import/run');

const take = (some: Incoming[], more: With = {}) =>
  takeArticles(some, (article) => readArticle(article, model), more);
const kept = async (after: string | null) => {
  const pairs = await keptAfter(after, 7);
  const added = await addedOf(pairs.map(({ article }) => article.id));
  return pairs.map(({ article, reading }) => ({ article, reading, added: added.get(article.id)! }));
};
const given = async (kind: 'lines' | 'pack', only: ReadonlySet<string> | null = null) => {
  const { name, blob, articles } = await exportArticles(kind, only, kept, async () =>
    (await keptCorrections()).map(({ correction }) => correction),
  );
  return { name, articles, text: await blob.text() };
};
/** How an import tells when it began. */
const begin = async () => (await reading(['meta'], stateOf)).generation;
const bring = (name: string, text: string) =>
  importFiles(
    [new File([text], name)],
    ({ articles: some, corrections, batch }) => take(some, { corrections, batch }),
    () => {},
    new AbortController().signal,
    begin,
  );

/** Saved, imported and from a feed, with all that an article can have. */
const articles: Article[] = [...madeArticles(23)].map((article, i) => ({
  ...article,
  origin: (['saved', 'imported', 'feed'] as const)[i % 3]!,
  ...(i % 2 ? { author: 'Mina Sato', from: { author: 'meta', url: 'link' } as const } : {}),
}));

beforeEach(async () => {
  await closeLibrary();
  globalThis.indexedDB = new IDBFactory();
  let now = 1_000;
  vi.spyOn(Date, 'now').mockImplementation(() => ++now);
  await take(articles.slice(0, 15).map((article) => ({ article })));
  await take(articles.slice(15).map((article) => ({ article })));
});

describe('what is exported', () => {
  it.each(['lines', 'pack'] as const)(
    'as %s, erased and imported again is the same, byte for byte',
    async (kind) => {
      const before = await given(kind);
      expect(before.articles).toBe(23);
      await eraseAll();
      expect((await given(kind)).articles).toBe(0);
      const report = await bring(before.name, before.text);
      expect(report).toMatchObject({ is: 'done', added: 23, updated: 0, same: 0, problems: [] });
      // not by `toBe`, whose message would be megabytes
      expect((await given(kind)).text === before.text).toBe(true);
    },
  );

  it.each(['lines', 'pack'] as const)('as %s has what was put right, and brings it back', async (kind) => {
    const [outlet, day] = articles as [Article, Article];
    await editArticle({ articleId: outlet.id, publisher: 'The Courier' });
    await editArticle({ articleId: day.id, date: '2024-02-29' });
    const right: Correction[] = [
      { say: 'one', a: { kind: 'person', name: 'Mina Sato' }, b: { kind: 'person', name: 'M. Sato' } },
      { say: 'two', a: { kind: 'person', name: 'Berg' }, b: { kind: 'person', name: 'Anna Berg' } },
      { say: 'called', a: { kind: 'organisation', name: 'Harbour board' }, name: '港湾局' },
    ];
    for (const one of right) await correct(one);
    const before = await given(kind);
    await eraseAll();
    expect(await bring(before.name, before.text)).toMatchObject({ added: 23, corrected: 3, problems: [] });
    expect((await given(kind)).text === before.text).toBe(true);
    expect((await keptCorrections()).map(({ correction }) => correction)).toEqual(right);
    const kept = new Map((await keptAfter(null, 50)).map(({ article }) => [article.id, article]));
    expect(kept.get(outlet.id)).toMatchObject({ publisher: 'The Courier', from: { publisher: 'editor' } });
    expect(kept.get(day.id)!.published).toEqual({ date: '2024-02-29', basis: 'editor' });
    // what was said here of the same names since then stays
    await correct({ ...right[0]!, say: 'two' } as Correction);
    expect(await bring(before.name, before.text)).toMatchObject({ added: 0, corrected: 0 });
    expect((await keptCorrections()).at(-1)!.correction.say).toBe('two');
    await eraseAll();
    await bring(before.name, before.text);
    // once more is nothing new
    expect(await bring(before.name, before.text)).toMatchObject({ added: 0, same: 23, corrected: 0 });
    expect((await given(kind)).text === before.text).toBe(true);
  });

  it('is counted truly where the background is stopped after each batch, before it can answer', async () => {
    const { name, text } = await given('lines');
    await eraseAll();
    vi.useFakeTimers({ toFake: ['setTimeout'], shouldAdvanceTime: true, advanceTimeDelta: 400 });
    const answered = new Set<number>();
    const report = await importFiles(
      [new File([text], name)],
      async ({ articles: some, corrections, batch }) => {
        const answer = await take(some, { corrections, batch });
        if (answered.has(batch.number)) return answer;
        answered.add(batch.number);
        throw new Failure('unreachable');
      },
      () => {},
      new AbortController().signal,
      begin,
    );
    vi.useRealTimers();
    expect(report).toMatchObject({ is: 'done', added: 23, same: 0 });
    for (const undo of report.undo.toReversed()) await untake(undo);
    expect((await given('lines')).articles).toBe(0);
  });

  it('as a selection has no corrections, and a file of an earlier version has none either', async () => {
    await correct({ say: 'called', a: { kind: 'person', name: 'A' }, name: 'B' });
    const only = new Set([articles[2]!.id]);
    expect(JSON.parse((await given('pack', only)).text)).not.toHaveProperty('corrections');
    expect((await given('lines', only)).text).not.toContain('"correction"');
    const { corrections, ...earlier } = JSON.parse((await given('pack')).text);
    expect(corrections).toHaveLength(1);
    await eraseAll();
    expect(await bring('earlier.json', JSON.stringify(earlier))).toMatchObject({ added: 23, corrected: 0 });
  });

  it('is the same article when it is imported beside itself', async () => {
    const { name, text } = await given('lines');
    expect(await bring(name, text)).toMatchObject({ added: 0, updated: 0, same: 23 });
    expect((await given('lines')).text === text).toBe(true);
  });

  it('may be a selection', async () => {
    const only = new Set([articles[2]!.id, articles[20]!.id]);
    const { text, articles: count } = await given('lines', only);
    expect(count).toBe(2);
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).article.id)
        .sort(),
    ).toEqual([...only].sort());
    expect(JSON.parse((await given('pack', only)).text).articles).toHaveLength(2);
  });

  it('never has what came along with Nameplate', async () => {
    expect((await given('lines')).text).not.toContain(`"id":"${bundled[0]!.article.id}"`);
  });
});
