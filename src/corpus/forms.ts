import type { Kind } from '../extract/types';
import { fold } from '../text/fold';
import { commonness } from './terms';

const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md|esq)\.?$/;
const PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|al|el|bin|ibn|ben|st)$/;
const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|lord|lady|dame|president|minister|prime|premier|chancellor|senator|sen|governor|gov|rep|congressman|congresswoman|mayor|judge|justice|ambassador|secretary|general|gen|colonel|col|captain|capt|lieutenant|lt|sergeant|sgt|officer|detective|king|queen|prince|princess|pope|pm|coach|actor|actress|singer|rapper|star|quarterback|qb|director|ceo|chairman)\.?$/;

/** A person's name as its words, title and suffix taken off; folded. */
export interface PersonName {
  words: string[];
  first: string;
  /** Family name with its particles, by Western order. */
  last: string;
}

/** Parses a person's name; a single word is both `first` and `last`. */
export function parsePerson(name: string): PersonName {
  const words = fold(name)
    .replace(/'s$/, '')
    .split(/[\s,]+/)
    .filter(Boolean);
  while (words.length > 1 && TITLE.test(words[0]!)) words.shift();
  while (words.length > 1 && SUFFIX.test(words.at(-1)!)) words.pop();
  return { words, first: words[0] ?? '', last: words.at(-1) ?? '' };
}

/** Whether two names of at least two words may be one person's: no given name, initial or suffix against it. */
export function namesAgree(a: PersonName, b: PersonName): boolean {
  if (a.words.join(' ') === b.words.join(' ')) return true;
  if (a.words.length === 2 && b.words.length === 2 && a.first === b.last && a.last === b.first) return true;
  // "Mark Felt" and "W. Mark Felt", "Robert Buckley" and "Englishman Robert Buckley": one holds the other, in order
  const [short, long] = a.words.length < b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (short.length >= 2 && a.last === b.last && isSubsequence(short, long)) return true;
  if (a.last !== b.last || !givenAgree(a.first, b.first)) return false;
  const [middleA, middleB] = [a.words.slice(1, -1), b.words.slice(1, -1)];
  if (middleA.length === 0 || middleB.length === 0) return true;
  return middleA.length === middleB.length && middleA.every((word, i) => givenAgree(word, middleB[i]!));
}

function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const word of long) if (word === short[at]) at++;
  return at === short.length;
}

function givenAgree(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return /^\p{L}\.?$/u.test(short) && long.startsWith(short[0]!);
}

/** The family name as a surface, with its particles ("von der Leyen"); null where the name has one word. */
export function familyName(name: string): string | null {
  const words = name.trim().split(/\s+/);
  while (words.length > 1 && SUFFIX.test(fold(words.at(-1)!.replace(/,$/, '')))) words.pop();
  if (words.length < 2) return null;
  let at = words.length - 1;
  while (at > 1 && PARTICLE.test(fold(words[at - 1]!))) at--;
  return words.slice(at).join(' ').replace(/,$/, '');
}

/**
 * A person's form without ordinary words before and after it ("Obama Announces", "Although Gupta" in headlines and at
 * the start of sentences); null if there are none, or nothing else.
 */
export function trimOrdinary(form: string): string | null {
  const words = form.split(/\s+/);
  const ordinary = (word: string) => commonness(fold(word).replace(/[^\p{L}]/gu, '')) > 0;
  let [from, to] = [0, words.length];
  while (from < to && ordinary(words[from]!)) from++;
  while (to > from && ordinary(words[to - 1]!)) to--;
  return from < to && to - from < words.length ? words.slice(from, to).join(' ') : null;
}

const COMPANY = /[\s,]+(?:inc|corp|corporation|co|company|ltd|limited|plc|llc|ag|sa|gmbh|group)\.?$/;

/** What two names of an organisation or place have in common when they are one: no "the", no company form. */
export function nameKey(name: string): string {
  const folded = fold(name)
    .replace(/^the /, '')
    .replace(/'s$/, '')
    .replace(/[.](?=\p{L}|$)/gu, '');
  const short = folded.replace(COMPANY, '');
  return (short.length > 2 ? short : folded).replace(VARIANT, (word) => VARIANTS[word]!);
}

const VARIANTS: Record<string, string> = {
  mt: 'mount',
  ft: 'fort',
  centre: 'center',
  theatre: 'theater',
  harbour: 'harbor',
  labour: 'labor',
  defence: 'defense',
};
const VARIANT = new RegExp(`\\b(?:${Object.keys(VARIANTS).join('|')})\\b`, 'g');

const SMALL = /^(?:of|the|and|for|in|on|at|to|de|la|&)$/;

/** Initial letters of the capitalised words ("International Atomic Energy Agency" → "iaea"); "" for fewer than two. */
export function initialsOf(name: string): string {
  const words = fold(name)
    .split(/[\s-]+/)
    .filter((word) => word && !SMALL.test(word));
  return words.length < 2 ? '' : words.map((word) => word[0]).join('');
}

/** "NATO", "U.S.", "AT&T": capitals that may stand for a longer name. */
export const isAcronym = (surface: string): boolean =>
  /^(?:\p{Lu}\.?){2,6}$/u.test(surface) || /^\p{Lu}+&\p{Lu}+$/u.test(surface);

const CJK = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]/u;

/** What names nobody by itself: an initial, a title, a numeral, a day or month, "No.". */
const NO_NAME = new RegExp(
  `^(?:\\p{L}\\.?|${TITLE.source.slice(1, -1)}|[ivx]+|no\\.?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day|\\.)?|(?:jan|feb|mar|apr|june?|july?|aug|sept?|oct|nov|dec)\\.?|january|february|march|april|august|september|october|november|december)$`,
  'u',
);

/** A surface made fit to be an alias: no leading article, no possessive; null if nothing is left that may name anybody. */
export function cleanAlias(surface: string): string | null {
  const clean = surface
    .trim()
    .replace(/^(?:the|a|an)\s+/i, '')
    .replace(/['’]s?$/u, '')
    .trim();
  if (clean.length < 2 || clean.length > 120) return null;
  if (CJK.test(clean)) return clean;
  if (!/\p{Lu}/u.test(clean) || NO_NAME.test(fold(clean))) return null;
  return /^\p{L}+$/u.test(clean) && commonness(clean) > 0.62 ? null : clean;
}

/**
 * How likely a form means something other than what a corpus has by it, 0..1: one word that is also a common word, or
 * a person's one-word name, which others bear too; two ideographs; and what more than one entity of the corpus is called.
 */
export function ambiguityOf(surface: string, kind: Kind, bearers: number): number {
  const shared = bearers > 1 ? 0.3 : 0;
  if (CJK.test(surface)) return Math.min(1, shared + (surface.length <= 3 && kind === 'person' ? 0.5 : 0.1));
  const words = surface.split(/[\s-]+/);
  if (words.length > 1) {
    const plain = words.filter((word) => commonness(word) > 0 || /^\p{Ll}/u.test(word)).length;
    return Math.min(1, shared + (plain === words.length ? 0.25 : 0.05));
  }
  const common = commonness(surface.replace(/\.$/, ''));
  const base = kind === 'person' ? 0.35 : isAcronym(surface) ? (surface.length <= 2 ? 0.4 : 0.15) : 0.1;
  return Math.min(1, shared + base + 0.65 * common);
}
