import type { Span } from './span';

/** A word, number or single mark of punctuation. `text.slice(start, end) === surface`. */
export interface Token extends Span {
  surface: string;
  kind: 'word' | 'number' | 'punctuation';
}

// Classes of a UTF-16 unit; 0 is "not looked at yet".
const BLANK = 1;
const LETTER = 2;
const DIGIT = 3;
const MARK = 4;
const SURROGATE = 5;
/** Joins what stands around it, and shows nothing: soft hyphen, zero-width joiners. */
const JOINER = 6;
const classes = new Uint8Array(65536);

function classify(unit: number): number {
  const char = String.fromCharCode(unit);
  let found = MARK;
  if (unit >= 48 && unit <= 57) found = DIGIT;
  else if (unit >= 0xd800 && unit <= 0xdfff) found = SURROGATE;
  else if (unit === 0xad || unit === 0x200c || unit === 0x200d || unit === 0x2060) found = JOINER;
  else if (/[\s\p{Cc}]/u.test(char)) found = BLANK;
  else if (/[\p{L}\p{M}]/u.test(char)) found = LETTER;
  classes[unit] = found;
  return found;
}

const APOSTROPHE = 39;
const CURLY = 0x2019;
const isHyphen = (unit: number) => unit === 45 || unit === 0x2010 || unit === 0x2011;
const isCapital = (text: string, at: number) => {
  const unit = text.charCodeAt(at);
  if (unit < 128) return unit >= 65 && unit <= 90;
  return unit !== 0 && /\p{Lu}/u.test(text.charAt(at));
};

/** Class and length of the code point at `at`: astral letters count as letters, a lone surrogate as a mark. */
function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = classes[unit]! || classify(unit);
  if (known !== SURROGATE) return known;
  return /[\p{L}\p{M}]/u.test(String.fromCodePoint(text.codePointAt(at)!)) ? LETTER : MARK;
}
const lengthAt = (text: string, at: number) => (text.codePointAt(at)! > 0xffff ? 2 : 1);

/** End of a word part (letters, marks, digits) that begins at `at`; `at` itself when none does. */
function endOfPart(text: string, at: number): number {
  let i = at;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    let kind = classes[unit]! || classify(unit);
    if (kind === SURROGATE) kind = classAt(text, i);
    if (kind === LETTER) i += unit >= 0xd800 && unit <= 0xdfff ? lengthAt(text, i) : 1;
    else if (kind === DIGIT || (kind === JOINER && i > at)) i++;
    else break;
  }
  while (i > at && classes[text.charCodeAt(i - 1)] === JOINER) i--;
  return i;
}

/** Is there a possessive mark at `at`: an apostrophe and an s, and no letter behind it? */
function isPossessive(text: string, at: number): boolean {
  const s = text.charCodeAt(at + 1);
  return (s === 115 || s === 83) && (at + 2 >= text.length || classAt(text, at + 2) !== LETTER);
}

/** End of a dotted acronym ("U.S.", "U.S", "D.C.") that begins at `at`, or `at`. */
function endOfAcronym(text: string, at: number): number {
  let i = at;
  let letters = 0;
  while (isCapital(text, i) && text.charCodeAt(i + 1) === 46) {
    letters++;
    i += 2;
  }
  if (letters > 0 && isCapital(text, i) && endOfPart(text, i) === i + 1) {
    letters++;
    i++;
  }
  return letters > 1 ? i : at;
}

/** End of a number with its separators ("54,000", "1.4"). */
function endOfNumber(text: string, at: number): number {
  let i = at;
  for (;;) {
    while (i < text.length && classAt(text, i) === DIGIT) i++;
    const unit = text.charCodeAt(i);
    if ((unit !== 44 && unit !== 46) || i + 1 >= text.length || classAt(text, i + 1) !== DIGIT) return i;
    i++;
  }
}

/** End of a word with its inner hyphens, apostrophes and ampersands ("Al-Sisi", "O'Brien", "AT&T"). */
function endOfWord(text: string, at: number): number {
  let i = endOfPart(text, at);
  let part = at;
  for (;;) {
    const unit = text.charCodeAt(i);
    let joins = false;
    if (isHyphen(unit)) {
      joins = true;
    } else if (unit === APOSTROPHE || unit === CURLY) {
      joins = !isPossessive(text, i);
    } else if (unit === 38) {
      joins = isCapital(text, i - 1) && isCapital(text, i + 1);
    }
    if (!joins) return i;
    const end = endOfPart(text, i + 1);
    if (end === i + 1) return i;
    if (isHyphen(unit) && parts(text.slice(part, i), text.slice(i + 1, end))) return i;
    part = i + 1;
    i = end;
  }
}

// Compounds whose parts are words by themselves: "Tokyo-based", "US-led", "Japan-US relations".
const TAILS = new Set(
  (
    'based born led backed made owned run style like related wide funded controlled trained educated area era ' +
    'linked aligned friendly bound held occupied supported sponsored built listed registered appointed ' +
    'only focused inspired directed produced headquartered allied critic affiliated administered'
  ).split(' '),
);
const NATIONS = new Set(
  (
    'US USA UK EU UN America Britain China Japan Korea Taiwan India Pakistan Russia Ukraine Iran Iraq Israel ' +
    'Palestine Turkey Syria Saudi France Germany Italy Spain Poland Mexico Canada Brazil Australia Vietnam ' +
    'Thailand Cambodia Indonesia Malaysia Philippines Egypt Afghanistan Georgia Armenia Azerbaijan Belarus ' +
    'American British Chinese Japanese Korean Indian Pakistani Russian Ukrainian Iranian Iraqi Israeli ' +
    'Palestinian Turkish Syrian French German Italian Spanish Polish Mexican Canadian Australian Arab ' +
    'Franco Anglo ASEAN NATO'
  ).split(' '),
);

function parts(left: string, right: string): boolean {
  if (!isCapital(left, 0)) return false;
  return TAILS.has(right) || (isCapital(right, 0) && (NATIONS.has(left) || NATIONS.has(right)));
}

/**
 * All tokens of a text in order, none overlapping; what lies between them is white space or control characters.
 * A possessive 's is a token of its own, as is each mark of punctuation (an emoji's code point too).
 * One pass, linear in the text; never throws.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    let kind = classes[unit]! || classify(unit);
    if (kind === BLANK) {
      i++;
      continue;
    }
    if (kind === SURROGATE) kind = classAt(text, i);
    const start = i;
    let is: Token['kind'] = 'punctuation';
    if (kind === DIGIT) {
      i = endOfNumber(text, i);
      is = 'number';
    } else if (kind === LETTER) {
      if (text.charCodeAt(i + 1) === 46) i = endOfAcronym(text, i);
      if (i === start) i = endOfWord(text, i);
      is = 'word';
    } else if ((unit === APOSTROPHE || unit === CURLY) && isPossessive(text, i)) {
      i += 2;
      is = 'word';
    } else {
      i += lengthAt(text, i);
    }
    tokens.push({ start, end: i, surface: text.slice(start, i), kind: is });
  }
  return tokens;
}
