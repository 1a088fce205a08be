import { BEARERS, bearersOf, type Gazetteer } from '../corpus/gazetteer';
import { commonness, termsOf } from '../corpus/terms';
import { fold } from '../text/fold';
import { BLOCK_SEPARATOR } from '../text/separator';
import type { Span } from '../text/span';
import { type Context, contextOf } from './context';
import { findOccurrences, type Overlay } from './matcher';

/** What an occurrence may mean: an entity (index in the corpus), and what the gazetteer says of the form. */
export interface Sense {
  entity: number;
  ambiguity: number;
  derived: boolean;
}

/** Bearers of one form, of which each would be this sense. */
export interface Crowd extends Omit<Sense, 'entity'> {
  /** As the gazetteer has them, in ascending order. */
  bearers: Uint32Array;
}

/** An occurrence with what may be meant by it, before the page has spoken. */
export interface Candidate extends Span {
  /** Place on the page: grows in page order. */
  position: number;
  surface: string;
  /** Folded surface. */
  key: string;
  /** One word (or one short run of ideographs or kana). */
  short: boolean;
  /** How common the one word is in lower case, 0..1. */
  common: number;
  cjk: boolean;
  /** Katakana and nothing else. */
  katakana: boolean;
  context: Context;
  senses: Sense[];
  /** Further entities that bear the form, where it has too many bearers to weigh each. */
  crowd: Crowd[];
  /** Terms in the text around it. */
  terms: string[];
}

const CJK = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u;
/** How much text around an occurrence is looked at for its subject, in UTF-16 units to each side. */
const WINDOW = 240;
/** Occurrences of one form on a page whose surroundings are looked at; more of the same tell nothing new. */
export const WINDOWS = 4;

/** A gazetteer, and perhaps one that lies over it. */
export interface Gazetteers {
  base: Gazetteer;
  overlay: Overlay | null;
}

/** The candidates of a chunk of a page's text, in order; `positionOf` tells where on the page an offset stands. */
export function candidatesOf(
  gazetteers: Gazetteers,
  text: string,
  positionOf: (offset: number) => number,
): Candidate[] {
  const windows = new Map<string, number>();
  const occurrences = findOccurrences(gazetteers.base, text, gazetteers.overlay);
  return occurrences.map(({ start, end, aliases }, i) => {
    const surface = text.slice(start, end);
    const key = fold(surface);
    const { senses, crowd } = meanings(gazetteers, aliases);
    const cjk = CJK.test(surface);
    const katakana = KATAKANA.test(surface);
    const short = cjk ? surface.length <= 2 || katakana : !/\s/.test(surface);
    const common = short && !cjk ? commonness(key) : 0;
    const seen = (windows.get(key) ?? 0) + 1;
    windows.set(key, seen);
    // a full name of one entity needs no subject to speak for it
    const unsure = seen <= WINDOWS && (short || senses.length > 1);
    return {
      start,
      end,
      position: positionOf(start),
      surface,
      key,
      short,
      common,
      cjk,
      katakana,
      context: contextOf(
        text,
        { start, end },
        { common: common > 0, between: betweenNames(text, occurrences, i) },
      ),
      senses,
      crowd,
      terms: unsure ? termsOf(blockAround(text, start, end)) : [],
    };
  });
}

/** What may be meant by aliases of one place. */
function meanings(
  { base, overlay }: Gazetteers,
  aliases: readonly number[],
): Pick<Candidate, 'senses' | 'crowd'> {
  const senses = new Map<number, Sense>();
  const crowd: Crowd[] = [];
  for (const found of aliases) {
    const isAbove = found >= base.derived.length;
    const gazetteer = isAbove ? overlay!.gazetteer : base;
    const alias = isAbove ? found - base.derived.length : found;
    const form = { ambiguity: gazetteer.ambiguity[alias]! / 255, derived: gazetteer.derived[alias] === 1 };
    const bearers = bearersOf(gazetteer, alias);
    for (const bearer of bearers.subarray(0, BEARERS)) {
      const sense = { entity: bearer >>> 1, ...form };
      senses.set(sense.entity, doubted(senses.get(sense.entity), sense));
    }
    if (bearers.length > BEARERS) crowd.push({ bearers: bearers.subarray(BEARERS), ...form });
  }
  return { senses: [...senses.values()], crowd };
}

/** Of two ways in which a form may mean an entity: as ambiguous as the more ambiguous, and seen if one was. */
const doubted = (known: Sense | undefined, sense: Sense): Sense =>
  known
    ? {
        entity: sense.entity,
        ambiguity: Math.max(known.ambiguity, sense.ambiguity),
        derived: known.derived && sense.derived,
      }
    : sense;

/** The stretch around a name of several words up to the next ones of several: in a list each is a name of its own. */
function betweenNames(text: string, occurrences: readonly Span[], at: number): Span {
  const [before, after] = hasWords(text, occurrences[at]!) ? [occurrences[at - 1], occurrences[at + 1]] : [];
  return {
    start: before && hasWords(text, before) ? before.end : 0,
    end: after && hasWords(text, after) ? after.start : text.length,
  };
}

const hasWords = (text: string, { start, end }: Span): boolean => /\S\s+\S/.test(text.slice(start, end));

/** The text around an occurrence within its block: what stands in the next one may be of anything, and may change. */
function blockAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const after = text.slice(end, end + WINDOW);
  const stop = after.indexOf(BLOCK_SEPARATOR);
  const from = before.lastIndexOf(BLOCK_SEPARATOR) + 1;
  return before.slice(from) + text.slice(start, end) + (stop < 0 ? after : after.slice(0, stop));
}

/** Whether an entity is in the crowd that bears a form; as which sense. */
export function senseInCrowd(crowd: readonly Crowd[], entity: number): Sense | null {
  let sense: Sense | undefined;
  for (const { bearers, ambiguity, derived } of crowd) {
    let [low, high] = [0, bearers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bearers[middle]! >>> 1 < entity) low = middle + 1;
      else high = middle;
    }
    if (low < bearers.length && bearers[low]! >>> 1 === entity)
      sense = doubted(sense, { entity, ambiguity, derived });
  }
  return sense ?? null;
}
