import type { Document } from '../document';
import { FLAG, PERSON_FLAGS } from '../lexicon/flags';
import { CASE, PLACE, type Words } from './words';

/** What the whole document shows about a word, wherever it stands (Chieu & Ng 2002, "global features"). */
export const EVIDENCE = {
  afterTitle: 1,
  afterGivenName: 2,
  beforePersonal: 4,
  nearSaying: 8,
  afterIn: 16,
  beforeHead: 32,
  afterThe: 64,
  lowerCase: 128,
  capitalisedInside: 256,
  possessive: 512,
  alone: 1024,
  lastOfLonger: 2048,
  acronymOfRun: 4096,
  firstOfLonger: 8192,
} as const;

const LOCATIVES = new Set(['in', 'at', 'near', 'across', 'throughout']);
const GIVEN = FLAG.male | FLAG.female;

export const isCapitalised = (sort: number): boolean =>
  sort === CASE.initial ||
  (sort >= CASE.capitals && sort <= CASE.mixed) ||
  sort === CASE.acronym ||
  sort === CASE.shouted;

/** Bits of EVIDENCE by lower-case form (`words.lowerOf`). One pass over the tokens. */
export function gatherEvidence(doc: Document, words: Words): Uint32Array {
  const evidence = new Uint32Array(words.lowerCount);
  const { tokens, sentenceOf } = doc;
  const formAt = (i: number) => words.lowerOf[words.of[i]!]!;
  for (let i = 0; i < tokens.length; i++) {
    const sort = words.caseOf[i]!;
    const form = formAt(i);
    if (!isCapitalised(sort)) {
      if (sort === CASE.lower) evidence[form]! |= EVIDENCE.lowerCase;
      continue;
    }
    if (words.place[i]! >= PLACE.titleLine) continue;
    const hasBefore = i > 0 && sentenceOf[i - 1] === sentenceOf[i];
    const hasAfter = i + 1 < tokens.length && sentenceOf[i + 1] === sentenceOf[i];
    let bits = words.place[i] === PLACE.inside ? EVIDENCE.capitalisedInside : 0;
    let longer = 0;
    if (hasBefore) {
      const before = tokens[i - 1]!.surface;
      const flags = words.flags[words.of[i - 1]!]!;
      const capital = isCapitalised(words.caseOf[i - 1]!);
      const title =
        (flags & FLAG.title) !== 0 ||
        (before === '.' && i > 1 && (words.flags[words.of[i - 2]!]! & FLAG.title) !== 0);
      if (title) bits |= EVIDENCE.afterTitle;
      if (capital && flags & GIVEN) bits |= EVIDENCE.afterGivenName;
      if (flags & FLAG.verbOfSaying) bits |= EVIDENCE.nearSaying;
      if (LOCATIVES.has(before)) bits |= EVIDENCE.afterIn;
      if (before === 'the') bits |= EVIDENCE.afterThe;
      if (capital) longer |= 1;
    }
    if (hasAfter) {
      const after = tokens[i + 1]!.surface;
      const flags = words.flags[words.of[i + 1]!]!;
      const capital = isCapitalised(words.caseOf[i + 1]!);
      if (capital && flags & PERSON_FLAGS) bits |= EVIDENCE.beforePersonal;
      if (flags & FLAG.verbOfSaying) bits |= EVIDENCE.nearSaying;
      if (capital && flags & FLAG.organisationHead) bits |= EVIDENCE.beforeHead;
      if (after === "'s" || after === '’s') bits |= EVIDENCE.possessive;
      if (capital) longer |= 2;
    }
    if (longer === 0) bits |= EVIDENCE.alone;
    if (longer === 1) bits |= EVIDENCE.lastOfLonger;
    if (longer === 2) bits |= EVIDENCE.firstOfLonger;
    if (sort === CASE.capitals && hasBefore && tokens[i - 1]!.surface === '(' && isAcronymOf(doc, i)) {
      bits |= EVIDENCE.acronymOfRun;
    }
    evidence[form]! |= bits;
  }
  return evidence;
}

/** Do the capitals of the words before the bracket spell the acronym at `at` ("World Trade Organization (WTO")? */
export function isAcronymOf({ tokens }: Document, at: number): boolean {
  const letters = tokens[at]!.surface;
  if (letters.length < 2 || letters.length > 8) return false;
  let left = letters.length;
  for (let i = at - 2; i >= 0 && i > at - 2 - 2 * letters.length - 4 && left > 0; i--) {
    const initial = tokens[i]!.surface.charAt(0);
    if (initial === letters.charAt(left - 1)) left--;
  }
  return left === 0;
}
