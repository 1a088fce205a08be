import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import type { ReadArticle } from '../../../src/corpus/compile';
import { INDEX_OPTIONS, indexPassages, parsePassageId } from '../../../src/corpus/passages';
import { changeSearch } from '../../../src/corpus/search/change';
import { findArticles } from '../../../src/corpus/search/find';
import { sentenceNumber, TAIL } from '../../../src/corpus/search/postings';
import { rowsIn } from '../../../src/corpus/search/rows';
import { MemoryRows } from './memory';

// Words of five to seven letters may differ in one: those that begin with other letters are never within it.
const word = fc
  .tuple(
    fc.constantFrom('ba', 'co', 'du', 'fe', 'gi', 'hy', '石'),
    fc.string({ unit: fc.constantFrom('x', 'y', 'z'), maxLength: 5 }),
  )
  .map(([begin, rest]) => (begin === '石' ? '石破'.slice(0, 1 + (rest.length % 2)) : begin + rest));
const sentence = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 6 }),
  named: fc.nat({ max: 3 }),
});
const article = fc.record({
  title: fc.option(fc.array(word, { minLength: 1, maxLength: 3 }), { nil: undefined }),
  sentences: fc.array(sentence, { maxLength: 4 }),
  names: fc.array(fc.array(word, { minLength: 1, maxLength: 2 }), { minLength: 3, maxLength: 3 }),
});
type Made = typeof article extends fc.Arbitrary<infer T> ? T : never;

function pairOf(id: string, { title, sentences, names }: Made): ReadArticle {
  const published = { date: null, basis: 'none' as const };
  let text = '';
  const spans: { start: number; end: number }[] = [];
  const mentions: ReadArticle['reading']['mentions'] = [];
  for (const { words, named } of sentences) {
    const start = text.length;
    text += `${words.join(' ')}.`;
    const end = text.length;
    spans.push({ start, end });
    // whatever form it has: the first word stands for somebody
    if (named < 3)
      mentions.push({
        start,
        end: start + words[0]!.length,
        surface: words[0]!,
        form: 'nominal',
        kind: 'person',
        entity: `${id}-${named}`,
      });
    text += ' ';
  }
  const entities = names.map((words, i) => ({
    id: `${id}-${i}`,
    kind: 'person' as const,
    name: words.join(' '),
    aliases: [],
  }));
  return {
    article: { id, text, published, origin: 'imported', ...(title ? { title: title.join(' ') } : {}) },
    reading: {
      id,
      published,
      sentences: spans,
      entities,
      mentions,
      roles: [],
      quotes: [],
      dates: [],
      events: [],
      figures: [],
      summary: [],
    },
  };
}

/** The plain way: all sentences in one MiniSearch; the numbers of those found by article. */
function plain(pairs: readonly ReadArticle[], query: string): Map<string, Set<number>> {
  const json = indexPassages(
    pairs.map((pair) => pair.article),
    pairs.map(({ reading }) => reading),
    pairs.flatMap(({ reading }) => reading.entities.map((entity) => ({ ...entity, salience: 0 }))),
  );
  const index = MiniSearch.loadJS(json as Parameters<typeof MiniSearch.loadJS>[0], INDEX_OPTIONS);
  const every = index.search(query);
  const found = new Map<string, Set<number>>();
  const byTitle = new Map<string, Set<number>>();
  for (const { id, match } of every.length > 0 ? every : index.search(query, { combineWith: 'OR' })) {
    const { articleId, span } = parsePassageId(String(id));
    const { sentences } = pairs.find((pair) => pair.article.id === articleId)!.reading;
    const number = sentenceNumber(sentences.findIndex(({ start }) => start === span.start));
    const table = Object.values(match)
      .flat()
      .some((field) => field !== 'title')
      ? found
      : byTitle;
    table.set(articleId, (table.get(articleId) ?? new Set()).add(number));
  }
  // A title is every sentence's; those that have nothing else of the query stand back for those that do.
  return new Map([...byTitle, ...found]);
}

