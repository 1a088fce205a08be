import type { JoinedEntity } from '../join/types';
import { indexTerms } from '../passages';

/** Weights are sorted into so many tiers, each of up to four times the weight of the one before. */
const TIERS = 8;

const tierOf = (weight: number): number =>
  Math.max(0, Math.min(TIERS - 1, Math.floor(Math.log2(Math.max(weight, 1e-9)) / 2) + 2));

/** The words of a name or a query as they are compared. */
export const phraseOf = (text: string): string => indexTerms(text).join(' ');

/**
 * The words of an entity's names, each behind a figure for how much of the library is about it: so of the many entities
 * that a word begins, those most in the news are found without reading the others.
 */
export function nameWords({
  name,
  aliases,
  weight,
}: Pick<JoinedEntity, 'name' | 'aliases' | 'weight'>): string[] {
  const tier = tierOf(weight);
  return [...new Set([name, ...aliases].flatMap(indexTerms))].map((word) => `${tier}${word}`);
}

/** A stretch of the words of `nameWords`, both ends in it. */
export interface WordRange {
  from: string;
  to: string;
  /** So many entities of it are enough. */
  most: number;
}

/** Where the words stand of the entities that a phrase may name, the weightiest first; in each range exact words come before begun ones. */
export function nameRanges(phrase: string): WordRange[] {
  const words = phrase.split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const tiers = Array.from({ length: TIERS }, (_, i) => TIERS - 1 - i);
  // the last word may be only begun, the others stand whole in a name; the longest is in the fewest
  const whole = words.slice(0, -1).reduce((long, word) => (word.length > long.length ? word : long), '');
  const range = (tier: number) =>
    whole
      ? { from: `${tier}${whole}`, to: `${tier}${whole}`, most: 60 }
      : { from: `${tier}${phrase}`, to: `${tier}${phrase}\uffff`, most: 20 };
  return tiers.map(range);
}

/**
 * Of the entities that stand in the ranges those that a phrase names, the weightiest first: by a whole name, then by
 * words of one, the last of them perhaps only begun.
 */
export function named<Row extends Pick<JoinedEntity, 'id' | 'name' | 'aliases' | 'weight'>>(
  rows: readonly Row[],
  phrase: string,
  most: number,
): Row[] {
  const byId = [...new Map(rows.map((row) => [row.id, row])).values()];
  const exact: Row[] = [];
  const begun: Row[] = [];
  for (const row of byId.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))) {
    const forms = [row.name, ...row.aliases].map(phraseOf);
    if (forms.includes(phrase)) exact.push(row);
    else if (forms.some((form) => ` ${form}`.includes(` ${phrase}`))) begun.push(row);
  }
  return [...exact, ...begun].slice(0, most);
}

/**
 * A query in words that articles use: one of its words that none does ("石破", initials met nowhere else) gives way to
 * the name, in the library, of whom it names. Null where there is no such word.
 * @param names by word the library's name for whom it names
 */
export function inOtherWords(query: string, names: ReadonlyMap<string, string>): string | null {
  const terms = indexTerms(query);
  if (!terms.some((term) => names.has(term))) return null;
  return [...new Set(terms.map((term) => names.get(term) ?? term))].join(' ');
}
