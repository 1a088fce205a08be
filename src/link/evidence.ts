import { entitiesOfAlias, type Gazetteer } from '../corpus/gazetteer';
import { commonness, termsOf } from '../corpus/terms';
import { fold } from '../text/fold';
import { BLOCK_SEPARATOR } from '../text/separator';
import type { Span } from '../text/span';
import { type Context, contextOf } from './context';
import { findOccurrences } from './matcher';

/** What an occurrence may mean: an entity (index in the corpus), and what the gazetteer says of the form. */
export interface Sense {
  entity: number;
  ambiguity: number;
  derived: boolean;
}

/** Bearers of one form, of which each would be this sense. */
export interface Crowd extends Omit<Sense, 'entity'> {
  entities: Uint32Array;
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
  /** Further entities that bear the form, in ascending order, where it has too many bearers to weigh each. */
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
/** Of a form that more entities bear than these, only the most salient are weighed, and those that the page names in full. */
const BEARERS = 16;

/** The candidates of a chunk of a page's text, in order; `positionOf` tells where on the page an offset stands. */
export function candidatesOf(
  gazetteer: Gazetteer,
  text: string,
  positionOf: (offset: number) => number,
): Candidate[] {
  const windows = new Map<string, number>();
  const occurrences = findOccurrences(gazetteer, text);
  return occurrences.map(({ start, end, aliases }, i) => {
    const surface = text.slice(start, end);
    const key = fold(surface);
    const senses = new Map<number, Sense>();
    const crowd: Crowd[] = [];
    for (const alias of aliases) {
      const form = { ambiguity: gazetteer.ambiguity[alias]! / 255, derived: gazetteer.derived[alias] === 1 };
      const bearers = entitiesOfAlias(gazetteer, alias);
      for (const entity of bearers.subarray(0, BEARERS)) senses.set(entity, { entity, ...form });
      if (bearers.length > BEARERS) crowd.push({ entities: bearers.subarray(BEARERS), ...form });
    }
    const cjk = CJK.test(surface);
    const katakana = KATAKANA.test(surface);
    const short = cjk ? surface.length <= 2 || katakana : !/\s/.test(surface);
    const common = short && !cjk ? commonness(key) : 0;
    const seen = (windows.get(key) ?? 0) + 1;
    windows.set(key, seen);
    // a full name of one entity needs no subject to speak for it
    const unsure = seen <= WINDOWS && (short || senses.size > 1);
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
      senses: [...senses.values()],
      crowd,
      terms: unsure ? termsOf(blockAround(text, start, end)) : [],
    };
  });
}

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
  for (const { entities, ambiguity, derived } of crowd) {
    let [low, high] = [0, entities.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (entities[middle]! < entity) low = middle + 1;
      else high = middle;
    }
    if (entities[low] === entity) return { entity, ambiguity, derived };
  }
  return null;
}
