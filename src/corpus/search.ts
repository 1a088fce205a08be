import type { Options } from 'minisearch';
import type { Span } from '../text/span';

/** A document of the search index: one sentence of the prose. */
export interface Passage {
  /** `${articleId}:${start}:${end}`, the sentence's span in its article. */
  id: string;
  text: string;
  /** Names of the entities that the sentence mentions, by pronoun or short form too. */
  names: string;
}

/** A search term where it stands in a text. */
export interface Term extends Span {
  term: string;
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/**
 * The search terms of a text with their spans: words in lower case, and in scripts without spaces between words each
 * pair of neighbouring characters (bigram indexing, as in Lucene's CJK analyser).
 */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!UNSPACED.test(word) || word.length < 3) {
      terms.push({ term: fold(word), start: index, end: index + word.length });
      continue;
    }
    for (let i = 0; i + 2 <= word.length; i++) {
      terms.push({ term: fold(word.slice(i, i + 2)), start: index + i, end: index + i + 2 });
    }
  }
  return terms;
}

const fold = (word: string): string => word.normalize('NFKC').toLowerCase();

/** How the index is built and must be loaded: the same options on both sides. */
export const SEARCH_OPTIONS: Options<Passage> = {
  fields: ['text', 'names'],
  tokenize: (text) => termsOf(text).map(({ term }) => term),
  processTerm: (term) => term,
  searchOptions: { boost: { text: 2 }, prefix: true, fuzzy: (term) => (term.length > 4 ? 0.2 : false) },
};
