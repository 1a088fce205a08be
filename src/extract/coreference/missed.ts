import type { Document } from '../document';
import { FLAG } from '../lexicon/flags';
import type { Lexicon } from '../lexicon/lexicon';
import type { NameMention } from '../names';
import { roleHead } from '../roles/heads';
import { fold } from './form';
import { classify, placeOf, WORD } from './grammar';
import { isTitleWord } from './titles';

const CAPITAL_WORD = /^\p{Lu}[\p{L}'’-]*\p{Ll}/u;
const LETTER_OR_COMMA = /[\p{L},]/u;

/** Sentences on within which "he" or "she" must be said for a capital word to be taken for somebody. */
const NEAR = 1;
const WORDS = 3;
const THING =
  FLAG.organisation |
  FLAG.organisationHead |
  FLAG.placeHead |
  FLAG.demonym |
  FLAG.country |
  FLAG.city |
  FLAG.region |
  FLAG.other |
  FLAG.title;

/**
 * People that name recognition left out: capital words, unknown as anything else, that act or are acted on in a
 * sentence and are soon followed by a "he" or "she". Names and these, in the order of the text.
 */
export function withMissedPeople(
  doc: Document,
  names: readonly NameMention[],
  lexicon: Lexicon,
): NameMention[] {
  const spoken = sentencesWithPronoun(doc);
  if (spoken.size === 0) return [...names];
  const classes = classify(doc, names);
  const found: NameMention[] = [];
  for (let i = 0; i < doc.tokens.length; i++) {
    if (!isOpen(doc, classes, lexicon, i)) continue;
    let end = i + 1;
    while (
      end < doc.tokens.length &&
      end - i < WORDS + 1 &&
      isCapital(doc, classes, end) &&
      doc.sentenceOf[end] === doc.sentenceOf[i]
    )
      end++;
    const name = candidate(doc, classes, lexicon, spoken, i, end);
    if (name) found.push(name);
    i = end - 1;
  }
  return found.length ? [...names, ...found].sort((a, b) => a.start - b.start) : [...names];
}

export function sentencesWithPronoun(doc: Document): Set<number> {
  const spoken = new Set<number>();
  doc.tokens.forEach(({ surface }, i) => {
    if (surface.length > 3 || !/^(?:he|him|his|she|her)$/i.test(surface)) return;
    const sentence = doc.sentenceOf[i]!;
    for (let s = sentence - NEAR; s <= sentence; s++) spoken.add(s);
  });
  return spoken;
}

const isCapital = (doc: Document, classes: Uint8Array, i: number): boolean =>
  classes[i] === WORD.other &&
  CAPITAL_WORD.test(doc.tokens[i]!.surface) &&
  !/['’](?:d|ll|m|re|s|t|ve)$/i.test(doc.tokens[i]!.surface);

function isOpen(doc: Document, classes: Uint8Array, lexicon: Lexicon, i: number): boolean {
  if (!isCapital(doc, classes, i)) return false;
  const word = doc.tokens[i]!.surface;
  if (word.length < 3 || isTitleWord(fold(word)) || roleHead(fold(word))) return false;
  const opens =
    i === 0 ||
    doc.sentenceOf[i] !== doc.sentenceOf[i - 1] ||
    !LETTER_OR_COMMA.test(doc.tokens[i - 1]!.surface);
  if (opens && lexicon.frequency(word) > 0 && !lexicon.isGivenName(word) && !lexicon.isSurname(word))
    return false;
  return !lexicon.isCommonWord(word) && (lexicon.flags(word) & THING) === 0;
}

function candidate(
  doc: Document,
  classes: Uint8Array,
  lexicon: Lexicon,
  spoken: ReadonlySet<number>,
  first: number,
  end: number,
): NameMention | null {
  const sentence = doc.sentenceOf[first]!;
  if (!spoken.has(sentence) || end - first > WORDS) return null;
  const { firstToken: from, endToken: to } = doc.sentences[sentence]!;
  const isArticle = classes[first - 1] === WORD.determiner && doc.tokens[first - 1]!.kind === 'word';
  if (classes[first - 1] === WORD.name || classes[end] === WORD.name || isArticle) return null;
  for (let i = first; i < end; i++) if (lexicon.isCommonWord(doc.tokens[i]!.surface)) return null;
  const place = placeOf(classes, first, end, from, to);
  const before = fold(doc.tokens[first - 1]?.surface ?? '');
  const known =
    lexicon.isGivenName(doc.tokens[first]!.surface) || lexicon.isSurname(doc.tokens[end - 1]!.surface);
  const attribute = classes[end] === WORD.other && doc.sentenceOf[end] === sentence; // "Southern voters"
  const acts = place === 'subject' || place === 'possessor' || (place === 'object' && !attribute);
  const withSomebody = place === 'oblique' && known && (before === 'with' || before === 'by');
  if (!acts && !withSomebody) return null;
  return {
    start: doc.tokens[first]!.start,
    end: doc.tokens[end - 1]!.end,
    kind: 'person',
    firstToken: first,
    endToken: end,
  };
}
