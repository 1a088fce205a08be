import fc from 'fast-check';
import { contributionOf } from '../../../src/corpus/join/contribution';
import type { Contribution, Correction, NameRef } from '../../../src/corpus/join/types';
import type { CuratedEntity } from '../../../src/corpus/types';
import { madeArticle, type Named } from '../articles';

const STORIES = [
  'opened the tariff negotiations about steel exports with the trade delegation',
  'opened the steel negotiations while the harbour tariff delegation rehearsed',
  'conducted the minimalist opera while the orchestra rehearsed the overture',
  'surveyed the glacier and the moraine with seismic probes before the avalanche',
];

/** Names that share surnames, are short or full forms, acronyms, inverted, or of mistaken kinds. */
const NAMES: readonly Named[] = [
  'person:Maria Lindqvist',
  'person:Maria Lindqvist=Lindqvist',
  'person:Maria K. Lindqvist=Lindqvist',
  'person:M. Lindqvist',
  'person:Erik Lindqvist',
  'person:Lindqvist Maria',
  'person:Lindqvist',
  'organisation:Lindqvist',
  'person:Lindqvist Announces',
  'person:Maria',
  'person:Tanaka Hiroko',
  'person:Hiroko Tanaka=Tanaka',
  'person:Tanaka',
  'organisation:Northern Fisheries Board',
  'organisation:Northern Fisheries Board=NFB',
  'organisation:NFB',
  'other:NFB',
  'organisation:Halvorsen Steel Works',
  'organisation:Halvorsen',
  'person:Halvorsen',
  'place:Halvorsen',
  'organisation:The Post=Post',
  'organisation:Bergen Post',
  'place:Bergen',
  'place:Bergen, Norway',
  'person:Bergen',
  'place:Maria Lindqvist',
  'person:Tanaka=Hiroko',
];

/** One made article: its number is its id. */
export interface Made {
  id: number;
  story: number;
  named: number[];
}

export const made: fc.Arbitrary<Made> = fc.record({
  id: fc.nat(11),
  story: fc.nat(STORIES.length - 1),
  named: fc.uniqueArray(fc.nat(NAMES.length - 1), { minLength: 1, maxLength: 5 }),
});

/** A small library, no article id twice. */
export const library: fc.Arbitrary<Made[]> = fc.uniqueArray(made, {
  minLength: 1,
  maxLength: 12,
  selector: ({ id }) => id,
});

export const contributed = ({ id, story, named }: Made): Contribution =>
  contributionOf(
    madeArticle(
      `a${id}`,
      STORIES[story]!,
      named.map((n) => NAMES[n]!),
    ),
  );

export const LISTED: readonly CuratedEntity[] = [
  { id: 'ml', kind: 'person', name: 'Maria Lindqvist', aliases: ['リンドクヴィスト', 'Lindqvist'] },
  { id: 'el', kind: 'person', name: 'Erik Lindqvist', aliases: ['Lindqvist'] },
  { id: 'ml2', kind: 'person', name: 'Maria K. Lindqvist', aliases: ['Maria Lindqvist'] },
  { id: 'hs', kind: 'organisation', name: 'Halvorsen Steel Works', aliases: ['Halvorsen'] },
  { id: 'bergen', kind: 'place', name: 'Bergen', aliases: [] },
  { id: 'organisation:nfb', kind: 'organisation', name: 'Nordic Film Bureau', aliases: [] },
  { id: 'ht', kind: 'person', name: 'Hiroko Tanaka', aliases: ['Hiroko'] },
];

export const curation: fc.Arbitrary<CuratedEntity[]> = fc.oneof(
  fc.constant<CuratedEntity[]>([]),
  fc.subarray([...LISTED], { minLength: 1 }),
);

const REFS = NAMES.map((named): NameRef => {
  const [kind, forms] = named.split(':') as [NameRef['kind'], string];
  return { kind, name: forms.split('=')[0]! };
});

/** Any name, and often a person's one word: what is said of that decides under which name it is counted. */
const ref: fc.Arbitrary<NameRef> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...REFS) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...REFS.filter(({ kind, name }) => kind === 'person' && !name.includes(' '))),
  },
);

export const corrections: fc.Arbitrary<Correction[]> = fc.oneof(
  fc.constant<Correction[]>([]),
  fc.array(
    fc.oneof(
      fc.record({ say: fc.constant('one' as const), a: ref, b: ref }),
      fc.record({ say: fc.constant('two' as const), a: ref, b: ref }),
      fc.record({ say: fc.constant('called' as const), a: ref, name: fc.constantFrom('Maja', 'The Works') }),
    ),
    { minLength: 1, maxLength: 3 },
  ),
);
