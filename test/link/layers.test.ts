import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { done } from '../../src/corpus/work';
import { ImageBuilder } from '../../src/link/base';
import { deltaImage, type LibraryChange } from '../../src/link/delta';
import { candidatesOf } from '../../src/link/evidence';
import { changeIn, folded } from '../../src/link/fold';
import { Image } from '../../src/link/image';
import { type SpottedArticle, type SpottedEntity, sampleOf, spottedEntity } from '../../src/link/rows';
import { Spotter } from '../../src/link/spotter';

/** An article by whom it names: each with words around and a word of a role. */
interface Told {
  id: string;
  named: { entity: number; words: string[] }[];
}

interface Library {
  entities: Map<string, SpottedEntity>;
  articles: Map<string, SpottedArticle>;
}

const GIVEN = ['Mo', 'Ada', 'George', 'Will', 'Ines', 'Otto', 'Rosa'];
const FAMILY = ['Glass', 'GLASS', 'Glass', 'Sánchez', 'Sanchez', 'Glass', 'de Vries'];
const WORDS = ['tariff', 'harbour', 'ferry', 'minister', 'ambassador', 'grain', 'vote'];
const FORMS = ['Glass', 'GLASS', 'Glass House', 'NATO', 'US', 'the Bank', 'Mo Glass', 'Ada Sanchez', '石破'];

/** What entity number `n` is called in some edition of the library. */
function named(n: number, edition: number): Pick<SpottedEntity, 'kind' | 'name' | 'aliases' | 'curated'> {
  const turn = n + edition * 7;
  const person = n % 5 < 3;
  const name = person
    ? `${GIVEN[turn % GIVEN.length]} ${FAMILY[Math.floor(turn / GIVEN.length) % FAMILY.length]}`
    : FORMS[turn % FORMS.length]!;
  const alias = FORMS[(turn * 3) % FORMS.length]!;
  return {
    kind: person ? 'person' : n % 5 === 3 ? 'organisation' : 'place',
    name,
    aliases: turn % 3 === 0 && alias !== name ? [alias] : [],
    ...(n % 11 === 0 ? { curated: true as const } : {}),
  };
}

/** The rows of a library of articles; `editions` tells which entities are called otherwise. */
function libraryOf(told: Iterable<Told>, editions: ReadonlyMap<number, number>): Library {
  const all = [...told];
  const entities = new Map<string, SpottedEntity>();
  for (const n of new Set(all.flatMap((article) => article.named.map(({ entity }) => entity)))) {
    const own = all.flatMap(({ id, named: who }) =>
      who.filter(({ entity }) => entity === n).map(({ words }) => ({ id, words })),
    );
    const sample = sampleOf(own.map(({ id }) => ({ id, date: '' }))).map((id) => {
      const words = own.find((article) => article.id === id)!.words;
      return { id, terms: words.map((word) => [word, 1] as const), roleWords: words.slice(0, 1) };
    });
    const known = {
      id: `e${n}`,
      ...named(n, editions.get(n) ?? 0),
      salience: own.length * (1 + (n % 4)),
      articles: own.length,
    };
    entities.set(known.id, spottedEntity(known, sample));
  }
  const articles = all.map(({ id, named: who }) => ({ id, entities: who.map(({ entity }) => `e${entity}`) }));
  return { entities, articles: new Map(articles.map((article) => [article.id, article])) };
}

/** The obviously right image: one of everything. */
function imageOf({ entities, articles }: Library): Image {
  const builder = new ImageBuilder();
  for (const entity of entities.values()) builder.add(entity);
  for (const article of articles.values()) builder.addArticle(article);
  return new Image(done(builder.build('base')));
}

const deltaOf = (base: Image, change: LibraryChange) => new Image(done(deltaImage(base, change, 'delta')));

/** What is new or other in a map, null for what is no more. */
function changed<Row>(
  before: ReadonlyMap<string, Row>,
  after: ReadonlyMap<string, Row>,
): Map<string, Row | null> {
  const rows = [...after].filter(([id, row]) => JSON.stringify(before.get(id)) !== JSON.stringify(row));
  const gone = [...before.keys()].filter((id) => !after.has(id));
  return new Map<string, Row | null>([...rows, ...gone.map((id) => [id, null] as const)]);
}

/** Whom a form may mean: those who are weighed, and how many others bear it. */
const meantBy = ({ gazetteers, roster }: Spotter, form: string) =>
  candidatesOf(gazetteers, form, () => 0).map(({ senses, crowd }) => ({
    senses: new Map(senses.map(({ entity, ...sense }) => [roster.entity(entity).id, sense])),
    others: crowd.reduce((sum, { bearers }) => sum + bearers.length, 0),
  }));

