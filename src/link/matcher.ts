import { childOf, type Gazetteer, HASH_SEED, hashUnit, spread, startOf } from '../corpus/gazetteer';
import { FOLDED_UNITS, UNIT_CASES, UNIT_CLASSES, UnitCase, UnitClass } from '../text/fold';
import type { Span } from '../text/span';

/** A place in a text where aliases of the gazetteer stand, told apart by nothing but their case. */
export interface Occurrence extends Span {
  /** Indices of the gazetteer's aliases, their case agreeing with the text; those of an overlay count on from its own. */
  aliases: number[];
}

/** A second gazetteer over one: some of the aliases below are hidden, and others are there besides. */
export interface Overlay {
  gazetteer: Gazetteer;
  /** By alias of the gazetteer below, a bit: it is no more, or the overlay has it anew. */
  hidden: Uint32Array;
}

/**
 * The longest alias at each place, left to right, none overlapping: words whole, quotes, hyphens, spaces and diacritics
 * folded. By its case a surface may stand for an alias where every word that the alias begins with a capital begins with
 * one in the text: "GLASS" may be "Glass" and "Nato" may be "NATO", but "it" is not "IT", and "Us", where the alias is
 * two or three capitals, is not "US". Nothing goes across a line break or a block separator. With an overlay the two are
 * as one. Linear in the text.
 */
export function findOccurrences(
  gazetteer: Gazetteer,
  text: string,
  overlay: Overlay | null = null,
): Occurrence[] {
  const found: Occurrence[] = [];
  const scan = new Scan(gazetteer, text, overlay?.hidden ?? null);
  const above = overlay && new Scan(overlay.gazetteer, text, null);
  const smallStarts = overlay
    ? gazetteer.smallStarts.map((bits, i) => bits | overlay.gazetteer.smallStarts[i]!)
    : gazetteer.smallStarts;
  const aliases = gazetteer.derived.length;
  const { length } = text;
  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    const kind = UNIT_CLASSES[unit]!;
    if (kind === UnitClass.space || kind === UnitClass.barrier || kind === UnitClass.invisible) {
      at++;
      continue;
    }
    const joins = kind === UnitClass.letter || kind === UnitClass.katakana;
    if (UNIT_CASES[unit] !== UnitCase.capital) {
      // most words begin small, and no alias so
      const next = joins && at + 1 < length ? text.charCodeAt(at + 1) : 0;
      const nextKind = next === 0 ? UnitClass.barrier : UNIT_CLASSES[next]!;
      const start = startOf(FOLDED_UNITS[unit]!, nextKind === kind ? FOLDED_UNITS[next]! : 0);
      if (nextKind !== UnitClass.invisible && (smallStarts[start >>> 5]! & (1 << (start & 31))) === 0) {
        at++;
        if (joins) while (at < length && UNIT_CLASSES[text.charCodeAt(at)] === kind) at++;
        // an invisible unit does not end the word
        if (!joins || at === length || UNIT_CLASSES[text.charCodeAt(at)] !== UnitClass.invisible) continue;
        at = scan.endOf(at, kind);
        continue;
      }
    }
    const own = scan.longest(at, kind);
    const occurrence = above ? longer(own, above.longest(at, kind), aliases) : own;
    if (occurrence) found.push(occurrence);
    at = occurrence ? occurrence.end : scan.first;
  }
  return found;
}

/** The longer of what two gazetteers have at a place, or both where they are as long; the second's aliases count from `offset`. */
function longer(below: Occurrence | null, above: Occurrence | null, offset: number): Occurrence | null {
  if (!above || (below && below.end > above.end)) return below;
  const aliases = above.aliases.map((alias) => alias + offset);
  return { ...above, aliases: below?.end === above.end ? [...below.aliases, ...aliases] : aliases };
}

const NONE = -1;

