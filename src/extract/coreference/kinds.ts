import type { Document } from '../document';
import { FLAG } from '../lexicon/flags';
import type { Lexicon } from '../lexicon/lexicon';
import type { NameMention } from '../names';
import { fold } from './form';
import { genderOfTitle } from './gender';
import { classify, placeOf } from './grammar';
import { sentencesWithPronoun } from './missed';

const NOBODY =
  FLAG.organisation |
  FLAG.organisationHead |
  FLAG.placeHead |
  FLAG.demonym |
  FLAG.country |
  FLAG.region |
  FLAG.other;
const WORDS = 3;

/**
 * Names that recognition took for things though they can be somebody's and are told as somebody where "he" or "she"
 * follows: with a gendered title, a given name, or alone as the one who acts. They are people in the whole article.
 */
export function withPeopleByContext(
  doc: Document,
  names: readonly NameMention[],
  lexicon: Lexicon,
): NameMention[] {
  const spoken = sentencesWithPronoun(doc);
  if (spoken.size === 0) return [...names];
  let classes: Uint8Array | null = null;
  const people = new Set<string>();
  for (const name of names) {
    if (name.kind === 'person' || !spoken.has(doc.sentenceOf[name.firstToken]!)) continue;
    if (!canBePerson(doc, name, lexicon)) continue;
    classes ??= classify(doc, names);
    if (isToldAsPerson(doc, name, lexicon, classes)) people.add(surfaceOf(doc, name));
  }
  if (people.size === 0) return [...names];
  return names.map((name) =>
    name.kind !== 'person' && people.has(surfaceOf(doc, name)) && !isLocated(doc, name)
      ? { ...name, kind: 'person' }
      : name,
  );
}

const surfaceOf = (doc: Document, { start, end }: NameMention): string => doc.text.slice(start, end);

function canBePerson(doc: Document, { firstToken, endToken }: NameMention, lexicon: Lexicon): boolean {
  if (endToken - firstToken > WORDS) return false;
  for (let i = firstToken; i < endToken; i++) {
    const { surface, kind } = doc.tokens[i]!;
    if (kind === 'punctuation' || !/^\p{Lu}[\p{L}'’-]*\p{Ll}/u.test(surface)) return false;
    if ((lexicon.flags(surface) & NOBODY) !== 0) return false;
  }
  return (
    lexicon.phrase(doc.text.slice(doc.tokens[firstToken]!.start, doc.tokens[endToken - 1]!.end)) === null
  );
}

const LOCATIVES = new Set(['in', 'at', 'near', 'to', 'from', 'across', 'outside', 'around', 'the', 'into']);

const isLocated = (doc: Document, { firstToken }: NameMention): boolean =>
  LOCATIVES.has(fold(doc.tokens[firstToken - 1]?.surface ?? ''));

function isToldAsPerson(doc: Document, name: NameMention, lexicon: Lexicon, classes: Uint8Array): boolean {
  const { firstToken, endToken } = name;
  const word = doc.tokens[firstToken]!.surface;
  const before = fold(doc.tokens[firstToken - 1]?.surface ?? '');
  const several = endToken - firstToken > 1;
  if (before === 'the') return false;
  if (genderOfTitle(several ? fold(word) : before) !== null) return true;
  if (several) {
    const last = doc.tokens[endToken - 1]!.surface;
    if (lexicon.isCommonWord(word) || (lexicon.isCommonWord(last) && !lexicon.isSurname(last))) return false;
    if (word.length > 2 && lexicon.isGivenName(word)) return true;
  }
  if (isLocated(doc, name) || !lexicon.isSurname(word)) return false;
  const { firstToken: from, endToken: to } = doc.sentences[doc.sentenceOf[firstToken]!]!;
  const place = placeOf(classes, firstToken, endToken, from, to);
  return place === 'subject' || place === 'possessor' || place === 'object';
}
