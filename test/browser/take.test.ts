import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TakenUndo } from '../../src/browser/library/messages';
import type { Correction, NameRef } from '../../src/corpus/join/types';
import { loadModel } from '../../src/extract/model';
import { readArticle } from '../../src/extract/read';
import type { Article } from '../../src/extract/types';
import { madeArticles } from '../grammar/articles';
import { everything, madeBundle, madePairs } from './library';

vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../src/browser/library/join', () => import('./toy-join'));
const bundled = madePairs(2, 2);
const shipped = madeBundle(bundled);
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { takeArticles, untake } = await import('../../src/browser/library/take');
const { eraseAll, removeArticles } = await import('../../src/browser/library/change');
const { closeLibrary } = await import('../../src/browser/library/database');

const model = loadModel(readFileSync(new URL('../../src/extract/model/reader.bin', import.meta.url)));
/** Of different stories: no two have the same title. */
const articles = [
  ...new Map([...madeArticles(40)].map((article) => [article.title, article])).values(),
].slice(0, 8);
const take = (...given: Article[]) =>
  takeArticles(
    given.map((article) => ({ article })),
    (article) => readArticle(article, model),
  );
/** The tables without those that tell when and how often something was done. */
const content = () => everything(['meta', 'images', 'trash']);
const longer = (article: Article): Article => ({
  ...article,
  text: `${article.text}\nThe talks went on into the night.`,
});
const stored = async (id: string) =>
  ((await content()).articles!.find(([key]) => key === id)?.[1] as { article: Article } | undefined)?.article;

beforeEach(async () => {
  await closeLibrary();
  globalThis.indexedDB = new IDBFactory();
  vi.spyOn(Date, 'now').mockReturnValue(1_000);
});

describe('what comes in', () => {
  const [first, second] = articles as [Article, Article];

  it('leaves corrections out that say of one name that it is one or two', async () => {
    await take(first);
    const before = await everything();
    const a: NameRef = { kind: 'person', name: 'Maria Lindqvist' };
    const corrections: Correction[] = [
      { say: 'two', a, b: a },
      { say: 'one', a, b: { kind: 'person', name: 'Mrs. Maria LINDQVIST' } },
    ];
    const nothing = { taken: [], corrected: 0, undo: null };
    expect(await takeArticles([], (article) => readArticle(article, model), { corrections })).toEqual(
      nothing,
    );
    expect(await everything()).toEqual(before);
  });

  it('is new once, the same the second time, and newer where it has changed', async () => {
    expect((await take(first, second)).taken.map(({ was }) => was)).toEqual(['new', 'new']);
    const before = await everything();
    expect(await take(second, first)).toEqual({
      taken: [
        { articleId: second.id, was: 'same' },
        { articleId: first.id, was: 'same' },
      ],
      corrected: 0,
      undo: null,
    });
    expect(await everything()).toEqual(before);
    const { taken, undo } = await take(longer(first));
    expect(taken).toEqual([{ articleId: first.id, was: 'updated' }]);
    expect((await stored(first.id))!.text).toBe(longer(first).text);
    await untake(undo!);
    expect(await content()).toEqual(
      Object.fromEntries(
        Object.entries(before).filter(([table]) => !['meta', 'images', 'trash'].includes(table)),
      ),
    );
  });

  it('is found by a text that is nearly the same, under another id and address', async () => {
    await take(...articles);
    const again = { ...longer(first), id: 'another', url: undefined } as Article;
    expect((await take(again)).taken).toEqual([{ articleId: first.id, was: 'same' }]);
    const moved = { ...longer(first), id: 'another', url: `${first.url}-moved` };
    expect((await take(moved)).taken).toEqual([{ articleId: first.id, was: 'updated' }]);
    expect(await stored('another')).toBeUndefined();
    expect((await stored(first.id))!.url).toBe(moved.url);
  });

  it('comes once where it is twice in one file', async () => {
    const { taken, undo } = await take(first, first, longer(first));
    expect(taken.map(({ was }) => was)).toEqual(['new', 'same', 'updated']);
    expect((await content()).articles).toHaveLength(1 + bundled.length);
    expect(undo).toEqual({ added: [first.id], replaced: null });
  });

  it('that has another’s id by chance gets one of its own, and takes nobody’s place', async () => {
    const plain = ({ text }: Article): Article => ({
      id: '1',
      text,
      published: { date: null, basis: 'none' },
      origin: 'imported',
    });
    await take(plain(first));
    const { taken } = await take(plain(second));
    expect(taken[0]!.was).toBe('new');
    expect(taken[0]!.articleId).not.toBe('1');
    expect((await stored('1'))!.text).toBe(first.text);
    expect((await take(plain(second))).taken).toEqual([{ articleId: taken[0]!.articleId, was: 'same' }]);
  });

  it('under a stale link is kept under the address that it was read at', async () => {
    const saved = (article: Article): Article => ({
      ...article,
      id: 'saved-1',
      url: 'https://a.example/1',
      from: { url: 'link' },
    });
    await take(saved(first));
    const address = 'https://a.example/2';
    const again = () =>
      takeArticles([{ article: saved(second), address }], (article) => readArticle(article, model));
    const { taken } = await again();
    expect(taken[0]).toMatchObject({ was: 'new' });
    expect(await stored(taken[0]!.articleId)).toMatchObject({ url: address, from: { url: 'address' } });
    expect((await again()).taken).toEqual([{ ...taken[0], was: 'same' }]);
  });

  it('and came along with Nameplate stays as it is', async () => {
    await take(first);
    const own = longer(bundled[0]!.article);
    expect((await take(own)).taken).toEqual([{ articleId: own.id, was: 'same' }]);
    expect((await stored(own.id))!.text).toBe(bundled[0]!.article.text);
  });

  it('keeps when it came, as it is told', async () => {
    await takeArticles([{ article: first, added: 5 }], (article) => readArticle(article, model));
    expect(JSON.stringify((await content()).sources)).toContain('"added":5,');
  });

  it('is taken in anew after everything was erased', async () => {
    await take(first);
    await eraseAll();
    expect((await take(first)).taken).toEqual([{ articleId: first.id, was: 'new' }]);
    expect(await stored(first.id)).toEqual(first);
  });

  it('comes one after the other from two windows', async () => {
    const both = await Promise.all([take(first, second), take(second, longer(first))]);
    expect((await content()).articles).toHaveLength(2 + bundled.length);
    expect(both.flatMap(({ taken }) => taken.map(({ was }) => was)).sort()).toEqual([
      'new',
      'new',
      'same',
      'updated',
    ]);
  });
});