class Scan {
  /** End of the token read last. */
  private end = 0;
  /** End of the first token that `longest` read. */
  first = 0;
  private readonly firstMask: number;

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly text: string,
    private readonly hidden: Uint32Array | null,
  ) {
    this.firstMask = gazetteer.firsts.length * 32 - 1;
  }

  /** Where a run of units of this kind, invisible ones among them, ends that goes on at `at`. */
  endOf(at: number, kind: number): number {
    let end = at;
    while (end < this.text.length) {
      const here = UNIT_CLASSES[this.text.charCodeAt(end)];
      if (here !== kind && here !== UnitClass.invisible) break;
      end++;
    }
    return end;
  }

  /** The longest alias that begins with the token at `start`, which is of the given kind; null if none does. */
  longest(start: number, kind: number): Occurrence | null {
    const { text, gazetteer } = this;
    const hash = this.token(start, kind);
    this.first = this.end;
    const bit = hash & this.firstMask;
    if ((gazetteer.firsts[bit >>> 5]! & (1 << (bit & 31))) === 0) return null;
    let word = this.wordId(hash, start, this.end);
    let best: Occurrence | null = null;
    let spaced = 0;
    let node = 0;
    let capitals = isCapital(text, start);
    for (let tokens = 1; word >= 0; tokens++) {
      node = childOf(this.gazetteer, node, word * 2 + spaced);
      if (node < 0) break;
      const aliases = this.aliasesAt(node, start, capitals);
      if (aliases) best = { start, end: this.end, aliases };
      let at = this.end;
      let here: number = UnitClass.invisible;
      spaced = 0;
      for (; at < text.length; at++) {
        here = UNIT_CLASSES[text.charCodeAt(at)]!;
        if (here === UnitClass.space) spaced = 1;
        else if (here !== UnitClass.invisible) break;
      }
      if (at >= text.length || here === UnitClass.barrier) break;
      word = this.wordId(this.token(at, here), at, this.end);
      if (tokens < 32) capitals |= isCapital(text, at) << tokens;
    }
    return best;
  }

  /** Hash of the token of the given kind at `start`. Sets `end`. */
  private token(start: number, kind: number): number {
    const { text } = this;
    let hash = hashUnit(HASH_SEED, FOLDED_UNITS[text.charCodeAt(start)]!);
    this.end = start + 1;
    if (kind === UnitClass.letter || kind === UnitClass.katakana)
      for (let at = start + 1; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const here = UNIT_CLASSES[unit]!;
        if (here === kind) {
          hash = hashUnit(hash, FOLDED_UNITS[unit]!);
          this.end = at + 1;
        } else if (here !== UnitClass.invisible) break;
      }
    return spread(hash);
  }

  /** The word's id in the gazetteer, or NONE. */
  private wordId(hash: number, start: number, end: number): number {
    const { wordSlots } = this.gazetteer;
    const mask = wordSlots.length - 1;
    let slot = hash & mask;
    while (wordSlots[slot] !== 0) {
      const word = wordSlots[slot]! - 1;
      if (this.spells(word, start, end)) return word;
      slot = (slot + 1) & mask;
    }
    return NONE;
  }

  private spells(word: number, start: number, end: number): boolean {
    const { wordOffsets, wordUnits } = this.gazetteer;
    let at = wordOffsets[word]!;
    const stop = wordOffsets[word + 1]!;
    for (let i = start; i < end; i++) {
      const unit = this.text.charCodeAt(i);
      if (UNIT_CLASSES[unit] === UnitClass.invisible) continue;
      if (at === stop || wordUnits[at] !== FOLDED_UNITS[unit]) return false;
      at++;
    }
    return at === stop;
  }

  /** The aliases that end at a node and agree in case with `[start, this.end)`; null if there are none. */
  private aliasesAt(node: number, start: number, capitals: number): number[] | null {
    const { aliasesOf, capitals: wanted, strict } = this.gazetteer;
    const to = aliasesOf[node + 1]!;
    let agreeing: number[] | null = null;
    for (let alias = aliasesOf[node]!; alias < to; alias++) {
      if ((wanted[alias]! & ~capitals) !== 0) continue;
      if (this.hidden !== null && (this.hidden[alias >>> 5]! & (1 << (alias & 31))) !== 0) continue;
      if (strict[alias] === 1 && this.hasSmall(start, this.end)) continue;
      if (agreeing) agreeing.push(alias);
      else agreeing = [alias];
    }
    return agreeing;
  }

  private hasSmall(start: number, end: number): boolean {
    for (let at = start; at < end; at++)
      if (UNIT_CASES[this.text.charCodeAt(at)] === UnitCase.small) return true;
    return false;
  }
}

const isCapital = (text: string, at: number): number =>
  UNIT_CASES[text.charCodeAt(at)] === UnitCase.capital ? 1 : 0;
