import type { Article, Published } from '../extract/types';
import { InputError } from './errors';

const DAY = /^\d{4}-\d{2}-\d{2}(?=$|T|\s)/;

/** The calendar day that a date or an ISO 8601 time tells, as written there. Throws an `InputError`. */
export function dayOf(value: string): string {
  const day = DAY.exec(value.trim())?.[0];
  const parsed = day ? new Date(`${day}T00:00:00Z`) : null;
  if (!day || Number.isNaN(parsed!.getTime()) || parsed!.toISOString().slice(0, 10) !== day)
    throw new InputError(`"published" is "${value}", not a day like 2025-04-22`, 'day', 'published');
  return day;
}

function publishedOf(value: unknown): Published {
  if (value === undefined || value === null) return { date: null, basis: 'none' };
  if (typeof value === 'string') return { date: dayOf(value), basis: 'stated' };
  const { date, basis } = value as { date?: unknown; basis?: unknown };
  if (date === null) return { date: null, basis: 'none' };
  if (typeof date !== 'string')
    throw new InputError('"published" is not a day like 2025-04-22', 'day', 'published');
  if (basis !== undefined && basis !== 'stated' && basis !== 'editor' && basis !== 'none')
    throw new InputError(
      `"published.basis" is "${String(basis)}", not stated, editor or none`,
      'other',
      'published.basis',
    );
  return { date: dayOf(date), basis: basis ?? 'stated' };
}

/** The id of an input line as given (a string or number), or null. */
export function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

/** The text that an input line gives, with its id. Throws an `InputError` that names the field at fault. */
export function textOf(value: unknown): { id: string | number; text: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InputError('not an object with "id" and "text"', 'object');
  const id = idOf(value);
  if (id === null || id === '') throw new InputError('"id" is missing', 'missing', 'id');
  const { text } = value as { text?: unknown };
  if (typeof text !== 'string')
    throw text === undefined
      ? new InputError('"text" is missing', 'missing', 'text')
      : new InputError('"text" is not a string', 'string', 'text');
  return { id, text };
}

/** An article from an input line of the command line's contract. Throws an `InputError` that names the field at fault. */
export function articleOf(value: unknown, origin: Article['origin'] = 'imported'): Article {
  const { id, text } = textOf(value);
  const given = value as Record<string, unknown>;
  const article: Article = { id: String(id), text, published: publishedOf(given.published), origin };
  for (const field of ['title', 'publisher', 'author', 'agency', 'url', 'licence'] as const) {
    const known = given[field];
    if (known === undefined || known === null) continue;
    if (typeof known !== 'string') throw new InputError(`"${field}" is not a string`, 'string', field);
    article[field] = known;
  }
  return article;
}
