import { BLOCK_SEPARATOR } from './separator';

/**
 * Folding one UTF-16 unit at a time, so that offsets into the text stay what they are: case, diacritics of Latin
 * letters, full-width forms and the typographic variants of apostrophe, quotation mark, hyphen and space become one.
 */

/** What a unit is to a matcher of names. */
export const UnitClass = {
  /** Punctuation and symbols: a token of its own. */
  mark: 0,
  /** White space: a run of it is one token. */
  space: 1,
  /** Letter or digit of a script that writes words apart: a run of it is one token. */
  letter: 2,
  /** Katakana: a run of it is one token. */
  katakana: 3,
  /** Han, Hiragana, Hangul, Thai…: each unit a token, since words are not written apart. */
  ideograph: 4,
  /** Invisible (soft hyphen, zero-width space, combining accent): part of whatever is around it. */
  invisible: 5,
  /** Ends a block: no name goes across. */
  barrier: 6,
} as const;

export { BLOCK_SEPARATOR };

/** The case of a unit. */
export const UnitCase = { none: 0, capital: 1, small: 2 } as const;

const CLASSES = new Uint8Array(65536);
const CASES = new Uint8Array(65536);
const FOLDED = new Uint16Array(65536);

const KATAKANA = [
  [0x30a1, 0x30fa],
  [0x30fc, 0x30ff],
  [0x31f0, 0x31ff],
  [0xff66, 0xff9f],
] as const;
const IDEOGRAPHS = [
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1100, 0x11ff],
  [0x1780, 0x17ff],
  [0x3005, 0x3007],
  [0x3041, 0x309f],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7ff],
  [0xd800, 0xdfff],
  [0xf900, 0xfaff],
] as const;
const INVISIBLE = [
  [0x00ad, 0x00ad],
  [0x0300, 0x036f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
] as const;
// Scripts with capitals or with diacritics that writers leave out.
const CASED = [
  [0x00c0, 0x02af],
  [0x0370, 0x0587],
  [0x10a0, 0x10ff],
  [0x1e00, 0x1fff],
  [0xff21, 0xff5a],
] as const;
const VARIANTS: readonly (readonly [string, string])[] = [
  ["'", '\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4`\uff07'],
  ['"', '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02'],
  ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d'],
  ['.', '\uff0e'],
  ['&', '\uff06'],
];

/**
 * Fills the tables. Every script that matches names does this when it starts, so it goes by runs of units: an expression
 * over all units at once costs a tenth of one for each.
 */
function prepare(): void {
  for (let code = 0; code < 65536; code++) FOLDED[code] = code;
  // each unit at its own index; a surrogate alone is decoded as a mark of one unit, and made an ideograph below
  const units = new TextDecoder('utf-16le').decode(FOLDED);
  const fill = (table: Uint8Array, kind: number, wanted: RegExp) => {
    for (const { 0: run, index } of units.matchAll(wanted)) table.fill(kind, index, index + run.length);
  };
  fill(CASES, UnitCase.capital, /[\p{Lu}\p{Lt}]+/gu);
  fill(CASES, UnitCase.small, /\p{Ll}+/gu);
  const fillRanges = (kind: number, ranges: readonly (readonly [number, number])[]) => {
    for (const [from, to] of ranges) CLASSES.fill(kind, from, to + 1);
  };
  fill(CLASSES, UnitClass.letter, /[\p{L}\p{N}\p{M}]+/gu);
  fillRanges(UnitClass.ideograph, IDEOGRAPHS);
  fillRanges(UnitClass.katakana, KATAKANA);
  fill(CLASSES, UnitClass.space, /[\s\0- \x7f-\xa0]+/gu);
  for (const code of [0, 0x1f]) CLASSES[code] = UnitClass.barrier;
  fillRanges(UnitClass.invisible, INVISIBLE);
  for (const [from, to] of [[0, 0x7f] as const, ...CASED])
    for (let code = from; code <= to; code++) {
      const plain = String.fromCharCode(code).normalize('NFKD').charAt(0).toLowerCase();
      // A spacing accent is decomposed into a space and the accent: it stays what it is.
      if (plain.length === 1 && CLASSES[plain.charCodeAt(0)] !== UnitClass.space)
        FOLDED[code] = plain.charCodeAt(0);
    }
  for (const [plain, variants] of VARIANTS)
    for (const variant of variants) {
      FOLDED[variant.charCodeAt(0)] = plain.charCodeAt(0);
      CLASSES[variant.charCodeAt(0)] = UnitClass.mark;
    }
  // What is plain may itself have a plainer form: U+1FEF is the grave accent, and that an apostrophe.
  for (const [from, to] of CASED)
    for (let code = from; code <= to; code++) FOLDED[code] = FOLDED[FOLDED[code]!]!;
  for (const line of ['\n', '\r', '\u2028', '\u2029', '\v', '\f'])
    CLASSES[line.charCodeAt(0)] = UnitClass.barrier;
}
prepare();

/** Class of each UTF-16 unit (`UnitClass`), indexed by the unit. */
export const UNIT_CLASSES: Uint8Array = CLASSES;

/** Case of each UTF-16 unit (`UnitCase`), indexed by the unit. */
export const UNIT_CASES: Uint8Array = CASES;

/** Folded form of each UTF-16 unit, indexed by the unit. */
export const FOLDED_UNITS: Uint16Array = FOLDED;

/** A string with every unit folded, invisible ones left out and runs of white space made one space. */
export function fold(text: string): string {
  let folded = '';
  let space = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = CLASSES[unit]!;
    if (kind === UnitClass.invisible) continue;
    if (kind === UnitClass.space || kind === UnitClass.barrier) {
      space = folded !== '';
      continue;
    }
    if (space) folded += ' ';
    space = false;
    folded += String.fromCharCode(FOLDED[unit]!);
  }
  return folded;
}
