import { cosine, TermSpace, type TermVector, termsOf } from '../corpus/terms';
import type { Corpus } from '../corpus/types';
import { fold } from '../text/fold';
import { titleBefore } from './context';

/** What the corpus tells of an entity that a page may agree with. */
export interface Profile {
  /** Subject of the passages that name it. */
  terms: TermVector;
  /** Entities named in the same articles, with the weight of seeing one on a page: rare ones tell more. */
  neighbours: ReadonlyMap<number, number>;
  /** Words of its roles and of the titles before its name, folded ("ambassador", "japan"). */
  roleWords: ReadonlySet<string>;
  /** The words of all its names, folded. */
  nameWords: ReadonlySet<string>;
  /** Known by single words only, as "Madonna" is. */
  mononym: boolean;
}

/** Articles that are looked at for one entity's profile, and for the document frequencies; the first and newest suffice. */
const ENOUGH = 24;
const SAMPLE = 300;

/** Profiles of a corpus's entities, each made when first asked for. */
export class Profiles {
  private readonly space = new TermSpace();
  private readonly readingsOf: number[][];
  private readonly indexOf: Map<string, number>;
  private readonly made = new Map<number, Profile>();

  constructor(private readonly corpus: Corpus) {
    this.indexOf = new Map(corpus.entities.map(({ id }, i) => [id, i]));
    this.readingsOf = corpus.entities.map(() => []);
    corpus.readings.forEach((reading, at) => {
      for (const { id } of reading.entities) this.readingsOf[this.indexOf.get(id)!]!.push(at);
    });
    const step = Math.max(1, Math.floor(corpus.articles.length / SAMPLE));
    for (let i = 0; i < corpus.articles.length; i += step) this.space.add(termsOf(corpus.articles[i]!.text));
  }

  of(entity: number): Profile {
    const known = this.made.get(entity);
    if (known) return known;
    const profile = this.make(entity);
    this.made.set(entity, profile);
    return profile;
  }

  /** Cosine of a page's words with what the corpus says around the entity, 0..1. */
  nearness(entity: number, terms: readonly string[]): number {
    return cosine(this.of(entity).terms, this.space.vector(terms));
  }

  private make(entity: number): Profile {
    const id = this.corpus.entities[entity]!.id;
    const all = this.readingsOf[entity]!;
    const readings = all.length > ENOUGH ? [...all.slice(0, ENOUGH / 2), ...all.slice(-ENOUGH / 2)] : all;
    const terms: string[] = [];
    const neighbours = new Map<number, number>();
    const roleWords = new Set<string>();
    for (const at of readings) {
      const reading = this.corpus.readings[at]!;
      const { text } = this.corpus.articles[at]!;
      const passages = reading.sentences.filter((s) =>
        reading.mentions.some((m) => m.entity === id && s.start <= m.start && m.end <= s.end),
      );
      for (const { start, end } of passages.slice(0, 12)) terms.push(...termsOf(text.slice(start, end)));
      for (const other of reading.entities) {
        const index = this.indexOf.get(other.id)!;
        if (index !== entity) neighbours.set(index, 1 / (1 + Math.log2(this.readingsOf[index]!.length)));
      }
      for (const m of reading.mentions)
        if (m.entity === id && m.form === 'name')
          for (const t of termsOf(titleBefore(text, m.start) ?? '')) roleWords.add(t);
      for (const role of reading.roles)
        if (role.entity === id) for (const t of termsOf(role.text)) roleWords.add(t);
    }
    // its own names are what was found, not what speaks for it
    const { name, aliases } = this.corpus.entities[entity]!;
    const own = new Set(termsOf([name, ...aliases].join(' ')));
    const around = terms.filter((term) => !own.has(term));
    const nameWords = new Set(fold([name, ...aliases].join(' ')).match(/[\p{L}\p{N}]+/gu));
    const mononym = ![name, ...aliases].some((form) => /\p{L}[\s・]+\p{L}/u.test(form));
    return { terms: this.space.vector(around), neighbours, roleWords, nameWords, mononym };
  }
}

/**
 * Whether a longer name that holds a form of the entity may be one of its own names: each further word is in one of
 * them, or is an initial, a short or a variant form of such a word ("W." and "William", "Phil" and "Philip").
 */
export function mayExtend({ nameWords }: Profile, words: readonly string[]): boolean {
  const telling = words.some((word) => word.length > 1) ? words.filter((word) => word.length > 1) : words;
  return (
    telling.length > 0 && telling.every((word) => [...nameWords].some((known) => sameGiven(word, known)))
  );
}

function sameGiven(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === 1 || short.length >= 3) if (long.startsWith(short)) return true;
  return short.length >= 5 && long.startsWith(short.slice(0, 4)) && long.length - short.length <= 2;
}
