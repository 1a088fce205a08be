import { beforeAll, describe, expect, it } from 'vitest';
import { corpusOfSeeds } from '../../src/cli/corpus';
import { compile, mergeCorpora } from '../../src/corpus/compile';
import { findEntities } from '../../src/corpus/lookup';
import type { Corpus, CuratedEntity } from '../../src/corpus/types';
import { madeArticle } from './articles';

const TALKS = 'opened the tariff negotiations about steel exports with the trade delegation';
const OPERA = 'conducted the minimalist opera while the orchestra rehearsed the overture';

const names = (corpus: Corpus, kind: string) =>
  corpus.entities
    .filter((e) => e.kind === kind)
    .map((e) => e.name)
    .sort();

describe('entities over articles', () => {
  it('joins equal and compatible full names, and a surname to the full name of the same story', () => {
    const corpus = compile([
      madeArticle('a', TALKS, ['person:Maria K. Lindqvist=Lindqvist', 'place:Oslo']),
      madeArticle('b', TALKS, ['person:Maria Lindqvist', 'place:Oslo']),
      madeArticle('c', TALKS, ['person:Lindqvist', 'place:Oslo']),
    ]);
    expect(names(corpus, 'person')).toHaveLength(1);
    expect(new Set(corpus.readings.map((r) => r.entities.find((e) => e.kind === 'person')!.id)).size).toBe(1);
  });

  it('keeps two persons with one surname two, and leaves a surname alone that fits neither clearly', () => {
    const corpus = compile([
      madeArticle('a', TALKS, ['person:Maria Lindqvist']),
      madeArticle('b', TALKS, ['person:Erik Lindqvist']),
      madeArticle('c', TALKS, ['person:Lindqvist']),
    ]);
    expect(names(corpus, 'person')).toEqual(['Erik Lindqvist', 'Lindqvist', 'Maria Lindqvist']);
  });

  it('gives a surname to the bearer whose story it is', () => {
    const corpus = compile([
      madeArticle('a', TALKS, ['person:Maria Lindqvist']),
      madeArticle('b', OPERA, ['person:Erik Lindqvist']),
      madeArticle('c', OPERA, ['person:Lindqvist']),
    ]);
    const [, b, c] = corpus.readings;
    expect(c!.entities[0]!.id).toBe(b!.entities[0]!.id);
  });

  it('does not join a surname over stories that have nothing in common', () => {
    const corpus = compile([
      madeArticle('a', TALKS, ['person:Maria Lindqvist']),
      madeArticle('b', OPERA, ['person:Lindqvist']),
    ]);
    expect(names(corpus, 'person')).toHaveLength(2);
  });

  it('takes a name with the surname first for the same one', () => {
    const corpus = compile([
      madeArticle('a', TALKS, ['person:Tanaka Hiroko']),
      madeArticle('b', TALKS, ['person:Hiroko Tanaka']),
    ]);
    expect(names(corpus, 'person')).toHaveLength(1);
  });

  it('joins an acronym to its long form, and a part of a name to the whole, within a story', () => {
    const corpus = compile([
      madeArticle('a', TALKS, [
        'organisation:Northern Fisheries Board',
        'organisation:Halvorsen Steel Works',
      ]),
      madeArticle('b', TALKS, ['organisation:NFB', 'organisation:Halvorsen']),
    ]);
    expect(names(corpus, 'organisation')).toEqual(['Halvorsen Steel Works', 'Northern Fisheries Board']);
  });

  it('keeps the ids of a curated list, also of what no article names', () => {
    const curated: CuratedEntity[] = [
      { id: 'ml', kind: 'person', name: 'Maria Lindqvist', aliases: ['リンドクヴィスト'], wikidata: 'Q1' },
      { id: 'nobody', kind: 'person', name: 'Olga Unmentioned', aliases: [] },
    ];
    const corpus = compile([madeArticle('a', TALKS, ['person:Maria Lindqvist=Lindqvist'])], curated);
    expect(corpus.entities.find((e) => e.id === 'ml')).toMatchObject({
      curated: true,
      wikidata: 'Q1',
      name: 'Maria Lindqvist',
    });
    expect(corpus.readings[0]!.entities[0]!.id).toBe('ml');
    expect(corpus.entities.find((e) => e.id === 'nobody')).toMatchObject({ salience: 0 });
  });
});

describe('the corpus', () => {
  it('covers the days of its articles, ranks by salience, and keeps the later of two articles with one id', () => {
    const corpus = compile([
      madeArticle('a', TALKS, ['person:Maria Lindqvist'], '2024-03-05'),
      madeArticle('b', TALKS, ['person:Maria Lindqvist', 'place:Oslo'], '2024-02-01'),
      madeArticle('a', TALKS, ['person:Maria Lindqvist', 'place:Bergen'], '2024-03-06'),
    ]);
    expect(corpus.covers).toEqual({ from: '2024-02-01', to: '2024-03-06' });
    expect(corpus.articles.map((a) => a.id)).toEqual(['a', 'b']);
    expect(corpus.entities.map((e) => e.name)).toEqual(['Maria Lindqvist', 'Bergen', 'Oslo']);
    expect(corpus.entities[0]!.salience).toBe(1);
  });

  it('is the same to the byte for the same input, and nothing for none', () => {
    const articles = [madeArticle('a', TALKS, ['person:Maria Lindqvist', 'place:Oslo'])];
    expect(JSON.stringify(compile(articles))).toBe(JSON.stringify(compile(articles)));
    expect(compile([])).toMatchObject({ articles: [], entities: [], covers: { from: null, to: null } });
  });

  it('merges with another into what compiling all at once gives', () => {
    const a = madeArticle('a', TALKS, ['person:Maria Lindqvist=Lindqvist', 'place:Oslo']);
    const b = madeArticle('b', TALKS, ['person:Lindqvist', 'place:Oslo']);
    const curated: CuratedEntity[] = [{ id: 'oslo', kind: 'place', name: 'Oslo', aliases: [] }];
    const merged = mergeCorpora([compile([a], curated), compile([b])]);
    expect(merged.entities.map(({ id, name }) => [id, name])).toEqual(
      compile([a, b], curated).entities.map(({ id, name }) => [id, name]),
    );
  });
});

describe('the seeds', () => {
  let seeds: Corpus;
  beforeAll(() => {
    seeds = corpusOfSeeds();
  });

  it.each(['Glass', 'Ishiba', 'Trump', 'Akazawa', 'Iwaya'])('have one %s', (name) => {
    const bearers = seeds.entities.filter(
      (e) => e.kind === 'person' && [e.name, ...e.aliases].some((form) => form.split(' ').includes(name)),
    );
    expect(bearers).toHaveLength(1);
    expect(bearers[0]!.curated).toBe(true);
  });

  it('are found by their Japanese names', () => {
    expect(findEntities(seeds, '石破茂')[0]!.name).toBe('Shigeru Ishiba');
    expect(findEntities(seeds, 'グラス')[0]!.name).toBe('George Glass');
  });

  it('cover the stated day and the editor’s, each told as what it is', () => {
    expect(seeds.covers).toEqual({ from: '2025-04-18', to: '2025-04-22' });
    expect(seeds.articles.map((a) => a.published.basis)).toEqual(['stated', 'editor']);
  });

  it('name in both articles who is in both', () => {
    const inBoth = (name: string) =>
      seeds.readings.filter((r) => r.entities.some((e) => e.id === findEntities(seeds, name)[0]!.id)).length;
    expect([inBoth('George Glass'), inBoth('Shigeru Ishiba')]).toEqual([2, 2]);
  });
});
