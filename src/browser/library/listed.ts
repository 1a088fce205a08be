import { fold } from '../../text/fold';
import type { ArticlesOrder, ArticlesPage, ArticlesQuery, ListedArticle } from './messages';
import type { SourceRow } from './schema';

const USUAL = 50;
const MOST = 200;

/** Where an article stands in the list: its index key. */
export type ListKey = [of: string | number, id: string];

/** A query as the list is read by it. */
export interface Wanted {
  order: ArticlesOrder;
  /** The greatest key first. */
  descending: boolean;
  /** Articles behind this key only. */
  after: ListKey | null;
  limit: number;
  fits(row: SourceRow): boolean;
}

const KEYS: Record<ArticlesOrder, (row: SourceRow) => string | number> = {
  date: ({ by }) => by.date,
  title: ({ by }) => by.title,
  outlet: ({ by }) => by.outlet,
  size: ({ size }) => size,
  origin: ({ origin }) => origin,
  added: ({ added }) => added,
};

export const listKey = (row: SourceRow, order: ArticlesOrder): ListKey => [KEYS[order](row), row.articleId];

/** What is asked for, with what was left out filled in. */
export function wantedBy(query: ArticlesQuery): Wanted {
  const { order = 'date', reversed = false, origins, outlet, words = '', limit = USUAL } = query;
  const greatestFirst = order === 'date' || order === 'added' || order === 'size';
  const begins = fold(words).split(/\s+/).filter(Boolean);
  const folded = outlet === undefined || outlet === null ? null : fold(outlet);
  return {
    order,
    descending: greatestFirst !== reversed,
    after: keyIn(query.after),
    limit: Math.min(MOST, Math.max(1, Math.floor(limit) || USUAL)),
    fits({ origin, by, publisher }) {
      if (origins && !origins.includes(origin)) return false;
      if (outlet === null && publisher !== null) return false;
      if (folded !== null && by.outlet !== folded) return false;
      const text = ` ${by.title} ${by.outlet}`.replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
      return begins.every((word) => text.includes(` ${word}`) || hasInside(text, word));
    },
  };
}

/** Ideographs and kana are not written apart: a word of them may begin anywhere. */
const hasInside = (text: string, word: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) && text.includes(word);

function keyIn(after: string | undefined): ListKey | null {
  if (after === undefined) return null;
  try {
    const key: unknown = JSON.parse(after);
    return Array.isArray(key) && key.length === 2 ? (key as ListKey) : null;
  } catch {
    return null;
  }
}

/** A page of rows that come in the order asked for, one more than fits on it where more follow. */
export function pageOf(rows: readonly SourceRow[], { limit, order }: Wanted): ArticlesPage {
  const shown = rows.slice(0, limit);
  return {
    articles: shown.map(listed),
    next: rows.length > limit ? JSON.stringify(listKey(shown.at(-1)!, order)) : null,
  };
}

/** A page of a list that is at hand whole. */
export function pageAmong(rows: readonly SourceRow[], query: ArticlesQuery): ArticlesPage {
  const wanted = wantedBy(query);
  const { order, descending, after, fits, limit } = wanted;
  const sorted = rows
    .filter(fits)
    .sort((a, b) => (descending ? -1 : 1) * byKey(listKey(a, order), listKey(b, order)))
    .filter((row) => after === null || (descending ? -1 : 1) * byKey(listKey(row, order), after) > 0);
  return pageOf(sorted.slice(0, limit + 1), wanted);
}

/** Orders keys as an index does. */
function byKey(a: ListKey, b: ListKey): number {
  const of = a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
  return of || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);
}

function listed({ by: _, added, origin, ...row }: SourceRow): ListedArticle {
  return { ...row, origin, added: origin === 'bundled' ? null : added };
}
