import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFullDossier } from '../../src/brief/dossier';
import { textOf } from '../../src/brief/lines';
import { passagesOf } from '../../src/brief/shared-passages';
import type { PassagePage } from '../../src/brief/types';
import type { Corpus } from '../../src/corpus/types';
import { harbour } from './harbour';
import { corpusOf, entity, Written } from './small';

const full = (id: string) => buildFullDossier(harbour, id)!;
const linesOf = ({ articles }: PassagePage) => articles.flatMap(({ lines }) => lines.map(textOf));

/** All passages, page after page. */
function everyPassage(corpus: Corpus, entities: string[]): string[] {
  const lines: string[] = [];
  for (let skip: number | null = 0; skip !== null; ) {
    const page: PassagePage = passagesOf(corpus, entities, skip);
    lines.push(...linesOf(page));
    skip = page.next;
  }
  return lines;
}

describe('who stands with whom', () => {
  it('counts the sentences that any two of those around an entity share', () => {
    const { members, shared } = full('mira').company;
    expect(members.map(({ name }) => name)).toEqual(['Kenji Aramaki', 'Port Authority']);
    expect(shared).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('counts what its passages show, over any story', () => {
    const people = ['ada', 'ben', 'cleo'];
    const story = fc.array(fc.array(fc.subarray(people), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(story, (articles) => {
        const corpus = corpusOf(
          people.map((id) => entity(id, 'person', id)),
          articles.map((sentences, i) => {
            const lines = sentences.map((named, k) => `${named.join(' met ')} on pier ${k}.`);
            const article = new Written(`a${i}`, lines, '2024-01-01');
            for (const id of people) {
              sentences
                .filter((named) => named.includes(id))
                .forEach((_, nth) => {
                  article.name(id, 'person', id, nth);
                });
            }
            return article;
          }),
        );
        const { company, around } = buildFullDossier(corpus, 'ada')!;
        const { members, shared } = company;
        expect(members.map(({ entity: id }) => id)).toEqual(around.map(({ entity: id }) => id));
        for (const { entity: other, together } of around)
          expect(everyPassage(corpus, ['ada', other])).toHaveLength(together);
        members.forEach(({ entity: a }, i) => {
          members.forEach(({ entity: b }, j) => {
            const told = articles.flat().filter((named) => named.includes(a) && named.includes(b));
            if (i !== j) expect(shared[i]![j]).toBe(told.length);
            if (i !== j) expect(everyPassage(corpus, [a, b])).toHaveLength(told.length);
          });
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('passagesOf', () => {
  it('gives every passage that speaks of an entity, by article, the newest first, pronouns too', () => {
    const { articles, next } = passagesOf(harbour, ['mira']);
    expect(next).toBeNull();
    expect(articles.map(({ source, lines }) => [source.articleId, lines.length])).toEqual([
      ['new', 4],
      ['old', 2],
    ]);
    expect(linesOf({ articles, next })).toContain('She warned that the tides "won\'t wait" for anyone.');
  });

  it('gives the sentences of two', () => {
    expect(linesOf(passagesOf(harbour, ['ken', 'mira']))).toEqual([
      'Deputy minister Okafor met Kenji Aramaki of the Port Authority on Tuesday.',
    ]);
  });

  it('has none for an unknown entity, and none past the end', () => {
    expect(passagesOf(harbour, ['nothing'])).toEqual({ articles: [], next: null });
    expect(passagesOf(harbour, [])).toEqual({ articles: [], next: null });
    expect(passagesOf(harbour, ['mira'], 99)).toEqual({ articles: [], next: null });
  });
});

describe('topics', () => {
  const words = [
    'The ferries run late, and the harbour freezes.',
    'The ferry will run again.',
    'The harbour of Lund is closed.',
    'Lund is our harbour.',
    'Good morning.',
  ];
  const article = new Written(
    'said',
    words.map((line) => `"${line}" Okafor said in the ledger.`),
    '2024-05-10',
  );
  words.forEach((line, i) => {
    article.name('mira', 'person', 'Okafor', i);
    article.quote(i, 'mira', 'direct', line, 'said', 'Okafor');
  });
  article.name('lund', 'place', 'Lund').name('lund', 'place', 'Lund', 1);
  const other = new Written('other', ['The harbour is calm.'], '2024-05-11');
  const corpus = corpusOf(
    [entity('mira', 'person', 'Mira Okafor', ['Okafor']), entity('lund', 'place', 'Lund')],
    [article, other],
  );
  const { topics, quotes } = buildFullDossier(corpus, 'mira')!;
  const quotesOn = (wanted: string) =>
    topics.find((topic) => topic.words === wanted)?.quotes.map((i) => textOf(quotes[i]!));

  it('are the words and names that come back in what was said, each with the quotations that hold it', () => {
    expect(quotesOn('harbour')).toHaveLength(3);
    expect(quotesOn('Lund')).toHaveLength(2);
    for (const line of quotesOn('harbour')!) expect(line).toContain('harbour');
  });

  it('leave out what is said once, small words, and words beside the quotation', () => {
    const found = topics.map((topic) => topic.words);
    for (const no of ['freezes', 'the', 'The', 'ledger', 'said', 'Okafor', 'morning'])
      expect(found).not.toContain(no);
  });

  it('put what comes back most first', () => {
    expect(topics.map((topic) => topic.quotes.length)).toEqual([3, 2]);
  });

  it('tell two words that always stand together as one', () => {
    const lines = [
      'The winter market opens.',
      'A winter market it is.',
      'The winter is long, market or no.',
      'Hm.',
    ];
    const article = new Written(
      'market',
      lines.map((line) => `"${line}" Okafor said.`),
      '2024-05-10',
    );
    lines.slice(0, 2).forEach((line, i) => {
      article.quote(i, 'mira', 'direct', line, 'said', 'Okafor');
    });
    article.quote(3, 'mira', 'direct', lines[3]!, 'said', 'Okafor');
    const people = [entity('mira', 'person', 'Mira Okafor', ['Okafor'])];
    const wordsOf = () =>
      buildFullDossier(corpusOf(people, [article]), 'mira')!.topics.map((topic) => topic.words);
    expect(wordsOf()).toEqual(['winter market']);
    article.quote(2, 'mira', 'direct', lines[2]!, 'said', 'Okafor');
    expect(wordsOf()).toEqual(['winter', 'market']);
  });

  it('give way, where there are many, to what the corpus does not say everywhere', () => {
    const rare = Array.from({ length: 12 }, (_, i) => `${'abcdefghijkl'[i]}rkventolu`);
    const lines = [
      `The anchorage, ${rare.join(', ')}.`,
      `An anchorage, ${rare.join(', ')}!`,
      'Good evening.',
    ];
    const many = new Written(
      'many',
      lines.map((line) => `"${line}" Okafor said.`),
      '2024-05-10',
    );
    lines.forEach((line, i) => {
      many.quote(i, 'mira', 'direct', line, 'said', 'Okafor');
    });
    const others = [1, 2, 3].map((i) => new Written(`o${i}`, ['The anchorage again.'], '2024-05-11'));
    const told = corpusOf([entity('mira', 'person', 'Mira Okafor', ['Okafor'])], [many, ...others]);
    const words = buildFullDossier(told, 'mira')!.topics.map((topic) => topic.words);
    expect(words.sort()).toEqual(rare);
  });

  it('are none where little was said', () => {
    expect(full('mira').topics).toEqual([]);
  });
});
