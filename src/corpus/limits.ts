import type { Article } from '../extract/types';
import { oneLine } from '../text/one-line';

/** What is taken in from outside at most; lengths in UTF-16 units. */
export const LIMITS = {
  id: 200,
  text: 2_000_000,
  title: 1_000,
  publisher: 300,
  author: 500,
  agency: 300,
  licence: 1_000,
  url: 2_000,
  /** Of a pack. */
  articles: 100_000,
  entities: 200_000,
  corrections: 10_000,
  /** Of an entity of a pack. */
  name: 300,
  aliases: 1_000,
  /** Of any list in one Reading of a pack. */
  list: 100_000,
} as const;

type Field = 'id' | 'text' | 'title' | 'publisher' | 'author' | 'agency' | 'licence' | 'url';
const LINES = ['title', 'publisher', 'author', 'agency', 'licence'] as const;
const FIELDS: readonly Field[] = ['id', 'text', 'url', ...LINES];

/** Why an article is not taken in: a field that is longer than `most`, or (without `most`) not what it should be. */
export interface Excess {
  field: Field;
  most?: number;
}

/** Ids that every object has as keys already. */
export const isReserved = (id: string): boolean => id in Object.prototype;

/** What of an article is too long or not fit to be kept; null where all is well. */
export function excessOf(article: Article): Excess | null {
  for (const field of FIELDS)
    if ((article[field]?.length ?? 0) > LIMITS[field]) return { field, most: LIMITS[field] };
  if (isReserved(article.id) || oneLine(article.id) !== article.id) return { field: 'id' };
  if (article.url !== undefined && !/^https?:\/\/[^\s/]/i.test(article.url)) return { field: 'url' };
  if (!/[\p{L}\p{N}]/u.test(article.text)) return { field: 'text' };
  return null;
}

/** The article with the fields that articles have and no others, each of its lines one line. The same again changes nothing. */
export function tidyArticle({ id, text, published, origin, from, ...given }: Article): Article {
  const tidy: Article = { id, text, published: { date: published.date, basis: published.basis }, origin };
  for (const field of LINES) {
    const line = oneLine(given[field] ?? '');
    if (line) tidy[field] = line;
  }
  if (given.url) tidy.url = given.url;
  if (from) {
    const kept = (['title', 'publisher', 'author', 'published', 'url'] as const).flatMap((field) =>
      from[field] ? [[field, from[field]] as const] : [],
    );
    if (kept.length > 0) tidy.from = Object.fromEntries(kept);
  }
  return tidy;
}
