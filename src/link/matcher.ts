import { type Gazetteer, HASH_SEED, hashEdge, hashUnit, spread, surfaceOfAlias } from '../corpus/gazetteer';
import { FOLDED_UNITS, UNIT_CLASSES, UnitClass } from '../text/fold';
import type { Span } from '../text/span';

/** A place in a text where aliases of the gazetteer stand, told apart by nothing but their case. */
export interface Occurrence extends Span {
  /** Indices of the gazetteer's aliases, their case agreeing with the text. */
  aliases: number[];
}

/**
 * The longest alias at each place, left to right, none overlapping: words whole, case as `caseAgrees` has it, quotes,
 * hyphens, spaces and diacritics folded. Nothing goes across a line break or a block separator. Linear in the text.
 */
export function findOccurrences(gazetteer: Gazetteer, text: string): Occurrence[] {
  const found: Occurrence[] = [];
  const scan = new Scan(gazetteer, text);
  let at = 0;
  while (at < text.length) {
    const kind = UNIT_CLASSES[text.charCodeAt(at)]!;
    if (kind === UnitClass.space || kind === UnitClass.barrier || kind === UnitClass.invisible) {
      at++;
      continue;
    }
    const first = scan.token(at);
    const next = scan.end;
    if (first >= 0) {
      const occurrence = scan.longest(at, first);
      if (occurrence) {
        found.push(occurrence);
        at = occurrence.end;
        continue;
      }
    }
    at = next;
  }
  return found;
}

const NONE = -1;

class Scan {
  /** End of the token read last. */
  end = 0;

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly text: string,
  ) {}

  /** Reads the token at `start`; the word's id in the gazetteer, or NONE. Sets `end`. */
  token(start: number): number {
    const { text } = this;
    const kind = UNIT_CLASSES[text.charCodeAt(start)]!;
    let hash = HASH_SEED;
    let end = start;
    if (kind === UnitClass.letter || kind === UnitClass.katakana) {
      for (let at = start; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const here = UNIT_CLASSES[unit]!;
        if (here === kind) {
          hash = hashUnit(hash, FOLDED_UNITS[unit]!);
          end = at + 1;
        } else if (here !== UnitClass.invisible) break;
      }
    } else if (kind === UnitClass.space) {
      hash = hashUnit(hash, 0x20);
      while (end < text.length && isBlank(UNIT_CLASSES[text.charCodeAt(end)]!)) end++;
    } else {
      hash = hashUnit(hash, FOLDED_UNITS[text.charCodeAt(start)]!);
      end = start + 1;
    }
    this.end = end;
    return this.wordId(hash, start, end, kind);
  }

  private wordId(hash: number, start: number, end: number, kind: number): number {
    const { wordSlots } = this.gazetteer;
    const mask = wordSlots.length - 1;
    let slot = spread(hash) & mask;
    while (wordSlots[slot] !== 0) {
      const word = wordSlots[slot]! - 1;
      if (this.spells(word, start, end, kind)) return word;
      slot = (slot + 1) & mask;
    }
    return NONE;
  }

  private spells(word: number, start: number, end: number, kind: number): boolean {
    const { wordOffsets, wordUnits } = this.gazetteer;
    let at = wordOffsets[word]!;
    const stop = wordOffsets[word + 1]!;
    if (kind === UnitClass.space) return stop === at + 1 && wordUnits[at] === 0x20;
    for (let i = start; i < end; i++) {
      const unit = this.text.charCodeAt(i);
      if (UNIT_CLASSES[unit] === UnitClass.invisible) continue;
      if (at === stop || wordUnits[at] !== FOLDED_UNITS[unit]) return false;
      at++;
    }
    return at === stop;
  }

  /** The longest alias that begins with the token `[start, this.end)` of the given word. */
  longest(start: number, first: number): Occurrence | null {
    const { text, gazetteer } = this;
    let best: Occurrence | null = null;
    let word = first;
    let node = 0;
    while (word >= 0) {
      node = this.child(node, word);
      if (node < 0) break;
      const aliases = this.aliasesAt(node, start, this.end);
      if (aliases.length > 0) best = { start, end: this.end, aliases };
      let at = this.end;
      while (at < text.length && UNIT_CLASSES[text.charCodeAt(at)] === UnitClass.invisible) at++;
      if (at >= text.length || UNIT_CLASSES[text.charCodeAt(at)] === UnitClass.barrier) break;
      if (gazetteer.edges.length === 0) break;
      word = this.token(at);
    }
    return best;
  }

  private child(node: number, word: number): number {
    const { edges } = this.gazetteer;
    const mask = edges.length / 3 - 1;
    let slot = hashEdge(node, word) & mask;
    while (edges[slot * 3] !== 0) {
      if (edges[slot * 3] === node + 1 && edges[slot * 3 + 1] === word) return edges[slot * 3 + 2]!;
      slot = (slot + 1) & mask;
    }
    return NONE;
  }

  private aliasesAt(node: number, start: number, end: number): number[] {
    const { aliasesOf } = this.gazetteer;
    const from = aliasesOf[node]!;
    const to = aliasesOf[node + 1]!;
    if (from === to) return [];
    const surface = this.text.slice(start, end);
    const agreeing: number[] = [];
    for (let alias = from; alias < to; alias++)
      if (caseAgrees(surfaceOfAlias(this.gazetteer, alias), surface)) agreeing.push(alias);
    return agreeing;
  }
}

const isBlank = (kind: number) => kind === UnitClass.space || kind === UnitClass.invisible;

const CAPITALS = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;

/**
 * Whether a text's surface may stand for an alias by its case: every word that the alias begins with a capital begins
 * with one in the text; "GLASS" may be "Glass" and "Nato" may be "NATO", but "Us" is not "US" and "it" is not "IT".
 */
export function caseAgrees(alias: string, surface: string): boolean {
  if (alias === surface) return true;
  const given = initials(surface);
  const wanted = initials(alias);
  if (wanted.length !== given.length) return false;
  for (let i = 0; i < wanted.length; i++) if (isCapital(wanted[i]!) && !isCapital(given[i]!)) return false;
  if (CAPITALS.test(surface)) return true;
  const letters = alias.replace(/[^\p{L}]/gu, '');
  return !CAPITALS.test(alias) || letters.length < 2 ? true : letters.length >= 4 || !/\p{Ll}/u.test(surface);
}

const initials = (text: string): string[] =>
  text.match(/(?<![\p{L}\p{M}\p{N}\u00ad\u200b-\u200f])[\p{L}\p{N}]/gu) ?? [];
const isCapital = (letter: string) => letter !== letter.toLowerCase();
