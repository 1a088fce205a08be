import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinAll } from '../../../src/corpus/join/batch';
import { contributionOf } from '../../../src/corpus/join/contribution';
import { lastWords } from '../../../src/corpus/join/last-words';
import { nameOfRef } from '../../../src/corpus/join/names';
import type { Correction, NameRef } from '../../../src/corpus/join/types';
import { madeArticle, type Named } from '../articles';
import { contributed, corrections, curation, library } from './library';

const TALKS = 'opened the tariff negotiations about steel exports with the trade delegation';
const OPERA = 'conducted the minimalist opera while the orchestra rehearsed the overture';

const join = (articles: [about: string, ...Named[]][], said: Correction[] = []) => {
  const { entities, links } = joinAll(
    articles.map(([about, ...named], i) => contributionOf(madeArticle(`a${i}`, about, named))),
    [],
    said,
  );
  return { names: [...entities.values()].map(({ name }) => name).sort(), entities, links };
};

const person = (name: string) => ({ kind: 'person' as const, name });

describe('joining all', () => {
  it('gives the same whatever the order', () => {
    fc.assert(
      fc.property(
        library.chain((made) =>
          fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length })),
        ),
        curation,
        corrections,
        ([made, shuffled], curated, said) => {
          const sorted = (all: typeof made) => {
            const { entities, links } = joinAll(all.map(contributed), curated, said);
            return [[...entities].sort(byKey), [...links].sort(byKey)];
          };
          expect(sorted(shuffled)).toEqual(sorted(made));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('links every entity of every article to one of the entities, and counts the articles of each', () => {
    fc.assert(
      fc.property(library, curation, corrections, (made, curated, said) => {
        const contributions = made.map(contributed);
        const { entities, links } = joinAll(contributions, curated, said);
        const articles = new Map<string, Set<string>>();
        for (const { articleId, locals } of contributions)
          for (const { id } of locals) {
            const entity = links.get(articleId)![id]!;
            expect(entities.has(entity)).toBe(true);
            articles.set(entity, (articles.get(entity) ?? new Set()).add(articleId));
          }
        for (const [id, entity] of entities) expect(entity.articles).toBe(articles.get(id)?.size ?? 0);
      }),
    );
  });

  it('gives a plain id to the only one of a name, and endings of their own to several', () => {
    const { entities } = join([
      [TALKS, 'person:Lindqvist'],
      [OPERA, 'person:Lindqvist', 'place:Oslo'],
    ]);
    expect(entities.has('place:oslo')).toBe(true);
    const persons = [...entities.keys()].filter((id) => id.startsWith('person:'));
    expect(persons).toHaveLength(2);
    for (const id of persons) expect(id).toMatch(/^person:lindqvist-\w+$/);
  });
});

describe('a correction', () => {
  const one: Correction = { say: 'one', a: person('Maria Lindqvist'), b: person('Maja Holm') };
  const two: Correction = { say: 'two', a: person('Maria Lindqvist'), b: person('Maria K. Lindqvist') };

  it('"one" joins two names that nothing joins', () => {
    const articles: Parameters<typeof join>[0] = [
      [TALKS, 'person:Maria Lindqvist'],
      [OPERA, 'person:Maja Holm'],
    ];
    expect(join(articles).names).toHaveLength(2);
    expect(join(articles, [one]).names).toHaveLength(1);
  });

  it('"one" takes a person known by one word only for the one with the full name', () => {
    const articles: Parameters<typeof join>[0] = [
      [TALKS, 'person:Maria Lindqvist'],
      [OPERA, 'person:Maja'],
      [TALKS, 'person:Maja'],
    ];
    expect(join(articles, [{ ...one, b: person('Maja') }]).names).toEqual(['Maria Lindqvist']);
  });

  it('"two" parts a variant from the name, and one article that has both', () => {
    const articles: Parameters<typeof join>[0] = [
      [TALKS, 'person:Maria Lindqvist'],
      [TALKS, 'person:Maria K. Lindqvist'],
      [TALKS, 'person:Maria K. Lindqvist=Maria Lindqvist'],
    ];
    expect(join(articles).names).toHaveLength(1);
    expect(join(articles, [two]).names).toEqual(['Maria K. Lindqvist', 'Maria Lindqvist']);
  });

  it('"two" keeps one word from the one with the full name', () => {
    const articles: Parameters<typeof join>[0] = [
      [TALKS, 'person:Maria Lindqvist'],
      [TALKS, 'person:Lindqvist'],
    ];
    expect(join(articles).names).toHaveLength(1);
    expect(join(articles, [{ ...two, b: person('Lindqvist') }]).names).toHaveLength(2);
  });

  it('of two that speak of the same names the later holds, in whatever order they name them', () => {
    const apart: Parameters<typeof join>[0] = [
      [TALKS, 'person:Maria Lindqvist'],
      [OPERA, 'person:Maja Holm'],
    ];
    const turned: Correction = { say: 'two', a: one.b, b: one.a };
    expect(join(apart, [turned, one]).names).toHaveLength(1);
    expect(join(apart, [one, turned]).names).toHaveLength(2);
    const together: Parameters<typeof join>[0] = [
      [TALKS, 'person:Maria Lindqvist'],
      [TALKS, 'person:Maria K. Lindqvist'],
    ];
    expect(join(together, [{ ...two, say: 'one' }, two]).names).toHaveLength(2);
    expect(join(together, [two, { ...two, say: 'one' }]).names).toHaveLength(1);
  });

  it('that a later one speaks over is as if it had never been', () => {
    fc.assert(
      fc.property(library, curation, corrections, corrections, (made, curated, said, then) => {
        const all = [...said, ...then];
        const plain = all.filter((early, i) => !all.slice(i + 1).some((late) => speakOfSame(early, late)));
        const contributions = made.map(contributed);
        expect(joinAll(contributions, curated, all)).toEqual(joinAll(contributions, curated, plain));
        expect(lastWords(all)).toEqual(plain);
      }),
    );
  });

  it('"called" names an entity, its id left as it was; the latest counts', () => {
    const called: Correction = { say: 'called', a: person('Maria Lindqvist'), name: 'Maja Lindqvist' };
    const { entities } = join([[TALKS, 'person:Maria Lindqvist']], [called, { ...called, name: 'Maja' }]);
    expect(entities.get('person:maria-lindqvist')).toMatchObject({
      name: 'Maja',
      aliases: ['Maria Lindqvist'],
    });
  });
});

function speakOfSame(one: Correction, other: Correction): boolean {
  const same = (a: NameRef, b: NameRef) => nameOfRef(a) === nameOfRef(b);
  if (one.say === 'called' || other.say === 'called') return one.say === other.say && same(one.a, other.a);
  return (same(one.a, other.a) && same(one.b, other.b)) || (same(one.a, other.b) && same(one.b, other.a));
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
