import { INDEX_OPTIONS } from '../passages';
import { linesOf } from './postings';
import { Best, type Ranked, Sheet } from './sheet';
import { matchWeight, type QueryWord } from './words';

/** A word of a segment that stands for a word of the query. */
interface Match {
  term: string;
  text: string;
  names: string;
}

/** A word of the query, and of the terms met so far how well they stand for it and how often they are there. */
interface Known {
  word: QueryWord;
  /** Its own in masks. */
  bit: number;
  weights: Map<string, number>;
  frequency: Map<string, number>;
}

/** A segment's lines for a query, by bucket. */
export interface Lines {
  segment: number;
  /** The packed lines of a bucket, perhaps among those of others; '' where the segment has none. */
  of(bucket: string): string;
}

export interface Ranking {
  /** The best, the best first. */
  articles: Ranked[];
  /** Whether each has a sentence that holds every word, its title and the names it names counted in; if not, none has. */
  every: boolean;
  /** Words of the query that nothing stands for. */
  missing: string[];
}

const NAMES = INDEX_OPTIONS.searchOptions!.boost!.names ?? 1;

/**
 * Ranks articles for a query, those with a sentence that holds every word of it; only if there is none, those with any
 * word. Gives the best of them, `most` at most; among equals the segment that comes first. An article is
 * as good as its best sentence: the sum over the words in it of how well they match, with the idf of BM25 (Robertson &
 * Spärck Jones) over all sentences and the boosts of the index; a little more for every doubling of the sentences found.
 * @param sentences how many there are in the library
 * @param isGone whether the article of a place is no more
 */
export function rankArticles(
  words: readonly QueryWord[],
  segments: readonly Lines[],
  sentences: number,
  isGone: (segment: number, place: number) => boolean,
  most: number,
): Ranking {
  const known = words.map(
    (word, i): Known => ({ word, bit: 2 ** i, weights: new Map(), frequency: new Map() }),
  );
  const found = segments.map((lines) => new Map(known.map((of) => [of, matchesIn(lines, of)])));
  // the rarest word first: of the others only what stands in the same articles needs to be looked at
  const order = [...known].sort((a, b) => inAll(a) - inAll(b));
  const sheet = new Sheet(2 ** words.length - 1);
  const ranked = (every: boolean): Ranked[] => {
    const best = new Best(most);
    segments.forEach(({ segment }, i) => {
      const matches = found[i]!;
      if (every && known.some((of) => matches.get(of)!.length === 0)) return;
      let before = 0;
      for (const of of order) {
        for (const { term, text, names } of matches.get(of)!) {
          const n = Math.min(of.frequency.get(term)!, sentences);
          const score = of.weights.get(term)! * Math.log(1 + (sentences - n + 0.5) / (n + 0.5));
          sheet.note(text, of.bit, score, before);
          sheet.note(names, of.bit, score * NAMES, before);
        }
        if (every) before |= of.bit;
      }
      sheet.rank(segment, every, best, (place) => isGone(segment, place));
    });
    return best.list();
  };
  const every = ranked(true);
  return {
    articles: every.length > 0 || words.length < 2 ? every : ranked(false),
    every: every.length > 0,
    missing: known.filter(({ frequency }) => frequency.size === 0).map(({ word }) => word.term),
  };
}

const inAll = ({ frequency }: Known): number => [...frequency.values()].reduce((sum, n) => sum + n, 0);

function matchesIn(lines: Lines, of: Known): Match[] {
  const { word, weights, frequency } = of;
  const packed = lines.of(word.bucket);
  // the lines are in order: those that begin alike stand together
  const begin = word.forgiven > 0 ? word.bucket : word.term;
  const from = firstBegin(packed, begin);
  if (from === -1) return [];
  const matches: Match[] = [];
  for (const [term, text, names] of linesOf(packed, from)) {
    if (!term.startsWith(begin)) break;
    const weight = weights.get(term) ?? matchWeight(term, word);
    weights.set(term, weight);
    if (weight === 0) continue;
    matches.push({ term, text, names });
    frequency.set(term, (frequency.get(term) ?? 0) + Math.max(text.length, names.length));
  }
  return matches;
}

/** Where the first line stands whose word begins with a term, or −1. */
function firstBegin(packed: string, term: string): number {
  if (packed.startsWith(term)) return 0;
  const at = packed.indexOf(`\n${term}`);
  return at === -1 ? -1 : at + 1;
}