describe('a part of an import', () => {
  const part = (number: number, ...some: Article[]) =>
    takeArticles(
      some.map((article) => ({ article })),
      (article) => readArticle(article, model),
      { batch: { run: 'one', number, since: 0 } },
    );

  it('that is sent again because the answer got lost is answered again, and not taken again', async () => {
    const [first, second] = articles as [Article, Article];
    const answer = await part(0, first, second);
    expect(answer.taken.map(({ was }) => was)).toEqual(['new', 'new']);
    const before = await everything();
    expect(await part(0, first, second)).toEqual(answer);
    expect(await everything()).toEqual(before);
    // the next one with the same articles is another, and so is one of another import
    expect((await part(1, first)).taken.map(({ was }) => was)).toEqual(['same']);
    await eraseAll();
    await expect(part(0, first)).rejects.toMatchObject({ problem: { code: 'importErased' } });
  });

  it('keeps the former versions of all, however many, until others are imported', async () => {
    const many = [...madeArticles(600)]
      .filter((one, i, all) => all.findIndex(({ title }) => title === one.title) === i)
      .slice(0, 24)
      .map((article): Article => ({ ...article, text: article.text.slice(0, 300) }));
    // as few as that are kept besides
    const { TRASH } = await import('../../src/browser/library/change');
    const db = await (await import('../../src/browser/library/database')).database();
    await take(...many);
    const before = await content();
    const undo: TakenUndo[] = [];
    for (const [number, one] of many.entries()) undo.push((await part(number, longer(one))).undo!);
    // others that are replaced and removed meanwhile do not push them out
    const other = articles.at(-1)!;
    for (let i = 0; i < TRASH + 5; i++)
      await db.put('trash', { article: { article: other, added: 1 }, reading: null } as never, [
        100_000 + i,
        'x',
      ]);
    await take(longer(longer(many[0]!)));
    await untake((await take(other)).undo!);
    for (const one of undo.toReversed()) await untake(one);
    expect(await content()).toEqual(before);
  });
});

describe('taking back what came in', () => {
  it('changes nothing where a former version is kept no more', async () => {
    const [first, second] = articles as [Article, Article];
    await take(first);
    const { undo } = await take(longer(first), second);
    const { forgetRemoved } = await import('../../src/browser/library/change');
    await forgetRemoved();
    const before = await everything();
    await expect(untake(undo!)).rejects.toMatchObject({ problem: { code: 'undoGone' } });
    expect(await everything()).toEqual(before);
  });

  const [first, second] = articles as [Article, Article];

  it('leaves what was there before, whatever came', async () => {
    await take(first);
    const before = await content();
    const { undo } = await take(longer(first), second);
    await untake(undo!);
    expect(await content()).toEqual(before);
    await expect(untake(undo!)).rejects.toMatchObject({ problem: { code: 'undoGone' } });
  });

  it('brings nothing back that was removed meanwhile', async () => {
    await take(first);
    const { undo } = await take(longer(first));
    await removeArticles([first.id]);
    await expect(untake(undo!)).rejects.toMatchObject({ problem: { code: 'undoGone' } });
    expect(await stored(first.id)).toBeUndefined();
  });
});
