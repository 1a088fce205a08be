import { namesAgree, type PersonName, parsePerson } from '../corpus/forms';
import { cosine, TermSpace, type TermVector, termsOf } from '../corpus/terms';
import type { Corpus, CorpusEntity } from '../corpus/types';
import type { Kind, Mention } from '../extract/types';
import { fold } from '../text/fold';
import type { Span } from '../text/span';
import { titleBefore } from './context';

/** What the corpus tells of an entity that a page may agree with. */
export interface Profile {
  /** Subject of the passages that name it. */
  terms: TermVector;
  /** Entities named in the same articles, with the weight of seeing one on a page: rare ones tell more. */
  neighbours: ReadonlyMap<number, number>;
  /** Words of its roles and of the titles before its name, folded ("ambassador", "japan"). */
  roleWords: ReadonlySet<string>;
  /** Its name, folded. */
  name: string;
  /** The words of all its names, folded. */
  nameWords: ReadonlySet<string>;
  /** A person's names of several words; null for what is no person. */
  people: readonly PersonName[] | null;
  /** First words of a person's names of several words that are the last word of none, folded. */
  givenNames: ReadonlySet<string>;
  /** Known by single words only, as "Madonna" is. */
  mononym: boolean;
}

/** Articles that are looked at for one entity's profile, and for the document frequencies; the first and newest suffice. */
const ENOUGH = 24;
const SAMPLE = 300;

/** Countries and peoples are on any page of news, whatever its story. */
const TELLING: Readonly<Record<Kind, number>> = { person: 1, organisation: 0.7, place: 0.3, other: 0.3 };

/** What linking must know of an entity itself. */
export type KnownEntity = Omit<CorpusEntity, 'wikidata'>;

/** A corpus's entities as linking needs them, by their index in the corpus. */
export interface Roster {
  entity(index: number): KnownEntity;
  profile(index: number): Profile;
  /** Cosine of a page's words with what the corpus says around the entity, 0..1. */
  nearness(index: number, terms: readonly string[]): number;
}

/** The entities of a corpus at hand; the profile of each is made when first asked for. */
export class CorpusRoster implements Roster {
  /** Document frequencies of the corpus's terms. */
  readonly space = new TermSpace();
  private readonly readingsOf: number[][];
  /** By reading, its entities. */
  readonly together: number[][];
  /** By reading and entity, the mentions of the entity; made for a reading when first asked for. */
  private readonly mentionsIn = new Map<number, Map<string, Mention[]>>();
  private readonly indexOf: Map<string, number>;
  private readonly made = new Map<number, Profile>();

  constructor(private readonly corpus: Corpus) {
    this.indexOf = new Map(corpus.entities.map(({ id }, i) => [id, i]));
    this.readingsOf = corpus.entities.map(() => []);
    this.together = corpus.readings.map(({ entities }) => entities.map(({ id }) => this.indexOf.get(id)!));
    this.together.forEach((indices, at) => {
      for (const index of indices) this.readingsOf[index]!.push(at);
    });
    const step = Math.max(1, Math.floor(corpus.articles.length / SAMPLE));
    for (let i = 0; i < corpus.articles.length; i += step) this.space.add(termsOf(corpus.articles[i]!.text));
  }

  entity(index: number): KnownEntity {
    return this.corpus.entities[index]!;
  }

  profile(entity: number): Profile {
    const known = this.made.get(entity);
    if (known) return known;
    const profile = this.make(entity);
    this.made.set(entity, profile);
    return profile;
  }

  nearness(entity: number, terms: readonly string[]): number {
    return cosine(this.profile(entity).terms, this.space.vector(terms));
  }

  /** How much it tells that a page names an entity of the same articles: much if it is in few, and little if it is a place. */
  tellingness(entity: number): number {
    const articles = this.readingsOf[entity]!.length;
    return TELLING[this.corpus.entities[entity]!.kind] / (1 + Math.log2(articles));
  }

  /** The readings that an entity's profile is made from. */
  readings(entity: number): number[] {
    const all = this.readingsOf[entity]!;
    return all.length > ENOUGH ? [...all.slice(0, ENOUGH / 2), ...all.slice(-ENOUGH / 2)] : all;
  }

  private mentionsOf(reading: number, id: string): readonly Mention[] {
    let byEntity = this.mentionsIn.get(reading);
    if (!byEntity) {
      byEntity = new Map<string, Mention[]>();
      for (const mention of this.corpus.readings[reading]!.mentions) {
        if (mention.entity === null) continue;
        const known = byEntity.get(mention.entity);
        if (known) known.push(mention);
        else byEntity.set(mention.entity, [mention]);
      }
      this.mentionsIn.set(reading, byEntity);
    }
    return byEntity.get(id) ?? [];
  }

