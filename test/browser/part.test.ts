import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openArticle } from '../../src/brief/article';
import { buildDossier, buildFullDossier } from '../../src/brief/dossier';
import { passagesOf } from '../../src/brief/shared-passages';
import type { PassagePage } from '../../src/brief/types';
import { viewOf } from '../../src/brief/view';
import type { Corpus } from '../../src/corpus/types';
import { everything, fresh, madeBundle, madePairs } from './library';

vi.mock('wxt/browser', () => ({ browser: {} }));
vi.mock('../../src/browser/library/join', () => import('./toy-join'));
const shipped = madeBundle(madePairs(2, 2));
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { cardOf, dossierWhole, passagesNaming, articleWhole } = await import('../../src/browser/dossiers');
const { addArticles, eraseAll } = await import('../../src/browser/library/change');
const { closeLibrary, reading, stateOf } = await import('../../src/browser/library/database');
const { answerFrom, hasArticle, namesOf } = await import('../../src/browser/library/answer');
const { setAsideRows } = await import('../../src/browser/library/kept');
const { standing } = await import('../../src/browser/library/state');
const { wholeLibrary } = await import('./whole');

const pairs = madePairs(30);
/** More articles than a card looks at, all of one story. */
const many = Array.from({ length: 50 }, (_, i) => {
  const { article, reading: read } = pairs[0]!;
  const date = `2025-0${1 + (i % 9)}-${10 + (i % 15)}`;
  const published = { date, basis: 'stated' as const };
  const id = `again-${i}`;
  return { article: { ...article, id, published }, reading: { ...read, id, published } };
});

/** Damages rows as a failing disk would: behind the library's back. */
async function damage(table: string, id: string, row: unknown): Promise<void> {
  await closeLibrary();
  const db = await openDB('nameplate');
  await db.put(table, row, id);
  db.close();
}

/** The corpus with the newest articles of an entity alone. */
function newestOf(whole: Corpus, entity: string, count: number): Corpus {
  const ids = new Set(
    viewOf(whole)
      .leavesOf.get(entity)!
      .slice(0, count)
      .map(({ article }) => article.id),
  );
  const at = whole.articles.flatMap(({ id }, i) => (ids.has(id) ? i : []));
  return {
    ...whole,
    articles: at.map((i) => whole.articles[i]!),
    readings: at.map((i) => whole.readings[i]!),
  };
}

beforeEach(() => fresh(closeLibrary));

describe('an answer from a part of the library', () => {
  it('is what the whole library would say: cards, pages, passages, articles', async () => {
    await addArticles(pairs);
    const whole = await wholeLibrary();
    const view = viewOf(whole);
    for (const { id } of whole.entities) {
      expect(await cardOf(id)).toEqual(buildDossier(whole, id, { limit: 8 }));
      const shown = await dossierWhole(id);
      const { company, topics, ...dossier } = buildFullDossier(whole, id)!;
      expect(shown).toMatchObject(dossier);
      expect(shown!.company).toEqual(company);
      expect(shown!.topics.length > 0).toBe(topics.length > 0);
    }
    for (const { article } of pairs.slice(0, 5))
      expect(await articleWhole(article.id)).toEqual(openArticle(whole, article.id));
    const [first, second] = whole.entities.filter(({ id }) => view.leavesOf.get(id)!.length > 1);
    for (const named of [[first!.id], [first!.id, second!.id], ['person:nobody']])
      expect(await passagesNaming(named, 0)).toEqual(passagesOf(whole, named, 0));
  });

  it('is made of the newest articles where there are more, and says so', async () => {
    await addArticles(many);
    const whole = await wholeLibrary();
    for (const { id } of whole.entities.slice(0, 5)) {
      const all = viewOf(whole).leavesOf.get(id)!.length;
      if (all <= 32) continue;
      expect(await cardOf(id)).toEqual({
        ...buildDossier(newestOf(whole, id, 32), id, { limit: 8 }),
        newestOf: all,
      });
      expect(await dossierWhole(id)).not.toHaveProperty('newestOf');
    }
    expect.assertions(10);
  });

  it('has every passage once, page by page', async () => {
    await addArticles(many);
    const whole = await wholeLibrary();
    const { id } = whole.entities[0]!;
    const sources = async (page: (skip: number) => Promise<PassagePage> | PassagePage) => {
      const found: string[] = [];
      for (let skip: number | null = 0; skip !== null; ) {
        const { articles, next }: PassagePage = await page(skip);
        found.push(...articles.map(({ source }) => source.articleId));
        skip = next;
      }
      return found;
    };
    expect(await sources((skip) => passagesNaming([id], skip))).toEqual(
      await sources((skip) => passagesOf(whole, [id], skip)),
    );
  });

  it('is the bundled corpus’s where the library is empty, erased or cannot be opened', async () => {
    const all = (corpus: Corpus) => corpus;
    expect(await answerFrom({ entities: [] }, all)).toBe(shipped.corpus);
    await addArticles(pairs.slice(0, 2));
    expect(await answerFrom({ entities: [] }, all)).not.toBe(shipped.corpus);
    expect(await hasArticle(pairs[0]!.article.id)).toBe(true);
    await eraseAll();
    expect(await answerFrom({ entities: [] }, all)).toBe(shipped.corpus);
    expect(await hasArticle(pairs[0]!.article.id)).toBe(false);
    await closeLibrary();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
    });
    expect(await answerFrom({ entities: [] }, all)).toBe(shipped.corpus);
    expect((await standing()).problem).toMatchObject({ code: 'libraryClosed' });
    await expect(addArticles(pairs.slice(0, 1))).rejects.toMatchObject({
      problem: { code: 'libraryClosed' },
    });
  });

  it('gives entities their names, and leaves out those that are no more', async () => {
    await addArticles(pairs.slice(0, 2));
    const { id, name } = (await wholeLibrary()).entities[0]!;
    expect([...(await namesOf([id, 'person:nobody']))]).toEqual([[id, name]]);
  });
});

describe('a broken record', () => {
  it.each([
    ['whose text is gone', 'articles', { article: { id: pairs[0]!.article.id }, added: 1 }],
    ['that is nothing at all', 'readings', null],
    [
      'that looks like one',
      'readings',
      { version: 1, reading: { ...pairs[0]!.reading, mentions: [null], sentences: [null] } },
    ],
  ])('%s is set aside and told, and all else is as if it had never come', async (_, table, row) => {
    const { id } = pairs[0]!.article;
    await addArticles(pairs.slice(1, 6));
    const without = await everything(['meta', 'images', 'joins']);
    await addArticles(pairs.slice(0, 1));
    const whole = await wholeLibrary();
    const { entities } = whole.readings.find((one) => one.id === id)!;
    await damage(table, id, row);
    for (const { id: entity } of entities) await cardOf(entity);
    const { aside, ...rest } = await everything(['meta', 'images', 'joins']);
    expect(rest).toEqual({ ...without, aside: undefined });
    expect(aside).toHaveLength(1);
    expect((await setAsideRows()).map(({ id: of }) => of)).toEqual([id]);
    expect((await reading(['meta'], stateOf)).own).toBe(5);
  });
});
