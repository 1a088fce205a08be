import type { Article } from '../extract/types';
import { likeness, SAME, shinglesOf } from './near';

/** What an article that comes in is to one of the library. */
export type Sameness =
  /** Another article. */
  | 'other'
  /** The same, and it brings nothing new. */
  | 'same'
  /** The same as it reads now: it takes the other's place. */
  | 'newer';

/** Two days with more between them, in days, are of two articles, however alike: tables of prices, forecasts. */
const APART = 2;
/** Under one address or id a text that shares less than this with the one before is not a later version of it. */
const CHANGED = 0.2;

/**
 * Whether an article that comes in is one that is there already: by its address, else by a text that is nearly the same.
 * A page that names a stale address (a site that goes from article to article without loading) is not taken at its
 * word when neither title nor text agree; two ids that are the same by chance neither. Of the same text at another outlet the
 * one that is there stays.
 */
export function samenessOf(incoming: Article, known: Article): Sameness {
  if (textKey(incoming.text) === textKey(known.text))
    return incoming.id === known.id || siteOf(incoming) === siteOf(known)
      ? versionOf(incoming, known)
      : 'same';
  const alike = likeness(shinglesOf(incoming.text), shinglesOf(known.text));
  const sameAddress = incoming.url !== undefined && incoming.url === known.url;
  if (sameAddress && incoming.from?.url === 'address') return versionOf(incoming, known);
  if (sameAddress || (incoming.id === known.id && incoming.url === undefined && known.url === undefined)) {
    const sameTitle = incoming.title !== undefined && incoming.title === known.title;
    return sameTitle || alike >= CHANGED ? versionOf(incoming, known) : 'other';
  }
  if (alike < SAME || daysBetween(incoming, known) > APART) return 'other';
  return siteOf(incoming) === siteOf(known) ? versionOf(incoming, known) : 'same';
}

/**
 * The later version of an article in the place of the former: what it does not say is as it was, and a day or an outlet
 * that an editor put right stays right.
 */
export function laterVersion(incoming: Article, known: Article): Article {
  const { id, origin } = known;
  const keepsDay =
    known.published.basis === 'editor' ||
    known.from?.published === 'editor' ||
    (incoming.published.date === null && incoming.from?.published !== 'editor');
  const joined: Article = { ...known, ...incoming, id, origin };
  if (keepsDay) joined.published = known.published;
  if (incoming.from || known.from) {
    joined.from = { ...known.from, ...incoming.from };
    if (keepsDay && known.from?.published) joined.from.published = known.from.published;
    else if (keepsDay) delete joined.from.published;
  }
  if (known.from?.publisher === 'editor') {
    delete joined.publisher;
    if (known.publisher !== undefined) joined.publisher = known.publisher;
    joined.from = { ...joined.from, publisher: 'editor' };
  }
  return joined;
}

const TOLD = ['title', 'publisher', 'author', 'agency', 'licence', 'url'] as const;

function versionOf(incoming: Article, known: Article): 'same' | 'newer' {
  const later = laterVersion(incoming, known);
  const changed =
    later.text !== known.text ||
    later.published.date !== known.published.date ||
    TOLD.some((field) => later[field] !== known[field]);
  return changed ? 'newer' : 'same';
}

/** The same for texts that differ in nothing but case, quotation marks, punctuation and spaces. */
export const textKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function daysBetween(a: Article, b: Article): number {
  if (!a.published.date || !b.published.date) return 0;
  return Math.abs(Date.parse(a.published.date) - Date.parse(b.published.date)) / 86_400_000;
}

/** What site an article is of; none where it has no address. */
function siteOf({ url }: Article): string | null {
  return url === undefined ? null : (/^https?:\/\/(?:www\.|m\.|amp\.)?([^/]+)/i.exec(url)?.[1] ?? null);
}
