import type { Article, Reading } from '../../extract/types';
import { contains } from '../../text/span';
import { indexTerms } from '../passages';

/**
 * Where the words of articles stand, packed into strings, which are stored and read many times as fast as objects.
 *
 * Sentences have numbers: 0 is the title, 1 the first; those from `TAIL` on share that one. An article's entry is a line
 * for each word, in the order of the words: the word, a tab, the numbers of the sentences that hold it, a tab, those of
 * the sentences that name somebody with it in a name, whatever form stands there, a line break. Of a segment of articles
 * the words that begin alike are one bucket: the same lines, in which each article's numbers follow its place in the
 * segment. Numbers and places are units below U+0100 that are no other's.
 */

/** How many articles a segment holds. */
export const SEGMENT = 64;
/** The number that sentences from here on share. */
export const TAIL = 159;

const PLACE = 0x80;
const NUMBER = 0x20;
/** Numbers that would be places come after them. */
const HIGH = 0x60;

const numberUnit = (number: number): string =>
  String.fromCharCode(number < HIGH ? NUMBER + number : PLACE + SEGMENT + number - HIGH);

/** The unit of a place in a segment, 0 to 63. */
export const placeUnit = (place: number): string => String.fromCharCode(PLACE + place);

/** The place that a unit is, or −1. */
export const placeOf = (unit: number): number =>
  unit >= PLACE && unit < PLACE + SEGMENT ? unit - PLACE : -1;

/** The number of a sentence that a unit, no place, is. */
export const numberOf = (unit: number): number =>
  unit < PLACE ? unit - NUMBER : unit - PLACE - SEGMENT + HIGH;

/** The number of a Reading's sentence. */
export const sentenceNumber = (index: number): number => Math.min(index + 1, TAIL);

/** What search keeps of an article while its segment is open; packed by `entryOf`. */
export function entryOf(article: Pick<Article, 'title' | 'text'>, reading: Reading): string {
  // no sentence, nothing to show
  if (reading.sentences.length === 0) return '';
  const text = new Map<string, string>();
  const names = new Map<string, string>();
  const note = (table: Map<string, string>, term: string, unit: string) => {
    const known = table.get(term) ?? '';
    if (!known.endsWith(unit)) table.set(term, known + unit);
  };
  for (const term of indexTerms(article.title ?? '')) note(text, term, numberUnit(0));
  const ofEntity = new Map(
    reading.entities.map(({ id, name, aliases }) => [
      id,
      [...new Set([name, ...aliases].flatMap(indexTerms))],
    ]),
  );
  let at = 0;
  reading.sentences.forEach((span, i) => {
    const unit = numberUnit(sentenceNumber(i));
    for (const term of indexTerms(article.text.slice(span.start, span.end))) note(text, term, unit);
    while (at < reading.mentions.length && reading.mentions[at]!.start < span.start) at++;
    for (let m = at; m < reading.mentions.length && reading.mentions[m]!.start < span.end; m++) {
      const { entity } = reading.mentions[m]!;
      if (entity === null || !contains(span, reading.mentions[m]!)) continue;
      for (const term of ofEntity.get(entity) ?? []) note(names, term, unit);
    }
  });
  const terms = [...new Set([...text.keys(), ...names.keys()])].sort();
  return terms.map((term) => `${term}\t${text.get(term) ?? ''}\t${names.get(term) ?? ''}\n`).join('');
}

const IDEOGRAPH = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const IDEOGRAPH_BUCKETS = 64;

/** The bucket that a word's lines are in: by its first two letters; by a hash of the first where each is a word's part. */
export const bucketOf = (term: string): string =>
  IDEOGRAPH.test(term) ? `漢${(term.codePointAt(0)! % IDEOGRAPH_BUCKETS).toString(36)}` : term.slice(0, 2);

/** The lines of an entry or a bucket, from a place in it on. */
export function* linesOf(packed: string, from = 0): Generator<[term: string, text: string, names: string]> {
  for (let at = from; at < packed.length; ) {
    const term = packed.indexOf('\t', at);
    const text = packed.indexOf('\t', term + 1);
    const end = packed.indexOf('\n', text + 1);
    yield [packed.slice(at, term), packed.slice(term + 1, text), packed.slice(text + 1, end)];
    at = end + 1;
  }
}

/** The lines of a full segment, by bucket, made of the entries of its articles in the order of their places. */
export function linesByBucket(entries: readonly string[]): Map<string, string> {
  const places = new Map<string, { text: string; names: string }>();
  entries.forEach((entry, place) => {
    const unit = placeUnit(place);
    for (const [term, text, names] of linesOf(entry)) {
      const known = places.get(term) ?? { text: '', names: '' };
      if (text) known.text += unit + text;
      if (names) known.names += unit + names;
      places.set(term, known);
    }
  });
  const lines = new Map<string, string>();
  for (const term of [...places.keys()].sort()) {
    const bucket = bucketOf(term);
    const { text, names } = places.get(term)!;
    lines.set(bucket, `${lines.get(bucket) ?? ''}${term}\t${text}\t${names}\n`);
  }
  return lines;
}
