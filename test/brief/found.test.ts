import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerFound } from '../../src/brief/found';
import { textOf } from '../../src/brief/lines';
import { createSearch } from '../../src/brief/search';
import { compile, type ReadArticle } from '../../src/corpus/compile';
import { changeSearch } from '../../src/corpus/search/change';
import { findArticles } from '../../src/corpus/search/find';
import { inOtherWords } from '../../src/corpus/search/names';
import { loadModel } from '../../src/extract/model';
import { readArticle } from '../../src/extract/read';
import { MemoryRows } from '../corpus/search/memory';
import { madeArticles } from '../grammar/articles';
import { harbour } from './harbour';

const model = loadModel(readFileSync(new URL('../../src/extract/model/reader.bin', import.meta.url)));

const tableOf = async (pairs: readonly ReadArticle[]): Promise<MemoryRows> => {
  const rows = new MemoryRows();
  await changeSearch(rows, [], pairs, async () => []);
  return rows;
};
const texts = (passages: { line: Parameters<typeof textOf>[0] }[]) =>
  passages.map(({ line }) => textOf(line));

describe('answerFound', () => {
  it('answers as the search over a whole corpus does: the first passage is found, and what holds every word is the same', async () => {
    const pairs = [...madeArticles(90, 3)].map(
      (article): ReadArticle => ({ article, reading: readArticle(article, model) }),
    );
    const corpus = compile(pairs);
    const rows = await tableOf(pairs);
    const whole = createSearch(corpus);
    const people = corpus.entities.filter(({ kind }) => kind === 'person').slice(0, 12);
    const queries = [
      ...[
        'tarif',
        'harbour',
        'flooded villages',
        'goverment',
        'pipeline through',
        'bribes',
        'percent full reservoirs',
      ],
      ...[
        'ceasefire border talks',
        'vaccine doses',
        'first noticed',
        'midwife',
        'zzzzqqqq',
        'opera house drizzle',
      ],
      ...people.map(({ name }) => name),
      ...people.map(({ name }) => `${name.split(' ').at(-1)} report`),
    ];
    let compared = 0;
    for (const query of queries) {
      const { articles, every } = await findArticles(rows, query, 1000);
      const plain = whole(query);
      const ours = answerFound(corpus, query, [], articles);
      // the sentences of the best 24 articles, as a library of any size is asked
      const best = answerFound(corpus, query, [], articles.slice(0, 24));
      expect(ours.passages.length > 0, query).toBe(plain.passages.length > 0);
      if (plain.passages.length === 0) continue;
      compared++;
      const [first] = texts(plain.passages);
      if (every && plain.passages.length < 20)
        expect(new Set(texts(ours.passages)), query).toEqual(new Set(texts(plain.passages)));
      if (articles.length <= 24) expect(texts(best.passages), query).toContain(first);
    }
    expect(compared).toBeGreaterThan(30);
  });

  it('shows the entities asked for with their roles, and finds passages by a name that no article uses', async () => {
    const pairs = harbour.articles.map((article, i) => ({ article, reading: harbour.readings[i]! }));
    const rows = await tableOf(
      // an article's own Reading knows its own names alone
      pairs.map(({ article, reading }) => ({ article, reading: { ...reading, entities: [] } })),
    );
    const missing = (await findArticles(rows, '荒巻 bridge', 24)).missing;
    expect(missing).toEqual(['荒巻']);
    const query = inOtherWords('荒巻 Tuesday', new Map([['荒巻', 'Kenji Aramaki']]))!;
    expect(query).toBe('Kenji Aramaki tuesday');
    const { articles } = await findArticles(rows, query, 24);
    const answer = answerFound(harbour, query, ['ken', 'nobody', 'gone'], articles);
    expect(answer.entities.map(({ entity }) => entity)).toEqual(['ken', 'nobody']);
    expect(texts(answer.passages)[0]).toContain('met Kenji Aramaki of the Port Authority on Tuesday');
  });
});
