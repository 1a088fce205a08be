import { hashPart, hashWord } from '../../text/hash';
import { startsLetter, startsUpper } from '../../text/letters';
import type { Document } from '../document';
import { FLAG } from '../lexicon/flags';
import type { Lexicon } from '../lexicon/lexicon';

const FOREIGN = /^\p{Lo}/u;
const HAS_LOWER = /\p{Ll}/u;
const ONE_CAPITAL = /^\p{Lu}[^\p{Lu}]*$/u;

/** How a token is written. */
export const CASE = {
  lower: 0,
  initial: 1,
  capitals: 2,
  letter: 3,
  mixed: 4,
  number: 5,
  mark: 6,
  foreign: 7,
  acronym: 8,
  /** A word of a line that is all capitals: its case says nothing. */
  shouted: 9,
} as const;

/** How the line that a token stands in is written, or where in it the token stands. */
export const PLACE = { inside: 0, first: 1, titleLine: 2, capitalsLine: 3 } as const;

/** The distinct words of a document, with what each looks like; and for each token, which word it is. */
export interface Words {
  /** Index of each token's word in the arrays below. */
  of: Uint32Array;
  /** Index of the word's lower-case form among the lower-case forms. */
  lowerOf: Uint32Array;
  lowerCount: number;
  hash: Uint32Array;
  lower: Uint32Array;
  shape: Uint32Array;
  prefix: Uint32Array;
  suffix: Uint32Array;
  shortSuffix: Uint32Array;
  flags: Uint32Array;
  /** By token: one of CASE, one of PLACE. */
  caseOf: Uint8Array;
  place: Uint8Array;
}

function caseOf(surface: string): number {
  const first = surface.charCodeAt(0);
  if (first >= 48 && first <= 57) return CASE.number;
  if (first >= 97 && first <= 122) {
    for (let i = 1; i < surface.length; i++) {
      const unit = surface.charCodeAt(i);
      if (unit >= 65 && unit <= 90) return CASE.mixed;
    }
    return CASE.lower;
  }
  if (first < 128 && !(first >= 65 && first <= 90)) {
    // 's is a word by kind, and as good as a mark
    return CASE.mark;
  }
  if (!startsLetter(surface)) return CASE.mark;
  if (FOREIGN.test(surface)) return CASE.foreign;
  if (!startsUpper(surface)) return CASE.lower;
  if (surface.length === 1) return CASE.letter;
  if (surface.includes('.')) return CASE.acronym;
  if (!HAS_LOWER.test(surface)) return CASE.capitals;
  return ONE_CAPITAL.test(surface) ? CASE.initial : CASE.mixed;
}

/** "McCain-97" → "XxXx-9": each run of one sort of character as one. */
function shapeOf(surface: string): number {
  let shape = '';
  let last = '';
  for (let i = 0; i < surface.length && i < 24; i++) {
    const unit = surface.charCodeAt(i);
    let sort = surface.charAt(i);
    if (unit >= 65 && unit <= 90) sort = 'X';
    else if ((unit >= 97 && unit <= 122) || unit > 127) sort = 'x';
    else if (unit >= 48 && unit <= 57) sort = '9';
    if (sort !== last) shape += sort;
    last = sort;
  }
  return hashWord(shape);
}

/** Looks at every distinct word of the document once. */
export function describeWords(doc: Document, lexicon: Lexicon): Words {
  const { tokens } = doc;
  const known = new Map<string, number>();
  const lowers = new Map<string, number>();
  const of = new Uint32Array(tokens.length);
  const surfaces: string[] = [];
  tokens.forEach((token, i) => {
    let word = known.get(token.surface);
    if (word === undefined) {
      word = surfaces.push(token.surface) - 1;
      known.set(token.surface, word);
    }
    of[i] = word;
  });
  const count = surfaces.length;
  const array = () => new Uint32Array(count);
  const words: Words = {
    of,
    lowerOf: array(),
    lowerCount: 0,
    hash: array(),
    lower: array(),
    shape: array(),
    prefix: array(),
    suffix: array(),
    shortSuffix: array(),
    flags: array(),
    caseOf: new Uint8Array(tokens.length),
    place: new Uint8Array(tokens.length),
  };
  const cases = new Uint8Array(count);
  surfaces.forEach((surface, i) => {
    const lower = surface.toLowerCase();
    let form = lowers.get(lower);
    if (form === undefined) {
      form = lowers.size;
      lowers.set(lower, form);
    }
    words.lowerOf[i] = form;
    words.hash[i] = hashWord(surface);
    words.lower[i] = lower === surface ? words.hash[i]! : hashWord(lower);
    words.flags[i] = flagsOf(lower, words.lower[i]!, lexicon);
    words.shape[i] = shapeOf(surface);
    words.prefix[i] = hashPart(lower, 0, 3);
    words.suffix[i] = hashPart(lower, Math.max(0, lower.length - 3), lower.length);
    words.shortSuffix[i] = hashPart(lower, Math.max(0, lower.length - 2), lower.length);
    cases[i] = caseOf(surface);
  });
  words.lowerCount = lowers.size;
  for (let i = 0; i < tokens.length; i++) words.caseOf[i] = cases[of[i]!]!;
  placeTokens(doc, words);
  return words;
}

/** A word's flags; a hyphenated word that is unknown has those of its parts that tell a person's name. */
function flagsOf(lower: string, hash: number, lexicon: Lexicon): number {
  const flags = lexicon.flagsOf(hash);
  if (flags !== 0 || !lower.includes('-') || lower.length > 40) return flags;
  let parts = 0;
  for (const part of lower.split('-')) parts |= lexicon.flags(part);
  return parts & (FLAG.male | FLAG.female | FLAG.surname | FLAG.personal | FLAG.demonym);
}

function placeTokens({ tokens, sentences }: Document, { caseOf: cases, place }: Words): void {
  for (const { firstToken, endToken } of sentences) {
    let long = 0;
    let capitalised = 0;
    let shouted = 0;
    let first = -1;
    for (let i = firstToken; i < endToken; i++) {
      const sort = cases[i]!;
      if (tokens[i]!.kind === 'word' && sort !== CASE.mark) {
        if (first < 0) first = i;
        if (tokens[i]!.surface.length > 3) {
          long++;
          if (sort !== CASE.lower) capitalised++;
          if (sort === CASE.capitals) shouted++;
        }
      }
    }
    const capitals = long > 1 && shouted >= 0.7 * long;
    const title = !capitals && long > 2 && capitalised >= 0.75 * long && endToken - firstToken > 4;
    for (let i = firstToken; i < endToken; i++) {
      if (capitals) {
        place[i] = PLACE.capitalsLine;
        if (cases[i] === CASE.capitals || cases[i] === CASE.letter) cases[i] = CASE.shouted;
      } else if (title) place[i] = PLACE.titleLine;
    }
    if (first >= 0 && place[first] === PLACE.inside) place[first] = PLACE.first;
  }
}