  private make(entity: number): Profile {
    const { id } = this.corpus.entities[entity]!;
    const terms: string[] = [];
    const roleWords = new Set<string>();
    for (const at of this.readings(entity)) {
      const reading = this.corpus.readings[at]!;
      const { text } = this.corpus.articles[at]!;
      const mentions = this.mentionsOf(at, id);
      for (const { start, end } of passagesWith(reading.sentences, mentions).slice(0, 12))
        terms.push(...termsOf(text.slice(start, end)));
      for (const m of mentions)
        if (m.form === 'name') for (const t of termsOf(titleBefore(text, m.start) ?? '')) roleWords.add(t);
      for (const role of reading.roles)
        if (role.entity === id) for (const t of termsOf(role.text)) roleWords.add(t);
    }
    const neighbours = neighboursOf(
      entity,
      this.readings(entity).map((at) => this.together[at]!),
      (other) => this.tellingness(other),
    );
    // its own names are what was found, not what speaks for it
    const { name, aliases } = this.corpus.entities[entity]!;
    const own = new Set(termsOf([name, ...aliases].join(' ')));
    const vector = this.space.vector(terms.filter((term) => !own.has(term)));
    // as exact as an image keeps them
    for (const [term, weight] of vector) vector.set(term, Math.fround(weight));
    return { terms: vector, neighbours, roleWords, ...namesOf(this.corpus.entities[entity]!) };
  }
}

/** The sentences that hold one of the mentions, in order. Both come in the order of the text. */
function passagesWith(sentences: readonly Span[], mentions: readonly Mention[]): Span[] {
  const found = new Set<Span>();
  let from = 0;
  for (const { start, end } of mentions) {
    while (from < sentences.length && sentences[from]!.end < end) from++;
    const sentence = sentences[from];
    if (sentence && sentence.start <= start) found.add(sentence);
  }
  return [...found];
}

/** Entities of the same readings, with how much each tells. */
export function neighboursOf(
  entity: number,
  together: readonly Iterable<number>[],
  telling: (entity: number) => number,
): Map<number, number> {
  const neighbours = new Map<number, number>();
  for (const entities of together)
    for (const other of entities) {
      if (other !== entity) neighbours.set(other, telling(other));
    }
  return neighbours;
}

/** What an entity's names tell. */
export function namesOf({
  kind,
  name,
  aliases,
}: Pick<KnownEntity, 'kind' | 'name' | 'aliases'>): Pick<
  Profile,
  'name' | 'nameWords' | 'people' | 'givenNames' | 'mononym'
> {
  const forms = [name, ...aliases];
  const long = kind === 'person' ? forms.map(parsePerson).filter(({ words }) => words.length > 1) : [];
  const lasts = new Set(long.map(({ last }) => last));
  return {
    name: fold(name),
    nameWords: new Set(wordsOf(forms.join(' '))),
    people: kind === 'person' ? long : null,
    givenNames: new Set(long.map(({ first }) => first).filter((first) => !lasts.has(first))),
    mononym: !forms.some((form) => /\p{L}[\s・]+\p{L}/u.test(form)),
  };
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** How well a longer name on a page agrees with the names that an entity has. */
export type Agreement = 'sure' | 'possible';

/**
 * How well a longer name that holds a form of the entity agrees with its own names. Sure where all its words are known, or
 * it is one of a person's names with more or fewer middle names ("W. Mark Felt"); possible where a given name is an
 * initial or another spelling ("M. Felt", "Muhammed Ali" for "Muhammad"). Null where it is another's.
 */
export function agreementOf(
  { nameWords, people }: Profile,
  longer: string,
  surface: string,
): Agreement | null {
  const words = wordsOf(longer);
  // "US$", "Google+"
  if (words.length === wordsOf(surface).length) return null;
  if (words.some((word) => word.length > 1) && words.every((word) => nameWords.has(word))) return 'sure';
  if (!people) return null;
  const name = parsePerson(longer);
  if (name.words.length < 2) return null;
  const alike = people.filter(
    (known) => namesAgree(name, known) || (name.last === known.last && sameGiven(name.first, known.first)),
  );
  if (alike.length === 0) return null;
  return alike.some(({ words: known }) => known.includes(name.first) && known.includes(name.last))
    ? 'sure'
    : 'possible';
}

/** Two spellings or a short and a long form of one given name: "Phil" and "Philip", "Muhammed" and "Muhammad". */
function sameGiven(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.startsWith(short)) return true;
  return short.length >= 6 && short[0] === long[0] && differsByOne(short, long);
}

/** Whether one letter put in, left out or put for another makes one word the other. */
function differsByOne(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return short.slice(same + (short.length === long.length ? 1 : 0)) === long.slice(same + 1);
}