const sorted = (found: Map<string, Set<number>>) =>
  [...found].map(([id, numbers]) => [id, [...numbers].sort((a, b) => a - b)]).sort();

async function found(rows: MemoryRows, pairs: readonly ReadArticle[], query: string) {
  const table = new Map<string, Set<number>>();
  for (const { articleId, sentences } of (await findArticles(rows, query, 1000)).articles) {
    const { length } = pairs.find((pair) => pair.article.id === articleId)!.reading.sentences;
    // where the title has it all, every sentence of the article is found
    const all = Array.from({ length }, (_, i) => sentenceNumber(i));
    if (length > 0) table.set(articleId, new Set(sentences.length > 0 ? sentences : all));
  }
  return table;
}

const query = fc.oneof(
  word,
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
);

describe('findArticles', () => {
  it('finds the very sentences that a MiniSearch over all of them finds, however the library came to be', async () => {
    const change = fc.record({
      id: fc.nat({ max: 99 }),
      article: fc.option(article, { nil: null }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(article, { minLength: 1, maxLength: 90 }), { minLength: 1, maxLength: 2 }),
        fc.array(change, { maxLength: 60 }),
        fc.array(query, { minLength: 1, maxLength: 5 }),
        async (batches, changes, queries) => {
          const rows = new MemoryRows();
          const library = new Map<string, ReadArticle>();
          const pairs = async (ids: readonly string[]) => ids.map((id) => library.get(id)!);
          for (const batch of batches) {
            const put = batch.map((one, i) => pairOf(String(library.size + i), one));
            for (const pair of put) library.set(pair.article.id, pair);
            await changeSearch(rows, [], put, pairs);
          }
          for (const { id, article: next } of changes) {
            const after = next && pairOf(String(id), next);
            if (after) library.set(String(id), after);
            else library.delete(String(id));
            await changeSearch(rows, after ? [] : [String(id)], after ? [after] : [], pairs);
          }
          const left = [...library.values()];
          for (const asked of queries)
            expect(sorted(await found(rows, left, asked)), asked).toEqual(sorted(plain(left, asked)));
        },
      ),
      { numRuns: 60 },
    );
  });

  const find = async (rows: MemoryRows, query: string) =>
    (await findArticles(rows, query, 10)).articles.map(({ articleId, sentences }) => [articleId, sentences]);

  it('keeps the words of an article in one row until 64 are together, and asks for a segment again when half of it has gone', async () => {
    const rows = new MemoryRows();
    const library = new Map<string, ReadArticle>();
    const asked: string[] = [];
    const pairs = async (ids: readonly string[]) => {
      asked.push(...ids);
      return ids.map((id) => library.get(id)!);
    };
    for (let i = 0; i < 64; i++) {
      const pair = pairOf(`a${i}`, {
        title: [`gi${'xyz'[i % 3]}`],
        sentences: [{ words: ['baz', 'cox'], named: 3 }],
        names: [],
      });
      library.set(pair.article.id, pair);
      const before = rows.written.rows;
      await changeSearch(rows, [], [pair], pairs);
      if (i < 63) expect(rows.written.rows - before).toBe(3);
    }
    expect(await rows.between('open/', 'open/~')).toEqual([]);
    for (let i = 0; i < 32; i++) {
      expect(asked).toEqual([]);
      library.delete(`a${i}`);
      await changeSearch(rows, [`a${i}`], [], pairs);
    }
    expect(asked.sort()).toEqual([...library.keys()].sort());
    expect(await rows.between('row/', 'row/~')).toEqual([]);
    expect(await rows.between('young/', 'young/~')).toEqual([]);
    expect(
      (await findArticles(rows, 'baz cox', 100)).articles.map(({ articleId }) => articleId).sort(),
    ).toEqual(asked);
  });

  it('puts the rows of many segments together, and takes out of them again what goes', async () => {
    const rows = new MemoryRows();
    const library = new Map<string, ReadArticle>();
    const pairs = async (ids: readonly string[]) => ids.map((id) => library.get(id)!);
    const add = async (from: number, to: number) => {
      const put = Array.from({ length: to - from }, (_, i) => {
        const n = from + i;
        // in all, in every third, in a few, in one; in a script of wide units
        const words = ['bax', ['cox', 'coy', 'coz'][n % 3]!, n % 97 === 0 ? 'dux' : 'fex', `n${n}`, '石破'];
        return pairOf(`a${n}`, { title: undefined, sentences: [{ words, named: 3 }], names: [] });
      });
      for (const pair of put) library.set(pair.article.id, pair);
      await changeSearch(rows, [], put, pairs);
    };
    const agree = async () => {
      for (const asked of ['bax', 'cox', 'dux', 'n77', 'n103', '石破', 'cox dux', 'bax coz n5']) {
        const words = asked.split(' ');
        const expected = [...library.values()].filter(({ article }) =>
          words.every((word) => article.text.includes(word)),
        );
        const { articles } = await findArticles(rows, asked, 10_000);
        expect(articles.map(({ articleId }) => articleId).sort(), asked).toEqual(
          expected.map(({ article }) => article.id).sort(),
        );
      }
    };
    for (let n = 0; n < 2560; n += 256) await add(n, n + 256);
    // 40 segments are full
    for (const bucket of ['ba', 'co', 'fe'])
      expect((await rows.between(...rowsIn(bucket))).length, bucket).toBeLessThan(15);
    await agree();
    const gone = [...library.keys()].filter(
      (id) => Number(id.slice(1)) % 5 < 3 && Number(id.slice(1)) < 2000,
    );
    for (const id of gone) library.delete(id);
    await changeSearch(rows, gone, [], pairs);
    await agree();
    expect(JSON.stringify([...rows.rows]).includes('n1001')).toBe(false);
  });

  it('forgives what MiniSearch forgives, as long as the first two letters are right', async () => {
    const rows = new MemoryRows();
    const one = pairOf('one', {
      sentences: [{ words: ['negotiations'], named: 3 }],
      title: undefined,
      names: [],
    });
    await changeSearch(rows, [], [one], async () => []);
    expect(await find(rows, 'negociasions')).toEqual([['one', [1]]]);
    expect(await find(rows, 'negosiashuns')).toEqual([]);
    expect(await find(rows, 'engotiations')).toEqual([]);
  });

  it('takes the last sentences of a very long article together', async () => {
    const rows = new MemoryRows();
    const sentences = Array.from({ length: 400 }, (_, i) => ({
      words: [{ 157: 'windmill', 390: 'lighthouse' }[i] ?? 'rain'],
      named: 3,
    }));
    await changeSearch(
      rows,
      [],
      [pairOf('long', { sentences, title: undefined, names: [] })],
      async () => [],
    );
    expect(await find(rows, 'windmill')).toEqual([['long', [158]]]);
    expect(await find(rows, 'lighthouse')).toEqual([['long', [TAIL]]]);
  });

  it('finds nothing for nothing, and falls over nothing', async () => {
    const rows = new MemoryRows();
    expect(await find(rows, 'anything')).toEqual([]);
    const odd = ['\t\n\u0000', '\ud800', 'a\u0301\u00ad', '1e400', '\u0080\u00ff', 'toString', '__proto__'];
    const one = pairOf('one', { sentences: [{ words: odd, named: 3 }], title: odd, names: [odd] });
    await changeSearch(rows, [], [one], async () => []);
    for (const query of ['', ' ', '"', '\t', '\ud800', 'x'.repeat(10_000), 'zzzzqqqq'])
      await find(rows, query);
    expect(await find(rows, '__proto__')).toEqual([['one', [1]]]);
    expect(await find(rows, 'tostring')).toEqual([['one', [1]]]);
  });
});