const article = (most: number) =>
  fc.record({
    id: fc.nat(40).map((n) => `a${n}`),
    named: fc.uniqueArray(
      fc.record({
        entity: fc.oneof(fc.nat(8), fc.nat(most), fc.nat(most)),
        words: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 4 }),
      }),
      { selector: ({ entity }) => entity, maxLength: 16 },
    ),
  });
const articles = fc
  .tuple(fc.array(article(120), { maxLength: 30 }))
  .map(([list]) => [...new Map(list.map((one) => [one.id, one])).values()]);
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...FORMS, ...FAMILY, ...WORDS),
      fc.tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY)).map((parts) => parts.join(' ')),
      fc.constantFrom('.', 'Ambassador', 'said', 'Minister', 'glass', '\n', 'of', 'House'),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(' '));

describe('an image over another', () => {
  it('answers with it as one image of everything does, laid over anew and folded into one too', () => {
    fc.assert(
      fc.property(
        articles,
        articles,
        fc.array(fc.nat(120), { maxLength: 6 }),
        fc.array(text, { minLength: 1, maxLength: 4 }),
        (first, then, renamed, texts) => {
          const before = libraryOf(first, new Map());
          const kept = first.filter((_, i) => i % 4 !== 0);
          const cut = kept.map((one, i) => (i % 3 ? one : { ...one, named: one.named.slice(1) }));
          const now = new Map([...cut, ...then].map((one) => [one.id, one]));
          const after = libraryOf(now.values(), new Map(renamed.map((n) => [n, 1])));
          const base = imageOf(before);
          const delta = deltaOf(base, {
            entities: changed(before.entities, after.entities),
            articles: changed(before.articles, after.articles),
          });
          const whole = new Spotter(imageOf(after));
          const layered = [
            new Spotter(base, delta),
            new Spotter(base, deltaOf(base, changeIn(base, delta))),
            new Spotter(new Image(done(folded(base, delta, 'all')))),
          ];
          for (const spotter of layered) {
            for (const form of [...FORMS, ...FAMILY])
              expect(meantBy(spotter, form)).toEqual(meantBy(whole, form));
            const [one, other] = [spotter.page(), whole.page()];
            for (const [chunk, given] of texts.entries())
              expect(one.add(chunk, given)).toEqual(other.add(chunk, given));
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('weighs who has become the most salient of many that bear a name', () => {
    const bearer = (n: number, salience: number): SpottedEntity => ({
      ...{ id: `e${n}`, kind: 'person', name: `${GIVEN[n % 7]}${n} Glass`, aliases: [], salience },
      ...{ articles: 1, terms: [], roleWords: [], sample: [] },
    });
    const many = Array.from({ length: 40 }, (_, n) => bearer(n, 40 - n));
    const base = imageOf({ entities: new Map(many.map((row) => [row.id, row])), articles: new Map() });
    const risen = deltaOf(base, { entities: new Map([['e39', bearer(39, 99)]]), articles: new Map() });
    const weighed = (spotter: Spotter) => meantBy(spotter, 'Glass').map(({ senses }) => [...senses.keys()]);
    const first = many.slice(0, 16).map(({ id }) => id);
    expect(weighed(new Spotter(base))).toEqual([first]);
    expect(weighed(new Spotter(base, risen))).toEqual([['e39', ...first.slice(0, 15)]]);
  });

  it('is told from one over another image', () => {
    const library = libraryOf([{ id: 'a', named: [{ entity: 1, words: [] }] }], new Map());
    const delta = deltaOf(imageOf(library), { entities: new Map(), articles: new Map() });
    const builder = new ImageBuilder();
    const other = new Image(done(builder.build('other')));
    expect(() => new Spotter(other, delta)).toThrow('made over "base", not over "other"');
  });
});

describe('the articles that stand for all that an entity is in', () => {
  it('hang on nothing but which there are, and hold the newest', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      id: `a${i}`,
      date: i % 7 ? '' : '2025-01-01',
    }));
    fc.assert(
      fc.property(fc.shuffledSubarray(many), fc.nat(59), (some, at) => {
        const sample = sampleOf(some);
        expect(sampleOf([...some].reverse())).toEqual(sample);
        expect(new Set(sample).size).toBe(Math.min(24, some.length));
        for (const { id, date } of some) if (date) expect(sample).toContain(id);
        // one article less changes one of the others at most
        const less = sampleOf(some.filter((_, i) => i !== at));
        expect(less.filter((id) => !sample.includes(id)).length).toBeLessThan(3);
      }),
    );
  });
});
