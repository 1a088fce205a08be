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
  for (const word of fold(text).match(/\p{L}{3,}/gu) ?? []) {
    if ((RANK.get(word) ?? SIZE) < STOP_RANK) continue;
    terms.push(word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word);
  }
  return terms;
}

/** A sparse vector of terms with weights. */
export type TermVector = Map<string, number>;

/** Document frequencies of a collection: weights terms by tf–idf (Salton & Buckley 1988, "ltc"). */
export class TermSpace {
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

  /** The vector of length 1 of a text's terms; empty if it has none. */
  vector(terms: Iterable<string>): TermVector {
    const counts: TermVector = new Map();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    let square = 0;
    for (const [term, count] of counts) {
      const weight = (1 + Math.log(count)) * Math.max(0.01, this.idf(term));
      counts.set(term, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square);
    for (const [term, weight] of counts) counts.set(term, weight / length);
    return counts;
  }
}

/** Cosine of two vectors of length 1. */
export function cosine(a: TermVector, b: TermVector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}
