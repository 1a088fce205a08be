import { FIXED, termsOf } from '../terms';
import { LIMITS } from './limits';
import type { Contribution } from './types';

/** Terms of an article's subject that are kept. */
export const SUBJECT_TERMS = 64;
/** Weights are whole parts of this, so that products and their sums are exact in whatever order they are added. */
const PARTS = 1024;

/** What an article is about: its heaviest terms with weights, as a vector of length about 1; ties by the terms themselves. */
export function subjectOf(text: string): [term: string, weight: number][] {
  const heaviest = [...FIXED.vector(termsOf(text))].sort(byWeight).slice(0, SUBJECT_TERMS);
  const length = Math.sqrt(heaviest.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return heaviest.map(([term, weight]) => [term, Math.round((weight / length) * PARTS) / PARTS]);
}

const byWeight = ([a, x]: [string, number], [b, y]: [string, number]): number => y - x || (a < b ? -1 : 1);

/** A subject ready to be compared: terms as hashes in ascending order, weights in parts of 1,024. */
export interface Subject {
  terms: Int32Array;
  weights: Int32Array;
}

/** Makes a contribution's subject ready to be compared. */
export function openSubject(subject: readonly [term: string, weight: number][]): Subject {
  const sorted = subject
    .map(([term, weight]): [number, number] => [hash(term, 0), Math.round(weight * PARTS)])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return { terms: Int32Array.from(sorted, ([t]) => t), weights: Int32Array.from(sorted, ([, w]) => w) };
}

/** The terms of a name as subjects have them. */
export const termsOfName = (words: string): number[] =>
  [...new Set(termsOf(words))].map((term) => hash(term, 0));

/**
 * Cosine of two subjects, 0..1, the terms of a name left out: who shares a name has that word in common whatever else the
 * story is. All sums are exact, so that it is the same to the bit in whatever order.
 */
export function likeness(a: Subject, b: Subject, without: readonly number[] = []): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const [x, y] = [a.terms[i]!, b.terms[j]!];
    if (x === y) sum += a.weights[i++]! * b.weights[j++]!;
    else if (x < y) i++;
    else j++;
  }
  if (sum === 0) return 0;
  for (const term of without) sum -= weightIn(a, term) * weightIn(b, term);
  return sum <= 0 ? 0 : likenessOf(sum, reduced(a, without), reduced(b, without));
}

/** The square of a subject's length in parts, the terms of a name left out. */
export function reduced(subject: Subject, without: readonly number[]): number {
  let square = PARTS * PARTS;
  for (const term of without) square -= weightIn(subject, term) ** 2;
  return Math.max(1, square);
}

/** The cosine by what two subjects have in common, and the squares of their lengths. */
export const likenessOf = (sum: number, squareA: number, squareB: number): number =>
  sum <= 0 ? 0 : Math.min(1, sum / Math.sqrt(squareA * squareB));

function weightIn({ terms, weights }: Subject, term: number): number {
  const at = terms.indexOf(term);
  return at < 0 ? 0 : weights[at]!;
}

/** FNV-1a over UTF-16 units, its bits mixed at the end (Murmur 3's finaliser); a signed 32-bit number. */
export function hash(text: string, seed: number): number {
  let h = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A subject as a short string, for keeping: of each term three units of 15 bits, so that none is half of a pair. */
export function packSubject({ terms, weights }: Subject): string {
  const units = new Uint16Array(terms.length * 3);
  terms.forEach((term, i) => {
    units[3 * i] = term >>> 17;
    units[3 * i + 1] = (term >>> 2) & 0x7fff;
    units[3 * i + 2] = ((term & 3) << 11) | weights[i]!;
  });
  return String.fromCharCode(...units);
}

/** The subject of `packSubject`'s string. */
export function unpackSubject(packed: string): Subject {
  const size = packed.length / 3;
  const [terms, weights] = [new Int32Array(size), new Int32Array(size)];
  for (let i = 0; i < size; i++) {
    const last = packed.charCodeAt(3 * i + 2);
    terms[i] = (packed.charCodeAt(3 * i) << 17) | (packed.charCodeAt(3 * i + 1) << 2) | (last >> 11);
    weights[i] = last & 0x7ff;
  }
  return { terms, weights };
}

/** An article that stands for a cluster. */
export interface Standing {
  articleId: string;
  /** Its place among all articles: by a hash of its id, so that it hangs on no order and stays as others come. */
  place: number;
  subject: Subject;
}

/** The place of an article among all. */
export const placeOf = (articleId: string): number => hash(articleId, 0) >>> 0;

/** An article as it stands for the clusters that it names. */
export const standingOf = ({
  articleId,
  subject,
}: Pick<Contribution, 'articleId' | 'subject'>): Standing => ({
  articleId,
  place: placeOf(articleId),
  subject: openSubject(subject),
});

/** By place, and by id where two share one. */
export const byPlace = (a: Standing, b: Standing): number =>
  a.place - b.place || (a.articleId < b.articleId ? -1 : a.articleId > b.articleId ? 1 : 0);

/** The articles that stand for all of these: the first by place, each once (a "bottom-k sketch", Cohen 1997). */
export function representatives(all: Iterable<Standing>): Standing[] {
  const sorted = [...all].sort(byPlace);
  const first: Standing[] = [];
  for (const one of sorted) {
    if (first.length === LIMITS.representatives) break;
    if (first.at(-1)?.articleId !== one.articleId) first.push(one);
  }
  return first;
}
