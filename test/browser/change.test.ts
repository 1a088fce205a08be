import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bundle } from '../../src/browser/library/bundle';
import type { NameRef } from '../../src/corpus/join/types';
import { everything, fresh, madeBundle, madePairs } from './library';

vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../src/browser/library/join', () => import('./toy-join'));
const shipped: { now: Bundle } = { now: madeBundle([]) };
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped.now,
}));

const { addArticles, correct, eraseAll, forgetRemoved, removeArticles, restore, uncorrect } = await import(
  '../../src/browser/library/change'
);
const { keptCorrections } = await import('../../src/browser/library/kept');
const { closeLibrary, reading, stateOf } = await import('../../src/browser/library/database');

const pairs = madePairs(12);
const bundled = madePairs(3, 2);
/** The tables without those that tell when and how often something was done. */
const content = () => everything(['meta', 'images', 'trash']);
const state = () => reading(['meta'], stateOf);
const idsOf = (list: typeof pairs) => list.map(({ article }) => article.id);

beforeEach(async () => {
  await fresh(closeLibrary);
  vi.spyOn(Date, 'now').mockReturnValue(1_000);
  shipped.now = madeBundle(bundled);
});

describe('a change of the library', () => {
  it('brings in the bundled articles with the first of the reader’s own, and counts those alone', async () => {
    expect(await addArticles(pairs.slice(0, 2))).toEqual({ added: 2, replaced: 0 });
    const dump = await content();
    for (const table of ['articles', 'readings', 'sources', 'contributions', 'links'])
      expect(dump[table]!.map(([key]) => key).sort()).toEqual(
        [...idsOf(pairs.slice(0, 2)), ...idsOf(bundled)].sort(),
      );
    expect(await state()).toMatchObject({ own: 2, generation: 1, erased: false });
  });

  it('leaves the same tables whether articles come one by one or at once', async () => {
    await addArticles(pairs);
    const atOnce = await content();
    await fresh(closeLibrary);
    for (const pair of [...pairs].reverse()) await addArticles([pair]);
    expect(await content()).toEqual(atOnce);
  });

  it('takes away with an article all that only it said, and brings it back exactly', async () => {
    await addArticles(pairs.slice(0, 6));
    const before = await content();
    await addArticles(pairs.slice(6));
    const all = await content();
    const undo = await removeArticles(idsOf(pairs.slice(6)));
    expect(await content()).toEqual(before);
    expect((await state()).own).toBe(6);
    vi.spyOn(Date, 'now').mockReturnValue(2_000);
    await restore(undo);
    expect(await content()).toEqual(all);
    await expect(restore(undo)).rejects.toMatchObject({ problem: { code: 'undoGone' } });
  });

  it('has for each entity of each article a posting under its day, and no other', async () => {
    await addArticles(pairs);
    await removeArticles(idsOf(pairs.slice(0, 3)));
    const { links, contributions, postings } = await content();
    const days = new Map(
      contributions!.map(([id, row]) => [id, (JSON.parse(row as string) as { date: string }).date]),
    );
    const expected = links!.flatMap(([id, row]) =>
      [...new Set(Object.values(row as object))].map((entity) => JSON.stringify([entity, days.get(id), id])),
    );
    expect(postings!.map(([key]) => JSON.stringify(key)).sort()).toEqual(expected.sort());
  });

  it('puts a newer version in an article’s place and keeps when it came', async () => {
    await addArticles(pairs.slice(0, 3));
    const other = { ...pairs[0]!, article: { ...pairs[0]!.article, title: 'Another title' } };
    vi.spyOn(Date, 'now').mockReturnValue(2_000);
    expect(await addArticles([other, pairs[3]!])).toEqual({ added: 1, replaced: 1 });
    const { sources } = await content();
    const row = (id: string) => sources!.find(([key]) => key === id)![1];
    expect(row(other.article.id)).toMatchObject({ title: 'Another title', added: 1_000 });
    expect(row(pairs[3]!.article.id)).toMatchObject({ added: 2_000 });
    expect((await state()).own).toBe(4);
  });

  it('leaves the bundled articles as they are, and brings others with a new version of the extension', async () => {
    await addArticles(pairs.slice(0, 1));
    expect(await addArticles(bundled)).toEqual({ added: 0, replaced: 0 });
    await expect(removeArticles(idsOf(bundled))).rejects.toMatchObject({ problem: { code: 'notKept' } });
    shipped.now = madeBundle([...bundled.slice(1), ...madePairs(1, 3)]);
    await addArticles(pairs.slice(1, 2));
    const { articles } = await content();
    expect(articles!.map(([key]) => key).sort()).toEqual(
      [...idsOf(pairs.slice(0, 2)), ...shipped.now.ids].sort(),
    );
    expect((await state()).own).toBe(2);
  });

  it('corrects who is called what, and takes that back', async () => {
    await addArticles(pairs);
    const before = await content();
    const name = (before.entities![0]![1] as { name: string; kind: 'person' }).name;
    const { key } = await correct({ say: 'called', a: { kind: 'person', name }, name: 'Somebody Else' });
    expect((await content()).corrections).toHaveLength(1);
    await uncorrect(key);
    expect(await content()).toEqual(before);
  });

  it('puts the latest word in the place of what was said of the same names, and gives that back with the undo', async () => {
    await addArticles(pairs);
    const [a, b] = [...new Set(pairs.flatMap(({ reading }) => reading.entities))]
      .filter(({ kind, name }) => kind === 'person' && name.includes(' '))
      .map(({ name }) => ({ kind: 'person' as const, name }))
      .filter(({ name }, i, all) => all.findIndex((one) => one.name === name) === i) as [NameRef, NameRef];
    const one = { say: 'one', a, b } as const;
    const said = async () => (await keptCorrections()).map(({ correction }) => correction);
    await correct(one);
    const { key, instead } = await correct({ say: 'two', a: b, b: a });
    expect(await said()).toEqual([{ say: 'two', a: b, b: a }]);
    await uncorrect(key, instead);
    expect(await said()).toEqual([one]);
    await correct({ say: 'called', a, name: 'Somebody' });
    await correct({ say: 'called', a, name: 'Somebody Else' });
    expect(await said()).toEqual([one, { say: 'called', a, name: 'Somebody Else' }]);
  });

  it.each(['one', 'two'] as const)(
    'refuses to say that one name in two spellings is %s, and keeps nothing of it',
    async (say) => {
      await addArticles(pairs);
      const before = await content();
      const a = { kind: 'organisation', name: 'Harbour Board' } as const;
      const b = { kind: 'organisation', name: 'The Harbor Board' } as const;
      await expect(correct({ say, a, b })).rejects.toMatchObject({
        problem: { code: 'oneName', values: [a.name, b.name] },
      });
      expect(await content()).toEqual(before);
    },
  );

  it('erases everything, with one undo that the next change takes away', async () => {
    await addArticles(pairs);
    const before = await content();
    const { undo } = await eraseAll();
    expect(await state()).toMatchObject({ erased: true });
    await restore(undo);
    expect(await content()).toEqual(before);
    await eraseAll();
    await addArticles(pairs.slice(0, 1));
    const dump = await content();
    expect(dump.articles!.map(([key]) => key).sort()).toEqual(
      [pairs[0]!.article.id, ...idsOf(bundled)].sort(),
    );
    await expect(restore(undo)).rejects.toMatchObject({ problem: { code: 'undoGone' } });
    expect((await state()).own).toBe(1);
  });

  it('deletes for good what was removed or erased when the browser starts again', async () => {
    await addArticles(pairs.slice(0, 2));
    const undo = await removeArticles([pairs[0]!.article.id]);
    await forgetRemoved();
    await expect(restore(undo)).rejects.toMatchObject({ problem: { code: 'undoGone' } });
    await eraseAll();
    await forgetRemoved();
    const dump = await content();
    expect(Object.values(dump).flat()).toEqual([]);
  });
});
