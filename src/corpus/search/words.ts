import { indexTerms } from '../passages';
import { bucketOf } from './postings';

/** So many words of a query are looked for; each is a bit of a mask. */
export const WORDS = 24;

/** A word of a query. */
export interface QueryWord {
  term: string;
  bucket: string;
  /** How many letters a misspelt word may differ in; 0: it must begin with the word. */
  forgiven: number;
}

/** The words of a query, each once, as they are looked for. */
export function wordsOf(query: string): QueryWord[] {
  return [...new Set(indexTerms(query))].slice(0, WORDS).map((term) => ({
    term,
    bucket: bucketOf(term),
    forgiven: term.length >= 5 ? Math.min(6, Math.round(term.length * 0.2)) : 0,
  }));
}

/**
 * How well a term of the index stands for a word of a query, 0 to 1: the weights of MiniSearch 7 for a prefix and for a
 * misspelt word, with the options of the index (`INDEX_OPTIONS`).
 */
export function matchWeight(term: string, { term: word, forgiven }: QueryWord): number {
  if (term === word) return 1;
  if (word.length >= 2 && term.startsWith(word))
    return (0.375 * term.length) / (term.length + 0.3 * (term.length - word.length));
  if (forgiven === 0) return 0;
  const distance = editDistance(term, word, forgiven);
  return distance > forgiven ? 0 : (0.45 * term.length) / (term.length + distance);
}

/**
 * The Levenshtein distance of two words in UTF-16 units, or more than `most` as soon as it is sure to be that (the band
 * of Ukkonen 1985).
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  let row = new Array<number>(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    row.fill(most + 1);
    row[0] = i;
    let least = from === 1 ? i : most + 1;
    for (let j = from; j <= to; j++) {
      const swap = before[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      const value = Math.min(swap, before[j]! + 1, row[j - 1]! + 1);
      row[j] = value;
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    [before, row] = [row, before];
  }
  return Math.min(before[b.length]!, most + 1);
}
