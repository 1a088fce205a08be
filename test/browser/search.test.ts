import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { textOf } from '../../src/brief/lines';
import { createSearch } from '../../src/brief/search';
import { indexPassages } from '../../src/corpus/passages';
import type { Corpus, CuratedEntity } from '../../src/corpus/types';
import { fresh, madeBundle, madePairs } from './library';

vi.mock('wxt/browser', () => ({ browser: {} }));
const front = madePairs(1)[0]!.reading.entities.find(
  ({ kind, name }) => kind === 'person' && name.includes(' '),
)!;
const curated: CuratedEntity = { id: 'front', kind: 'person', name: front.name, aliases: ['石破茂', '石破'] };
const made = madeBundle(madePairs(2, 2));
const indexOf = (corpus: Corpus): Corpus => ({
  ...corpus,
  index: indexPassages(corpus.articles, corpus.readings, corpus.entities),
});
const shipped = { ...made, corpus: indexOf(made.corpus), curated: [curated] };
vi.mock('../../src/browser/library/bundle', async (original) => ({
  ...(await original<object>()),
  bundle: async () => shipped,
}));

const { search } = await import('../../src/browser/search');
const { addArticles, eraseAll, removeArticles, restore } = await import('../../src/browser/library/change');
const { closeLibrary } = await import('../../src/browser/library/database');
const { wholeLibrary } = await import('./whole');

const pairs = madePairs(70);
const texts = ({ passages }: Awaited<ReturnType<typeof search>>) => passages.map(({ line }) => textOf(line));

/** The search over the library as one corpus, with all of it in one index. */
const plain = async () => createSearch(indexOf(await wholeLibrary()));

beforeEach(() => fresh(closeLibrary));

describe('search', () => {
  it('answers from what came along where there is nothing else', async () => {
    const [word = ''] = shipped.corpus.articles[0]!.text.split(' ');
    expect(await search(word)).toEqual(createSearch(shipped.corpus)(word));
    await addArticles(pairs.slice(0, 1));
    // as in a private window
    expect(await search(word, 'bundled')).toEqual(createSearch(shipped.corpus)(word));
    expect(await search(word)).not.toEqual(createSearch(shipped.corpus)(word));
    await eraseAll();
    expect(await search(word)).toEqual(createSearch(shipped.corpus)(word));
  });

  it('finds in a library what the search over all of it finds, names and passages', async () => {
    await addArticles(pairs.slice(0, 40));
    for (let i = 40; i < 70; i += 10) await addArticles(pairs.slice(i, i + 10));
    const whole = await plain();
    const people = (await wholeLibrary()).entities.filter(({ kind }) => kind === 'person').slice(0, 8);
    const queries = [
      ...[
        'tarif',
        'flooded villages',
        'goverment',
        'first noticed',
        'midwife',
        'zzzzqqqq',
        'a',
        'of the union',
      ],
      ...people.flatMap(({ name }) => [name, name.split(' ').at(-1)!, name.slice(0, 3)]),
    ];
    for (const query of queries) {
      const expected = whole(query);
      const answer = await search(query);
      expect(
        answer.entities.map(({ entity }) => entity),
        query,
      ).toEqual(expected.entities.map(({ entity }) => entity));
      expect(answer.passages.length > 0, query).toBe(expected.passages.length > 0);
      if (expected.passages.length > 0 && expected.passages.length < 20)
        expect(texts(answer), query).toContain(texts(expected)[0]);
    }
  });

  it('finds whom a name in another script names, and what is said of them beside other words', async () => {
    await addArticles(pairs);
    const answer = await search('石破茂');
    expect(answer.entities[0]).toMatchObject({ entity: 'front', name: front.name });
    expect(answer.passages.length).toBeGreaterThan(0);
    const surname = front.name.split(' ').at(-1)!;
    for (const passage of texts(await search('石破 said'))) expect(passage.toLowerCase()).toMatch(/said/);
    expect(texts(answer).some((text) => text.includes(surname))).toBe(true);
  });

  it('reads nothing of the words twice while the library stands as it did, and everything anew when it has changed', async () => {
    await addArticles(pairs);
    const read = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    const rowsRead = async (query: string) => {
      read.mockClear();
      const { passages } = await search(query);
      expect(passages.length, query).toBeGreaterThan(0);
      return read.mock.calls.length;
    };
    try {
      expect(await rowsRead('negotiators')).toBeGreaterThan(2);
      expect(await rowsRead('negotia')).toBe(0);
      // only what begins like the new word, in young segments and in others
      expect(await rowsRead('negotia said')).toBe(2);
      await addArticles(madePairs(1, 3));
      expect(await rowsRead('negotia')).toBeGreaterThan(2);
    } finally {
      read.mockRestore();
    }
  });

  it('tells the roles of whom it names in a browser that cannot give keys backwards too', async () => {
    await addArticles(pairs);
    const people = (await wholeLibrary()).entities.filter(({ kind }) => kind === 'person').slice(0, 12);
    const answers = async () => {
      const told = [];
      for (const { name } of people) told.push((await search(name)).entities);
      return told;
    };
    const backwards = await answers();
    expect(backwards.flat().filter(({ role }) => role !== null).length).toBeGreaterThan(5);
    const { prototype } = IDBObjectStore as unknown as { prototype: { getAllRecords?: unknown } };
    const { getAllRecords } = prototype;
    try {
      delete prototype.getAllRecords;
      expect(await answers()).toEqual(backwards);
    } finally {
      prototype.getAllRecords = getAllRecords;
    }
  });

  it('no longer finds what was taken away, and finds it again when that is taken back', async () => {
    await addArticles(pairs);
    const { text, id } = pairs[5]!.article;
    const sentence = text.split('\n\n')[2]!.slice(0, 60);
    expect(texts(await search(sentence)).join()).toContain(sentence.slice(0, 30));
    const undo = await removeArticles([id]);
    expect((await search(sentence)).passages.map(({ line }) => line.provenance.articleId)).not.toContain(id);
    await restore(undo);
    expect((await search(sentence)).passages.map(({ line }) => line.provenance.articleId)).toContain(id);
  });
});
