import { fold } from '../text/fold';
import { COMMON_WORDS } from './common-words';

const RANK = new Map(COMMON_WORDS.split(' ').map((word, i) => [word, i]));
const SIZE = RANK.size;
/** Words so frequent that they tell nothing about a text's subject. */
const STOP_RANK = 400;

/**
 * How common a word is in lower case, 0 (not among the most frequent 7,000) to 1 (the most frequent), linear in the
 * logarithm of its rank: after Zipf, in the logarithm of its frequency.
 */
export function commonness(word: string): number {
  const rank = RANK.get(word.toLowerCase());
  return rank === undefined ? 0 : 0.15 + 0.85 * (1 - Math.log(rank + 1) / Math.log(SIZE + 1));
}

/** The words of a text that may tell its subject, folded, a plural's or verb's "s" off; stop words and numbers left out. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const word of fold(text).match(/\p{L}{3,}/gu) ?? [])
    if ((RANK.get(word) ?? SIZE) >= STOP_RANK) terms.push(termOf(word));
  return terms;
}

const termOf = (word: string): string =>
  word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

/** A sparse vector of terms with weights. */
export type TermVector = Map<string, number>;

/** What terms are weighted by. */
export interface Weighting {
  /** The inverse document frequency of a term: how much it tells, above 0. */
  idf(term: string): number;
  /** The vector of length 1 of a text's terms; empty if it has none. */
  vector(terms: Iterable<string>): TermVector;
}

/** Document frequencies of a collection: weights terms by tf–idf (Salton & Buckley 1988, "ltc"). */
export class TermSpace implements Weighting {
  /** In how many documents each term is, and how many there are; as another space told them. */
  constructor(
    readonly frequency = new Map<string, number>(),
    public documents = 0,
  ) {}

  add(terms: Iterable<string>): void {
    this.documents++;
    for (const term of new Set(terms)) this.frequency.set(term, (this.frequency.get(term) ?? 0) + 1);
  }

  idf(term: string): number {
    return Math.log((this.documents + 1) / ((this.frequency.get(term) ?? 0) + 0.5));
  }

  vector(terms: Iterable<string>): TermVector {
    return weighted(terms, (term) => this.idf(term));
  }
}

/** Inverse document frequency of what is no common word, and of the most common ones that are terms. */
const RAREST = 6;
const COMMONEST = 1;

/** By term that is a common word, its inverse document frequency. */
const COMMON = new Map<string, number>();
for (const [word, rank] of RANK) {
  const idf = COMMONEST + 1.2 * Math.log(Math.max(rank, STOP_RANK) / STOP_RANK);
  // of a word and its plural, the commoner one tells
  if (!COMMON.has(termOf(word))) COMMON.set(termOf(word), Math.min(idf, RAREST));
}

/**
 * Document frequencies that hang on no collection, so that a text's vector is its own: by rank among the most frequent
 * words, linear in its logarithm (after Zipf, in that of the frequency); every other word is taken for a rare one. On
 * ECB+ it joins and links as well as the frequencies of the collection itself.
 */
export const FIXED: Weighting = {
  idf: (term) => COMMON.get(term) ?? RAREST,
  vector: (terms) => weighted(terms, FIXED.idf),
};

/** The vector of length 1 of a text's terms: tf–idf with logarithmic counts. */
function weighted(terms: Iterable<string>, idf: (term: string) => number): TermVector {
  const counts: TermVector = new Map();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const [term, count] of counts) counts.set(term, (1 + Math.log(count)) * Math.max(0.01, idf(term)));
  return toLengthOne(counts);
}

function toLengthOne(vector: TermVector): TermVector {
  let square = 0;
  for (const weight of vector.values()) square += weight * weight;
  const length = Math.sqrt(square);
  for (const [term, weight] of vector) vector.set(term, weight / length);
  return vector;
}

/** Cosine of two vectors of length 1. */
export function cosine(a: TermVector, b: TermVector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}
