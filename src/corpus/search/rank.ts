import { INDEX_OPTIONS } from '../passages';
import { linesOf, numberOf, placeOf, SEGMENT, TAIL } from './postings';
import { matchWeight, type QueryWord } from './words';

/** A word of one segment that stands for a word of the query. */
interface Match {
  of: Known;
  /** The query word's bit. */
  bit: number;
  term: string;
  text: string;
  names: string;
}

/** A word of the query, and of the terms met so far how well they stand for it and how often they are there. */
interface Known {
  word: QueryWord;
  weights: Map<string, number>;
  frequency: Map<string, number>;
}

/** A segment's lines for a query: packed rows or entries, by bucket. */
export interface Lines {
  segment: number;
  /** The packed lines of a bucket, and where they begin; undefined where the segment has none. */
  of(bucket: string): { packed: string; from: number } | undefined;
}

/** An article that a query finds: its place, how well, and the numbers of the sentences that hold the words, the best first. */
export interface Ranked {
  segment: number;
  place: number;
  score: number;
  sentences: number[];
}

export interface Ranking {
  /** Articles with a sentence that holds every word of the query, its title and the names it names counted in. */
  every: Ranked[];
  /** Articles with any of the words. */
  any: Ranked[];
  /** Words of the query that nothing stands for. */
  missing: string[];
}

const { names: NAMES = 1, title: TITLE = 1 } = INDEX_OPTIONS.searchOptions!.boost!;
const STRIDE = TAIL + 1;

/**
 * Ranks articles for a query, the best of them `most` at most; among equals the segment that comes first. An article is
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
  const known = words.map((word): Known => ({ word, weights: new Map(), frequency: new Map() }));
  const matches = segments.map((lines) => known.flatMap((it, i) => matchesIn(lines, it, 2 ** i)));
  const every = new Best(most);
  const any = new Best(most);
  const whole = 2 ** words.length - 1;
  const sheet = new Sheet();
  segments.forEach(({ segment }, i) => {
    for (const { of, bit, term, text, names } of matches[i]!) {
      const n = Math.min(of.frequency.get(term)!, sentences);
      const score = of.weights.get(term)! * Math.log(1 + (sentences - n + 0.5) / (n + 0.5));
      sheet.note(text, bit, score);
      sheet.note(names, bit, score * NAMES);
    }
    sheet.rank(segment, whole, every, any, (place) => isGone(segment, place));
  });
  const missing = known.filter(({ frequency }) => frequency.size === 0).map(({ word }) => word.term);
  return { every: every.list(), any: any.list(), missing };
}

function matchesIn(lines: Lines, of: Known, bit: number): Match[] {
  const { word, weights, frequency } = of;
  const row = lines.of(word.bucket);
  if (!row) return [];
  // the lines are in order: those that begin alike stand together
  const begin = word.forgiven > 0 ? word.bucket : word.term;
  const from = firstBegin(row.packed, row.from, begin);
  if (from === -1) return [];
  const matches: Match[] = [];
  for (const [term, text, names] of linesOf(row.packed, from)) {
    if (!term.startsWith(begin)) break;
    const weight = weights.get(term) ?? matchWeight(term, word);
    weights.set(term, weight);
    if (weight === 0) continue;
    matches.push({ of, bit, term, text, names });
    frequency.set(term, (frequency.get(term) ?? 0) + Math.max(text.length, names.length));
  }
  return matches;
}

/** Where the first line stands whose word begins with a term, or −1. */
function firstBegin(packed: string, from: number, term: string): number {
  if (packed.startsWith(term, from)) return from;
  const at = packed.indexOf(`\n${term}`, Math.max(0, from - 1));
  return at === -1 ? -1 : at + 1;
}

/** What the sentences of one segment hold of a query; used for one segment after the other. */
class Sheet {
  private readonly masks = new Uint32Array(SEGMENT * STRIDE);
  private readonly scores = new Float64Array(SEGMENT * STRIDE);
  /** By place one more than the highest number noted. */
  private readonly ends = new Uint16Array(SEGMENT);

  /** Adds a score to the sentences of a packed list. */
  note(list: string, bit: number, score: number): void {
    const { masks, scores, ends } = this;
    let place = 0;
    for (let i = 0; i < list.length; i++) {
      const unit = list.charCodeAt(i);
      const next = placeOf(unit);
      if (next >= 0) {
        place = next;
        continue;
      }
      const number = numberOf(unit);
      const at = place * STRIDE + number;
      masks[at]! |= bit;
      scores[at]! += number === 0 ? score * TITLE : score;
      if (ends[place]! <= number) ends[place] = number + 1;
    }
  }

  /** Brings each article that was noted to where it belongs, but for those that are gone; then the sheet is blank. */
  rank(segment: number, whole: number, every: Best, any: Best, isGone: (place: number) => boolean): void {
    const { masks, scores, ends } = this;
    for (let place = 0; place < SEGMENT; place++) {
      if (ends[place] === 0) continue;
      const title = place * STRIDE;
      const end = title + ends[place]!;
      if (!isGone(place)) {
        const ofTitle = masks[title]!;
        let full = ofTitle === whole;
        for (let at = title + 1; at < end && !full; at++) full = (masks[at]! | ofTitle) === whole;
        const holds = (at: number) => masks[at] !== 0 && (!full || (masks[at]! | ofTitle) === whole);
        let best = 0;
        let found = 0;
        for (let at = title + 1; at < end; at++) {
          if (!holds(at)) continue;
          found++;
          if (scores[at]! > best) best = scores[at]!;
        }
        const score = (best + scores[title]!) * (1 + 0.05 * Math.log2(1 + found));
        (full ? every : any).take(score, () => {
          const sentences: number[] = [];
          for (let at = title + 1; at < end; at++) if (holds(at)) sentences.push(at - title);
          sentences.sort((a, b) => scores[title + b]! - scores[title + a]! || a - b);
          return { segment, place, score, sentences };
        });
      }
      masks.fill(0, title, end);
      scores.fill(0, title, end);
      ends[place] = 0;
    }
  }
}

/** The best so many of a row of things; of equals the first. */
class Best {
  private kept: Ranked[] = [];
  private bar = 0;

  constructor(private readonly most: number) {}

  /** Takes a thing that may be one of the best; only then it is made. */
  take(score: number, make: () => Ranked): void {
    if (score <= this.bar) return;
    this.kept.push(make());
    if (this.kept.length >= 4 * this.most) {
      this.kept = this.list();
      this.bar = this.kept.at(-1)!.score;
    }
  }

  list(): Ranked[] {
    return [...this.kept].sort((a, b) => b.score - a.score).slice(0, this.most);
  }
}
