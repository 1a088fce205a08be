import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerFound } from '../../../src/brief/found';
import { compile, type ReadArticle } from '../../../src/corpus/compile';
import { changeSearch } from '../../../src/corpus/search/change';
import { findArticles } from '../../../src/corpus/search/find';
import { openLeaf, packLeaf } from '../../../src/corpus/search/leaf';
import { loadModel } from '../../../src/extract/model';
import { readArticle } from '../../../src/extract/read';
import { madeArticles } from '../../grammar/articles';
import { MemoryRows } from './memory';

const model = loadModel(readFileSync(new URL('../../../src/extract/model/reader.bin', import.meta.url)));
const pairs = [...madeArticles(60, 9)].map(
  (article): ReadArticle => ({ article, reading: readArticle(article, model) }),
);

describe('packLeaf and openLeaf', () => {
  it('keep the sentences, who is named where, and the roles', () => {
    for (const { article, reading } of pairs) {
      const { sentences, entities, mentions, roles } = openLeaf(packLeaf(reading), article);
      expect({ sentences, entities, mentions, roles }).toEqual({
        sentences: reading.sentences,
        entities: reading.entities,
        mentions: reading.mentions.filter(({ entity }) => entity !== null),
        roles: reading.roles,
      });
    }
  });

  it('are all that the answer to a search is made from', async () => {
    const whole = compile(pairs);
    const readings = whole.readings.map((reading, i) => openLeaf(packLeaf(reading), whole.articles[i]!));
    const rows = new MemoryRows();
    await changeSearch(rows, [], pairs, async () => []);
    const people = whole.entities.filter(({ kind }) => kind === 'person').slice(0, 30);
    expect(whole.readings.flatMap(({ roles }) => roles).length).toBeGreaterThan(50);
    for (const query of ['tarif', 'price of', 'said', ...people.map(({ name }) => name)]) {
      const { articles } = await findArticles(rows, query, 20);
      const ids = people.map(({ id }) => id);
      expect(answerFound({ ...whole, readings }, query, ids, articles), query).toEqual(
        answerFound(whole, query, ids, articles),
      );
    }
  });

  it('throws at what was not packed so', () => {
    const { article } = pairs[0]!;
    for (const broken of ['', '{', 'null', '[]', '{"sentences":[]}'])
      expect(() => openLeaf(broken, article), broken).toThrow();
  });
});
